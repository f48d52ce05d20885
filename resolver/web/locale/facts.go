package locale

import "lendlink/resolver/citation"

// Facts lists what is known of an item besides its titles and authors.
func Facts(c citation.Citation) []citation.Detail {
	var known []citation.Detail
	for i := range citation.Fields {
		f := &citation.Fields[i]
		written := f.Name == "title" || f.Name == "container-title" || f.Kind == citation.Names // in the reference itself
		if !written && !f.Empty(&c) {
			known = append(known, citation.Detail{Name: f.Name, Value: f.Value(&c)})
		}
	}
	return known
}
