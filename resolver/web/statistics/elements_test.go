package statistics

import (
	"slices"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/web/statistics/counts"
)

// Each element is a field of a citation, and present where the citation has it alone.
func TestEveryElementIsCounted(t *testing.T) {
	if i := slices.Index(elementFields[:], nil); i >= 0 {
		t.Fatalf("%s is no field of a citation", counts.Elements[i])
	}
	for i, element := range counts.Elements {
		f, value := citation.FieldNamed(element), "2012"
		if f.Kind == citation.Names {
			value = "Ruiz, Ana"
		}
		var c citation.Citation
		f.SetLines(&c, value, 2026)
		var want [elements]bool
		want[i] = true
		if got := present(&c); got != want {
			t.Errorf("a citation with %s alone counts as %v", element, got)
		}
	}
}
