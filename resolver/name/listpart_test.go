package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

func TestHasUnknownOrder(t *testing.T) {
	for in, want := range map[string]bool{
		"Roe, Ann; Weir Ludlow": true, "Roe, Ann; Weir Society": false, "Weir Ludlow": false, "Roe, Ann; Ann Weir": false,
		"Ann Roe; Weir Ludlow": false,
	} {
		if name.HasUnknownOrder(in) != want {
			t.Errorf("%q: %t", in, !want)
		}
	}
}
