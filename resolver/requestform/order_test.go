package requestform

import (
	"slices"
	"testing"

	"lendlink/resolver/placeholder"
)

// Every placeholder has its place in the order in which an address is shortened; without
// one its key would be the last to go.
func TestEveryPlaceholderHasItsRank(t *testing.T) {
	for _, name := range placeholder.Known(placeholder.Request) {
		ranked := func(s shortenStep) bool {
			return !s.duplicates && !s.part && s.over == 0 && slices.Contains(s.fields, name)
		}
		if !slices.ContainsFunc(shortenOrder, ranked) {
			t.Errorf("{%s} is in no step of shortenOrder", name)
		}
	}
}
