package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

func TestIsOrganisationWord(t *testing.T) {
	for word, want := range map[string]bool{
		"University": true, "UNIVERSIDAD": true, "Université": true, "Gesellschaft": true, "Inc.": true,
		"Univers": false, "Roe": false, "of": false, "": false,
	} {
		if name.IsOrganisationWord(word) != want {
			t.Errorf("%q: %t", word, !want)
		}
	}
}
