package locale

import (
	"net/url"

	"lendlink/resolver/citation"
)

// Number is a number that names an item, and the address of the page that it leads to, or
// "".
type Number struct{ Name, Value, Address string }

// numbersOf lists the numbers that name an item, those that patrons meet.
func numbersOf(c *citation.Citation) []Number {
	var known []Number
	for i := range citation.Fields {
		f := &citation.Fields[i]
		if f.Kind != citation.Identifier || f.Form == 0 || f.Empty(c) {
			continue
		}
		value := f.Value(c)
		n := Number{Name: f.Name, Value: shorten(value, longestValue)}
		if f.Page != "" {
			n.Address = f.Page + (&url.URL{Path: value}).EscapedPath()
		}
		known = append(known, n)
	}
	return known
}
