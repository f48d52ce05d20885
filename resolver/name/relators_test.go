package name

import (
	"testing"

	"lendlink/resolver/text"
)

// TestEveryRelatorMatters takes out one row of relators at a time, and demands that a name with that role after it is
// no longer cut to the name. It is an organisation's: what stands after a comma is never part of a person's given name.
func TestEveryRelatorMatters(t *testing.T) {
	isCut := func(role string) bool {
		n, _ := ParseOrganisation("Weir Society, " + role)
		return n.Literal == "Weir Society"
	}
	seen := map[string]bool{}
	for role := range text.ListLines(relatorsText) {
		if !isCut(role) {
			t.Errorf("%q is not cut from a name", role)
		}
		delete(relators, role)
		if seen[role] || isCut(role) {
			t.Errorf("no name needs the row %q", role)
		}
		relators[role], seen[role] = true, true
	}
}
