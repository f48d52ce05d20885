package statistics

import (
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/web/statistics/counts"
)

// elements is how many fields are counted.
const elements = len(counts.Elements)

// elementFields are the fields of the elements, in their order.
var elementFields = func() (fields [elements]*citation.Field) {
	for i, name := range counts.Elements {
		fields[i] = citation.FieldNamed(name)
	}
	return fields
}()

// present reports for each element whether a citation has it.
func present(c *citation.Citation) (has [elements]bool) {
	for i, f := range elementFields {
		has[i] = !f.Empty(c)
	}
	return has
}

// elementAt returns the place of a field among the elements, or -1.
func elementAt(field string) int { return slices.Index(counts.Elements[:], field) }
