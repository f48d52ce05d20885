package plaintext

import (
	"cmp"
	"slices"
)

// fragment is a part of a reference whose shape a row recognised.
type fragment struct {
	*row
	from, to int // tokens
	got      captures
}

// candidates returns what the rows find among tokens, the best first.
func candidates(tokens []token, rows []row, from int, blocked []bool) []fragment {
	var found []fragment
	for at := from; at < len(tokens); at++ {
		if blocked[at] {
			continue
		}
		for i := range rows {
			f := fragment{row: &rows[i], from: at}
			if f.to = rows[i].shape.match(tokens, at, &f.got); f.to > at && !slices.Contains(blocked[at:f.to], true) {
				found = append(found, f)
				if rows[i].score >= 90 {
					break // the rows below say less of the same
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b fragment) int {
		return cmp.Or(b.score-a.score, (b.to-b.from)-(a.to-a.from), b.from-a.from)
	})
	return found
}
