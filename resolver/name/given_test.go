package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

func TestHasAddition(t *testing.T) {
	for given, want := range map[string]bool{
		"Chris Partner, Weir Services": true, "Chris Partner": false, "Chris Partner,": false, "Chris, Weir Services": false,
		"Chris Partner, MD": false, "Chris Partner, MA": false, "Chris Partner, OBE": false, "Chris Partner, Jr.": false, "Chris Partner, editor": false,
		"Chris Partner, 1950-": false, "Chris Partner; Ann Roe, Weir Services": false, "": false,
	} {
		if name.HasAddition(given) != want {
			t.Errorf("%q: %t", given, !want)
		}
	}
}
