package text_test

import (
	"strings"
	"testing"

	"lendlink/resolver/text"
)

// sameFold has texts of which each row is one when folded, and no two rows are.
var sameFold = [][]string{
	{"", " ", "—", "« … »", "\u0301"},
	{"Kelp, beds", "kelp beds!", "KELP-BEDS", "“Kelp” beds", "Kelp\u00a0beds"},
	{"Kelps, beds"},
	{"Émile Zola", "emile-zola", "E\u0301mile Zola", "ÉMILE ZOLA"},
	{"Œuvres", "œuvres", "ŒUVRES"},
	{"Oeuvres"},
	{"Straße"},
	{"Strasse"},
	{"村上 春樹", "村上春樹", "村上・春樹"},
	{"村上"},
	{"Оксана", "ОКСАНА"},
	{"ﬁsh", "fish", "FISH"},
	{"№ 5", "No. 5"},
	{"H₂O", "H2O", "Ｈ２Ｏ"},
	{"σοφός", "ΣΟΦΟΣ", "Σοφος"},
	{"Yıldırım", "YILDIRIM", "Yildirim"}, // the small letters of Turkish, and the capitals that they share
	{"İstanbul", "istanbul", "ISTANBUL"},
}

func TestSameFold(t *testing.T) {
	var all []string
	rowOf := map[string]int{}
	for i, row := range sameFold {
		for _, s := range row {
			all = append(all, s)
			rowOf[s] = i
		}
	}
	for _, a := range all {
		for _, b := range all {
			want := rowOf[a] == rowOf[b]
			if text.SameFold(a, b) != want {
				t.Errorf("%q and %q are one when folded: %t", a, b, !want)
			}
			if (text.Fold(a) == text.Fold(b)) != want {
				t.Errorf("%q is folded to %q, and %q to %q", a, text.Fold(a), b, text.Fold(b))
			}
		}
	}
}

func TestFold(t *testing.T) {
	cleaned{
		"":                      "",
		"The Kelp-Beds of 2019": "thekelpbedsof2019",
		"Zoë O’Hara":            "zoeohara",
		"Søren Łoś":             "sørenłos",
		"김 철수":                  text.Fold("김철수"),
		"١٩٩٩":                  "١٩٩٩",
	}.check(t, text.Fold)
}

// TestFoldIsWhole: whatever a letter is, as capital and as small letter it is the same, and folded once is folded.
func TestFoldIsWhole(t *testing.T) {
	for r := rune(' '); r < 0x3000; r++ {
		small := text.Fold(strings.ToLower(string(r)))
		if capital := text.Fold(strings.ToUpper(string(r))); capital != small && r != '\u0345' { // a mark whose capital is a letter
			t.Errorf("%q is folded to %q, its capital to %q", r, small, capital)
		}
		if again := text.Fold(small); again != small {
			t.Errorf("%q is folded to %q, and again to %q", r, small, again)
		}
	}
}

func TestStartsFolded(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want bool
	}{
		{"Revue d'hydrologie", true},
		{"REVUE", true},
		{"“Revue” d'hydrologie", true},
		{"Ré-vues", true},
		{"Re\u0301vue", true}, // accents apart
		{"Re vue", true},
		{"Rev.", false},
		{"La revue", false},
		{"№ 5", true},
		{"No. 5", true},
		{"N. 5", false},
		{"Журнал", false},
		{"学报", false},
		{"Ré學", false},
		{"…", false},
		{"", false},
	} {
		begins := []string{"revue", "no5"}
		if text.StartsFolded(tt.s, begins) != tt.want {
			t.Errorf("%q starts with one of %q: %t", tt.s, begins, !tt.want)
		}
	}
	if text.StartsFolded("Revue", nil) {
		t.Error("a text starts with one of none")
	}
}
