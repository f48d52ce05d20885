package record_test

import (
	"testing"

	"lendlink/resolver/lookup/record"
)

func TestResembles(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same", "Silent spring", "Silent spring", true},
		{"case, accents, punctuation", "L'Été: essais", "L’ete — Essais", true},
		{"an ampersand in words", "Pride & prejudice", "Pride and prejudice", true},
		{"an article more", "The origin of species", "Origin of species", true},
		{"British spelling", "Colour vision and behaviour", "Color vision and behavior", true},
		{"a subtitle missing", "Quiet", "Quiet: the power of introverts in a world that can't stop talking", true},
		{"an end cut off", "Deep residual learning for ima", "Deep residual learning for image recognition", true},
		{"one letter wrong", "Attension is all you need", "Attention is all you need", true},
		{"a script without blanks", "日本語の歴史", "日本語の歴史", true},
		{"subtitles that differ", "Cancer: a practical guide for nurses", "Cancer: the politics of a disease", false},
		{"titles of one field", "Deep learning for image recognition", "Reinforcement learning in robotics", false},
		{"another item", "Silent spring", "The sea around us", false},
		{"a short beginning is not a title cut short", "The history", "The history of the decline and fall of the Roman Empire", false},
		{"nothing to compare", "", "Silent spring", false},
		{"only punctuation", "---", "---", false},
		{"no title on either side", "", "", false},
		{"a subtitle without a title", ": a history", "---", false},
		{"a number", "1984", "1984: a novel", true},
		{"single letters", "M", "N", false},
		{"a single letter", "V", "V.", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := record.Resembles(tt.a, tt.b); got != tt.want {
				t.Errorf("Resembles(%q, %q) = %t", tt.a, tt.b, got)
			}
			if got := record.Resembles(tt.b, tt.a); got != tt.want {
				t.Errorf("Resembles(%q, %q) = %t: it depends on the order", tt.b, tt.a, got)
			}
		})
	}
}

func TestSameName(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"García", "GARCIA", true},
		{"García", "García Márquez", true},
		{"García Márquez", "García-Márquez", true},
		{"Marlowe", "Weston-Marlowe", true},
		{"Marlowe", "Weston\u2010Marlowe", true}, // U+2010, and the hyphen that does not break
		{"Marlowe", "Weston\u2011Marlowe", true},
		{"Marlowe", "Marlow", false},
		{"Marlowe", "Weston", false},
		{"", "", false},
		{"–", "Weston –", false},
	} {
		if record.SameName(tt.a, tt.b) != tt.want || record.SameName(tt.b, tt.a) != tt.want {
			t.Errorf("SameName(%q, %q) is not %t in both orders", tt.a, tt.b, tt.want)
		}
	}
}
