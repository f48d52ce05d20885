package requestform

import "strings"

// Label is a field of a form in its system's own words.
type Label struct {
	Text string   // "" for keys that fill no field
	Keys []string // that fill it; of rft_id with the scheme behind a space
}

// Labels returns the fields of a service's form, in the order in which it is filled.
// They are nil for OCLC's forms, whose keys depend on each other.
func (s Service) Labels() []Label {
	var labels []Label
	at := map[string]int{}
	named := false
	for _, r := range specOf(s).rows {
		named = named || r.label != ""
		i, ok := at[r.label]
		if !ok {
			i = len(labels)
			at[r.label] = i
			labels = append(labels, Label{Text: r.label})
		}
		key := r.key
		if scheme, _, found := strings.Cut(r.from, "{"); found && key == "rft_id" {
			key += " " + scheme
		}
		labels[i].Keys = append(labels[i].Keys, key)
	}
	if !named {
		return nil
	}
	return labels
}
