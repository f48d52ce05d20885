package plaintext

import "testing"

// TestEveryImprintMatters takes one shape out at a time: the publisher of its example is found
// by no other.
func TestEveryImprintMatters(t *testing.T) {
	for i, text := range []string{
		"Halvard, Frank. Quays. Marrow & Tide, 1965.",
		"Frank Halvard, Old Quays (Marrow & Tide, 1965), 12.",
		"Halvard, F. (1965). Old quays. Marrow & Tide.",
	} {
		if got, _ := Parse(text, 2026); got.Citation.Publisher != "Marrow & Tide" {
			t.Errorf("%q: the publisher is %q", text, got.Citation.Publisher)
		}
		row := imprints[i]
		imprints[i].before = query
		if got, _ := Parse(text, 2026); got.Citation.Publisher != "" {
			t.Errorf("%q: its shape makes no difference", text)
		}
		imprints[i] = row
	}
}
