package requestform

import "slices"

// SameRows returns the other services whose forms read the same keys, filled in the same way,
// as three forms have the rows of discoveryRows.
func SameRows(s Service) []Service {
	rows := specOf(s).rows
	same := func(a, b row) bool { return a.key == b.key && a.from == b.from && a.label == b.label }
	var others []Service
	for _, other := range services {
		if other.service != s && len(rows) > 0 && slices.EqualFunc(rows, other.rows, same) {
			others = append(others, other.service)
		}
	}
	return others
}
