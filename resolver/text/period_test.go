package text_test

import (
	"testing"

	"lendlink/resolver/text"
)

func TestCutPeriod(t *testing.T) {
	cleaned{
		"":                     "",
		".":                    "",
		"Kelp beds":            "Kelp beds",
		"Kelp beds.":           "Kelp beds",
		"Kelp beds .":          "Kelp beds",
		"Mud..":                "Mud", // a slip
		"Mud. .":               "Mud",
		"wait...":              "wait...",
		"wait. . .":            "wait. . .",
		"1990.":                "1990",
		"1990 (2nd printing).": "1990 (2nd printing)",
		"The “Mud”.":           "The “Mud”",
		"Vitamin B12.":         "Vitamin B12",
		"Weir Inc.":            "Weir Inc.",
		"WEIR INC.":            "WEIR INC.",
		"Weir Inc..":           "Weir Inc.",
		"Weir, inc.":           "Weir, inc", // small, it ends a sentence
		"(Wash.":               "(Wash.",
		"the U.S.":             "the U.S.",
		"Ann R.":               "Ann R.",
		"Zola, É.":             "Zola, É.",
		"Kelp on St.":          "Kelp on St.",
		"St. Louis.":           "St. Louis",
		"Vol. 3.":              "Vol. 3",
		"Оксана.":              "Оксана",
		"Steg-Verl.":           "Steg-Verl",
	}.check(t, func(s string) string { return text.CutPeriod(s) })
}

// TestCutPeriodOfFurtherAbbreviations: callers add their own, also for the last part of a word.
func TestCutPeriodOfFurtherAbbreviations(t *testing.T) {
	publishers, journals := text.SpelledWords("Verl Aufl"), text.SpelledWords("Biol")
	cleaned{
		"Steg Verl.": "Steg Verl.",
		"Steg-Verl.": "Steg-Verl.",
		"STEG-VERL.": "STEG-VERL.",
		"Mar. Biol.": "Mar. Biol.",
		"Steg Haus.": "Steg Haus",
		"Verleih.":   "Verleih",
	}.check(t, func(s string) string { return text.CutPeriod(s, publishers, journals) })
}

func TestSpelledWords(t *testing.T) {
	words := text.SpelledWords("Wash LLC\n\t École")
	for word, want := range map[string]bool{
		"Wash": true, "WASH": true, "wash": false, "LLC": true, "Llc": false, "École": true, "ÉCOLE": true, "école": false, "": false,
	} {
		if words[word] != want {
			t.Errorf("%q is one: %t", word, !want)
		}
	}
}
