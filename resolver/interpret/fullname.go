package interpret

import (
	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
)

// fullNames are the fields that hold a name in one piece.
var fullNames = [...]openurl.Field{openurl.Au, openurl.Creator, openurl.Inventor}

// fullNamesHold reports whether a family name is in one of them. The creator, who is
// queried for only where no author is known, says nothing beside one.
func (r *reader) fullNamesHold(family string) bool {
	for _, f := range fullNames {
		if f == openurl.Creator {
			continue
		}
		for _, v := range r.co.All(f) {
			if name.HasWords(v, family) {
				return true
			}
		}
	}
	return false
}
