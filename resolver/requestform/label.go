package requestform

import (
	"maps"
	"slices"
	"strings"
)

// Label is a field of a form in its system's own words.
type Label struct {
	Text string   // "" for keys that fill no field
	Keys []string // that fill it; of rft_id with the scheme after a space
	On   []Param  // each opens a form that has the field; nil where all of the system's forms have it
}

// shapes has one of each shape that conditions of rows distinguish.
var shapes = []shape{{}, {format: formatJournal, part: true}, {format: formatBook, part: true}}

// opening returns the fixed pairs of the address to which the items of a row are sent.
func (s *spec) opening(r *row) []Param {
	if r.when == nil {
		return nil
	}
	var pairs []Param
	for i := range s.rows {
		fixed := &s.rows[i]
		if !fixed.required || fixed.when == nil {
			continue
		}
		if slices.ContainsFunc(shapes, func(of shape) bool { return fixed.when(of) && r.when(of) }) {
			pairs = append(pairs, Param{fixed.key, fixed.from})
		}
	}
	return pairs
}

// OpensByType reports whether the address of the service's form holds which form opens,
// and names the key that says so.
func (s Service) OpensByType() (key string, ok bool) {
	for _, r := range specOf(s).rows {
		if r.required && r.when != nil {
			return r.key, true
		}
	}
	return "", false
}

// Labels returns the fields of a service's form, in the order in which it is filled.
// They are nil for OCLC's forms, whose keys depend on each other.
func (s Service) Labels() []Label {
	var labels []Label
	at := map[string]int{}
	spec := specOf(s)
	for i := range spec.rows {
		r, on := &spec.rows[i], spec.opening(&spec.rows[i])
		i, ok := at[r.label]
		if !ok {
			i = len(labels)
			at[r.label] = i
			labels = append(labels, Label{Text: r.label})
		}
		labels[i].On = append(labels[i].On, on...)
		key := r.key
		if key == "rft_id" {
			scheme, _, _ := strings.Cut(r.from, "{")
			key += " " + scheme
		}
		labels[i].Keys = append(labels[i].Keys, key)
	}
	if len(labels) < 2 { // that of no field
		return nil
	}
	return labels
}

// Labels returns the fields of the form: those of its service, and those that the
// library's own keys fill, under the names of the keys. They are nil for OCLC's forms.
func (f *Form) Labels() []Label {
	labels := f.Service.Labels()
	if labels == nil && !f.Service.NeedsKeys() {
		return nil
	}
	labels = append([]Label{}, labels...) // never nil
	known := func(key string) bool {
		return slices.ContainsFunc(labels, func(l Label) bool { return slices.Contains(l.Keys, key) })
	}
	add := func(key string) {
		if !known(key) {
			labels = append(labels, Label{Text: key, Keys: []string{key}})
		}
	}
	for _, key := range f.OwnKeys() {
		add(key)
	}
	return labels
}

// OwnKeys returns the names of the keys that the library's settings fill.
func (f *Form) OwnKeys() []string {
	var names []string
	for _, keys := range f.allKeys() {
		for _, k := range keys {
			if len(k.From) > 0 {
				names = append(names, k.Name)
			}
		}
	}
	for _, p := range f.Params {
		if p.Value != "" {
			names = append(names, p.Key)
		}
	}
	return names
}

// allKeys returns the keys of the library's own: the form's, and those of each type.
func (f *Form) allKeys() [][]Key {
	all := [][]Key{f.Keys}
	for _, t := range slices.Sorted(maps.Keys(f.Types)) {
		all = append(all, f.Types[t].Keys)
	}
	return all
}
