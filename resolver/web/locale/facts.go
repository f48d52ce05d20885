package locale

import "lendlink/resolver/citation"

// Fact is one detail of a citation, named as in CSL.
type Fact struct{ Name, Value string }

// Facts lists what is known of an item beside its titles and authors.
func Facts(c citation.Citation) []Fact {
	var known []Fact
	for i := range citation.Fields {
		f := &citation.Fields[i]
		written := f.Name == "title" || f.Name == "container-title" || f.Kind == citation.Names // in the reference itself
		if !written && !f.Empty(&c) {
			known = append(known, Fact{f.Name, f.Value(&c)})
		}
	}
	return known
}
