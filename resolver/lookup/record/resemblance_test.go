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
		{"a short beginning is no title cut short", "The history", "The history of the decline and fall of the Roman Empire", false},
		{"nothing to compare", "", "Silent spring", false},
		{"only punctuation", "---", "---", false},
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
