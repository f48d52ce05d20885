package name_test

import (
	"strings"
	"testing"

	"lendlink/resolver/name"
)

func TestCutResponsibility(t *testing.T) {
	for in, want := range map[string]string{
		"translated from the Danish by Ann Roe": "Ann Roe", "Edited by Ann Roe": "Ann Roe", "Ann Roe by Weir": "Ann Roe by Weir",
		"drawn from Weir by Ann Roe": "drawn from Weir by Ann Roe", "edited and translated by Ann Roe": "Ann Roe", "Byron Roe": "Byron Roe",
	} {
		if got, _ := name.CutResponsibility(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestLongHeading: what is too long for a name is not searched for relators.
func TestLongHeading(t *testing.T) {
	for n, want := range map[int]bool{10: false, 200: true} {
		organisation, _ := name.ParseOrganisation(strings.Repeat("Weir ", n) + "Society, editor")
		if strings.HasSuffix(organisation.Literal, "editor") != want {
			t.Errorf("%d words: %s", n, organisation.Literal)
		}
	}
}
