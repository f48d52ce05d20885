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
	weight   int
	labelled bool // a word such as vol. names what it holds
}

// candidates returns the fragments that the rows find among tokens, those that hold most first.
func candidates(tokens []token, rows []row, from int, blocked []bool) []fragment {
	var found []fragment
	for at := from; at < len(tokens); at++ {
		if blocked[at] {
			continue
		}
		for i := range rows {
			if !tokens[at].is(rows[i].first) {
				continue
			}
			f := fragment{row: &rows[i], from: at}
			if f.to = rows[i].shape.match(tokens, at, &f.got); f.to > at && !slices.Contains(blocked[at:f.to], true) {
				f.computeWeight(tokens)
				found = append(found, f)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b fragment) int {
		return cmp.Or(b.weight-a.weight, (b.to-b.from)-(a.to-a.from), b.from-a.from)
	})
	return found
}

// computeWeight counts what a fragment holds: its fields, the words such as vol. that name
// them, and the score of its row.
func (f *fragment) computeWeight(tokens []token) {
	f.weight = f.score
	if f.label != locator {
		return
	}
	for i := range f.got {
		if f.got[i].to > 0 {
			f.weight += 10
		}
	}
	for i := f.from; i < f.to; i++ {
		if tokens[i].is(vol|issue|pageWord) && !tokens[i].is(number|roman) {
			f.weight += 10
			f.labelled = true
		}
	}
}
