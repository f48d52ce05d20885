package placeholder_test

import (
	"testing"

	"lendlink/resolver/citation"
)

func TestPages(t *testing.T) {
	for pages, want := range map[string]string{
		"":           "",
		"17":         "17",
		"17-24":      "17 to 24",
		"e17-e24":    "e17 to e24",
		"xii-xix":    "xii to xix",
		"XII-XIX":    "XII to XIX",
		"xii-5":      "xii to 5",
		"A-1-A-5":    "A-1 to A-5",
		"S1-17-S1-9": "S1-17 to S1-9",
		"17-":        "17", // a range that is open
		"A-12":       "A-12",
		"C-5":        "C-5", // a label, though C is a number in capitals
		"12-A":       "12-A",
		"1-2-3":      "1-2-3",
		"1-3, 6":     "1",
		"1-3;6-8":    "1",
		"1-3 & 6":    "1",
		"17, 24":     "17",
		"e0123456":   "e0123456",
	} {
		if got := expand(t, &citation.Citation{Page: pages}, "{{spage}}{ to {epage}}"); got != want {
			t.Errorf("%q: got %q, want %q", pages, got, want)
		}
	}
}
