package text_test

import (
	"testing"

	"lendlink/resolver/text"
)

func TestTidy(t *testing.T) {
	for in, want := range map[string]string{
		"a  b\t c ":          "a b c",
		"<i>Kelp</i> beds":   "Kelp beds",
		"p < 0.05":           "p < 0.05",
		"Universität <Wien>": "Universität <Wien>",
		"<<Die>> Moore":      "Die Moore",
		"e\u0301tude":        "étude",
		"tide\u200b tables":  "tide tables",
		"one<br/>two":        "one two",
		"<sc<b>ript>x":       "x",
	} {
		if got := text.Tidy(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		} else if again := text.Tidy(got); again != got && !text.IsTidy(got) {
			t.Errorf("%q: tidied again it is %q", got, again)
		}
	}
}

func TestSameFold(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Émile-Zola", "emile zola", true}, {"Kelp, beds", "kelp beds!", true}, {"Kelp", "Kelps", false},
		{"村上", "村上", true}, {"村上", "春樹", false}, {"Œuvres", "œuvres", true},
	} {
		if got := text.SameFold(tt.a, tt.b); got != tt.want || got != (text.Fold(tt.a) == text.Fold(tt.b)) {
			t.Errorf("%q and %q: got %v", tt.a, tt.b, got)
		}
	}
}

func TestCutFold(t *testing.T) {
	for _, tt := range []struct{ s, prefix, rest string }{
		{"Vol. 3", "vol.", " 3"}, {"Élan vital", "élan", " vital"}, {"Kelp", "", "Kelp"}, {"", "", ""},
	} {
		if rest, ok := text.CutFold(tt.s, tt.prefix); !ok || rest != tt.rest {
			t.Errorf("%q without %q: got %q, %v", tt.s, tt.prefix, rest, ok)
		}
	}
}

func TestCutPeriod(t *testing.T) {
	for in, want := range map[string]string{
		"Kelp beds.": "Kelp beds", "Weir Inc.": "Weir Inc.", "the U.S.": "the U.S.", "wait...": "wait...", "1990.": "1990", "Mud..": "Mud",
	} {
		if got := text.CutPeriod(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestRoman(t *testing.T) {
	for in, want := range map[string]int{"xiv": 14, "MCMXC": 1990, "iii": 3, "x1": 0, "": 0} {
		if got := text.Roman(in); got != want {
			t.Errorf("%q: got %d, want %d", in, got, want)
		}
	}
}

func TestNormalDashes(t *testing.T) {
	for in, want := range map[string]string{"361 – 371": "361-371", "a--b": "a-b", "12−19": "12-19"} {
		if got := text.NormalDashes(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
