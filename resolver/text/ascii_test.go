package text_test

import (
	"testing"

	"lendlink/resolver/text"
)

func TestCharacters(t *testing.T) {
	for in, want := range map[string]struct{ allLetters, allDigits, ascii, hasLetter bool }{
		"":       {ascii: true},
		"OCoLC":  {allLetters: true, ascii: true, hasLetter: true},
		"azAZ":   {allLetters: true, ascii: true, hasLetter: true},
		"2019":   {allDigits: true, ascii: true},
		"B12":    {ascii: true, hasLetter: true},
		"12-19":  {ascii: true},
		"@[`{":   {ascii: true}, // the neighbours of A, Z, a and z
		"/:":     {ascii: true}, // and of 0 and 9
		"\x7f":   {ascii: true},
		"Brontë": {hasLetter: true},
		"١٩٩٩":   {},
		"村上":     {hasLetter: true},
		"12–19":  {},
		"\x80":   {},
	} {
		if text.AllLetters(in) != want.allLetters {
			t.Errorf("%q has letters of ASCII alone: %t", in, !want.allLetters)
		}
		if text.AllDigits(in) != want.allDigits {
			t.Errorf("%q has digits of ASCII alone: %t", in, !want.allDigits)
		}
		if text.IsASCII(in) != want.ascii {
			t.Errorf("%q is ASCII: %t", in, !want.ascii)
		}
		if text.HasLetter(in) != want.hasLetter {
			t.Errorf("%q has a letter: %t", in, !want.hasLetter)
		}
	}
}

func TestContainsAnyOf(t *testing.T) {
	sources := []string{"primo", "eds"}
	for in, want := range map[string]bool{
		"primo": true, "primo.exlibrisgroup.com": true, "exlibris:primo": true, "EDS": false, "ed": false, "": false,
	} {
		if text.ContainsAnyOf(in, sources) != want {
			t.Errorf("%q contains one of %q: %t", in, sources, !want)
		}
	}
	if text.ContainsAnyOf("primo", nil) {
		t.Error("a text contains one of none")
	}
}

func TestCutFold(t *testing.T) {
	for _, tt := range []struct {
		s, prefix, rest string
		ok              bool
	}{
		{"Vol. 3", "vol.", " 3", true},
		{"VOL. 3", "vol.", " 3", true},
		{"vol.", "vol.", "", true},
		{"Élan vital", "élan", " vital", true},
		{"Kelp", "", "Kelp", true},
		{"", "", "", true},
		{"", "vol.", "", false},
		{"vol", "vol.", "vol", false},
		{"Volume 3", "vol.", "Volume 3", false},
		{"no. 3", "vol.", "no. 3", false},
		{"Elan vital", "élan", "Elan vital", false}, // accents count
		{"\u212Aelp beds", "kelp", "\u212Aelp beds", false},
	} {
		if rest, ok := text.CutFold(tt.s, tt.prefix); ok != tt.ok || rest != tt.rest {
			t.Errorf("%q without %q: got %q, %t", tt.s, tt.prefix, rest, ok)
		}
	}
}
