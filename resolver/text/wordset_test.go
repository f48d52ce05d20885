package text_test

import (
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/text"
)

func TestWordSet(t *testing.T) {
	words := text.Words("university Université\n\tno5 académie")
	for in, want := range map[string]bool{
		"university": true, "UNIVERSITY": true, "University.": true, "«Universite»": true, "Universite\u0301": true, "Academie": true,
		"№5":                             true, // folds to two letters
		"univ":                           false,
		"universities":                   false,
		"a university":                   false,
		"niversity":                      false,
		"университет":                    false,
		"univерсity":                     false, // three of Cyrillic that look the same
		"…":                              false,
		"":                               false,
		strings.Repeat("university", 20): false,
	} {
		if words.Has(in) != want {
			t.Errorf("%q is one of them: %t", in, !want)
		}
	}
}

// TestWordSetBeyondASCII: a set may have words of all scripts.
func TestWordSetBeyondASCII(t *testing.T) {
	words := text.Words("institute институт 研究所 معهد")
	for in, want := range map[string]bool{
		"Institute": true, "ИНСТИТУТ": true, "институт,": true, "研究所": true, "معهد": true, "институты": false, "研究": false, "研究所長": false, "Ж": false,
	} {
		if words.Has(in) != want {
			t.Errorf("%q is one of them: %t", in, !want)
		}
	}
	if text.Words("").Has("") || text.Words("").Has("a") {
		t.Error("an empty set has a word")
	}
}

// TestWordsOfASet: they come as they are compared, each once.
func TestWordsOfASet(t *testing.T) {
	got := slices.Sorted(text.Words("Université UNIVERSITE Inc. институт").All())
	if want := []string{"inc", "universite", "институт"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
