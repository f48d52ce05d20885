package web

import (
	"maps"
	"slices"
)

// credit names a service and the fields of a citation that came from it.
type credit struct {
	Source string
	Fields []string
}

// credits groups the fields that a lookup filled by their sources, in the order of
// the form. The type is not among them: it is no field that one reads off.
func credits(from map[string]string) []credit {
	var all []credit
	for _, source := range slices.Compact(slices.Sorted(maps.Values(from))) {
		c := credit{Source: source}
		for i := range fields {
			if from[fields[i].name] == source {
				c.Fields = append(c.Fields, fields[i].name)
			}
		}
		if len(c.Fields) > 0 {
			all = append(all, c)
		}
	}
	return all
}
