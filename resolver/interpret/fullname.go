package interpret

import (
	"strings"

	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
)

// fullNames are the fields that hold a name in one piece.
var fullNames = [...]openurl.Field{openurl.Au, openurl.Creator, openurl.Inventor}

// isAnyOf reports whether a text is one of these people, the family name first and no comma after it:
// au=Weir Ann B.&aulast=Weir&aufirst=Ann B.
func isAnyOf(people []name.Name, s string) bool {
	for i := range people {
		if s == people[i].Family+" "+people[i].Given {
			return true
		}
	}
	return false
}

// fullNamesHold reports whether a family name is in one of them.
func (r *reader) fullNamesHold(family string) bool {
	for _, f := range fullNames {
		for _, v := range r.co.All(f) {
			if name.HasWords(v, family) {
				return true
			}
		}
	}
	return false
}

// sharesGiven reports whether the given name in aufirst is that of the one person in au, whose family
// name is not in aulast: one of the two is somebody else's.
func (r *reader) sharesGiven() bool {
	first, last := r.co.Get(openurl.AuFirst), r.co.Get(openurl.AuLast)
	if len(r.c.Author) != 2 || len(first) < 3 {
		return false
	}
	for _, v := range r.co.All(openurl.Au) {
		if family, given, _ := strings.Cut(v, ", "); given == first && !name.HasWords(last, family) {
			return true
		}
	}
	return false
}

// hasUnknownOrder reports whether one of the people in au lost the comma after the family name, or nothing says whether
// what is between commas are parts of a name or names.
func (r *reader) hasUnknownOrder() bool {
	if name.IsUnknownRow(r.co.Get(openurl.AuLast)) {
		return true
	}
	for _, v := range r.co.All(openurl.Au) {
		if name.HasUnknownOrder(v) {
			return true
		}
	}
	return false
}
