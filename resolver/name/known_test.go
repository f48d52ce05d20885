package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

func TestSplitAtFamily(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Roe Weir": "Roe Weir|Ann", "Ann Roe": "Roe|Ann", "Ann Roe Doe Jr.": "Roe Doe|Ann|Jr.",
		"Ann Roe Weir, Clara": "", "Ann Roe Weir; Clara Doe": "", "Ann Roes": "", "Clara Roe": "", "Ann Roe, Clara": "", "Ann Clara Roe": "",
	} {
		n, ok := name.SplitAtFamily(in, name.Name{Family: "Roe", Given: "Ann"})
		got := ""
		if ok {
			got = show([]name.Name{n})
		}
		if got != want {
			t.Errorf("%q is split to %q, want %q", in, got, want)
		}
	}
	if n, ok := name.SplitAtFamily("Ann Jr", name.Name{Family: "Jr", Given: "Ann"}); !ok || n.Family != "Jr" {
		t.Errorf("a family name that suffixes are spelt like: %+v", n)
	}
	for _, first := range []name.Name{{Given: "Ann"}, {Family: "Roe"}} {
		if n, ok := name.SplitAtFamily("Ann Roe", first); ok {
			t.Errorf("%+v splits a name to %+v", first, n)
		}
	}
}

func TestHasWords(t *testing.T) {
	for _, tt := range []struct {
		in, words string
		want      bool
	}{
		{"The weir of Ann Roe", "ann roe", true}, {"Ro\u0301e", "Roe", true}, {"Roe's weir", "Roe", false}, {"Roe’s weir", "Roe", false},
		{"Roes weir", "Roe", false}, {"Williams, Tom", "Li", false},
	} {
		if name.HasWords(tt.in, tt.words) != tt.want {
			t.Errorf("%q holds %q: %t", tt.in, tt.words, !tt.want)
		}
	}
}

func TestIsPlainHeading(t *testing.T) {
	for _, tt := range []struct {
		in, text string
		want     bool
	}{
		{"Roe|Ann", "Roe, Ann", true}, {"Roe|Ann", "Ann Roe", false}, {"Roe|Ann", "Roe, Ann B.", false}, {"Roe|Ann", "Roe, Ann, Jr.", false},
		{"Roe|Ann; Doe, Bo", "Roe, Ann; Doe, Bo", false}, {"Roe|Ann and Bo", "Roe, Ann and Bo", false}, {"Roe|Ann；Bo", "Roe, Ann；Bo", false},
		{"Roe|", "Roe", false}, {"Roe|", "Roe, ", false}, {"Roe|Ann", "Ann", false}, {"Roe|Ann", ", Ann", false}, {"Weir Roe|Ann", "Weir Roe, Ann", false},
	} {
		if parts(tt.in).IsPlainHeading(tt.text) != tt.want {
			t.Errorf("%q is %s: %t", tt.text, tt.in, !tt.want)
		}
	}
}

func TestIsOrganisationInParts(t *testing.T) {
	for _, tt := range []struct {
		in, text string
		want     bool
	}{
		{"Society|Weir", "Weir Society", true}, {"Society|Weir", "The Weir Society", false}, {"Society|Weir", "Weir Societies", false},
		{"Weir Society|", "Weir Society", false}, {"Roe|Ann", "Ann Roe", false},
	} {
		if parts(tt.in).IsOrganisationInParts(tt.text) != tt.want {
			t.Errorf("%q is %s: %t", tt.text, tt.in, !tt.want)
		}
	}
}
