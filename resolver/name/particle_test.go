package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

func TestIsParticle(t *testing.T) {
	for word, want := range map[string]bool{
		"van": true, "Van": true, "VAN": true, "della": true, "y": true, "e": true, "Ó": true, "’t": true, "und": true,
		"O": false, "T": false, "Vance": false, "Und": false, "Roe": false, "": false,
	} {
		if name.IsParticle(word) != want {
			t.Errorf("%q: %t", word, !want)
		}
	}
}
