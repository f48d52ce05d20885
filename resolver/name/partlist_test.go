package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

// TestFromPartLists: several people under the keys that are for one.
func TestFromPartLists(t *testing.T) {
	for _, tt := range []struct{ why, last, first, want string }{
		{"two lists", "Roe; Doe", "Ann; Bo", "Roe|Ann + Doe|Bo"},
		{"with slashes", "Roe/Doe", "Ann/Bo", "Roe|Ann + Doe|Bo"},
		{"with semicolons of full width", "Roe；Doe", "Ann；Bo", "Roe|Ann + Doe|Bo"},
		{"with “and” in both", "Roe and Doe", "Ann and Bo", "Roe|Ann + Doe|Bo"},
		{"with “&” in both", "Roe & Doe", "Ann & Bo", "Roe|Ann + Doe|Bo"},
		{"three, with commas", "Roe, Doe, and Poe", "Ann, Bo, and Cy", "Roe|Ann + Doe|Bo + Poe|Cy"},
		{"given names after commas alone", "Roe; Doe", "Ann, Bo", "Roe|Ann + Doe|Bo"},
		{"a suffix is not a given name", "Roe; Doe", "Ann, Jr.", "Roe|Ann|Jr. + Doe|"},
		{"particles", "van der Meer and de Vries", "Jan and Piet", "van der Meer|Jan + de Vries|Piet"},
		{"the first one's given name alone", "Roe, Doe and Poe", "Ann", "Roe|Ann + Doe| + Poe|"},
		{"fewer given names than family names", "Roe; Doe; Poe", "Ann; Bo", "Roe|Ann + Doe| + Poe|"},
		{"signs alone for given names", "Roe; Doe", ";", "Roe| + Doe|"},
		{"headings for family names", "Roe, Ann; Doe, Bo", "Ann", "Roe|Ann + Doe|Bo"},
		{"others after the given name", "Roe", "Ann; Doe, Bo; Clara Poe", "Roe|Ann + Doe|Bo + Poe|Clara"},
		{"a word after it is not a person", "Roe", "Ann; Bo", "Roe|Ann"},
		{"a role after it", "Roe", "Ann, editor; Doe, Bo", "Roe|Ann + Doe|Bo"},
		{"a couple", "Roe", "Ann and Bo", "Roe|Ann + Roe|Bo"},
		{"a couple with “&”", "Roe", "Ann & Bo", "Roe|Ann + Roe|Bo"},
		{"a whole name after the given name", "Roe", "Ann and Bo Doe", "Roe|Ann + Doe|Bo"},
		{"more than another given name", "Roe", "Ann and the dog", ""},
		{"a firm", "Simon and Schuster", "Ann", ""},
		{"one family in a firm's name", "Johnson and Johnson", "Ann", ""},
		{"given names in the family names' place", "Ann and Bo", "Roe", ""},
		{"an organisation", "Weir and Locks Society", "Ann; Bo", ""},
		{"a family name of two, joined", "Ortega y Gasset", "José", ""},
		{"one person", "Roe", "Ann", ""},
		{"one person and a semicolon", "Roe;", "Ann", ""},
		{"no given names", "Roe; Doe", "", ""},
		{"no family name", "", "Ann; Bo", ""},
	} {
		if got := show(name.FromPartLists(tt.last, tt.first)); got != tt.want {
			t.Errorf("%s: %q and %q are %q, want %q", tt.why, tt.last, tt.first, got, tt.want)
		}
	}
}
