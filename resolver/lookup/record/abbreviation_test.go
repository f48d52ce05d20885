package record

import "testing"

// Each word that abbreviations leave out is written out here, so that none is taken out unnoticed.
func TestWordsThatAbbreviationsLeaveOut(t *testing.T) {
	for _, word := range []string{
		"of", "the", "and", "for", "in", "on", "a", "an", "to", "de", "la", "le", "les", "des", "du", "et", "der", "die",
		"das", "für", "und", "y", "del", "di", "e",
	} {
		if long := "Studies " + word + " Harbour Law"; !abbreviates("SHL", long) {
			t.Errorf("SHL does not abbreviate %s", long)
		}
	}
	if abbreviates("SHL", "Studies about Harbour Law") {
		t.Error("a word that counts is left out")
	}
}
