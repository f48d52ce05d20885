package plaintext

import "math/bits"

// label is what a part of a reference is.
type label uint8

const (
	none label = iota
	title
	container
	series
	editors
	publisherLabel
	placeLabel
	genre
	note
	labels // how many can be decided; those below are recognised by their shape
	author
	dateLabel
	locator
	editionLabel
	numberLabel
)

// labelSegments finds the labels of the segments that no row recognised, so that the sum of
// what weights.txt says of each and of each after the other is greatest (Viterbi).
func labelSegments(segs []segment, w *weightTable) []label { return labelRemaining(segs, w, nil) }

// labelRemaining is labelSegments with the labels of some segments known.
func labelRemaining(segs []segment, w *weightTable, known []label) []label {
	type cell struct {
		sum  int
		from label
	}
	const never = -1 << 30
	var open []int // the segments to decide
	for i := range segs {
		if segs[i].fixed == none {
			open = append(open, i)
		}
	}
	table := make([][labels]cell, len(open))
	for n, i := range open {
		between := separatorOf(segs[i].before)
		if n > 0 && open[n-1] != i-1 {
			between = gap
		}
		for l := title; l < labels; l++ {
			own := w.of(segs[i].has, l)
			if known != nil && known[i] != none && known[i] != l {
				own = never / 64
			}
			best := cell{never, none}
			if n == 0 {
				best = cell{w.step[none][l][between], none}
			} else {
				for before := title; before < labels; before++ {
					if sum := table[n-1][before].sum + w.step[before][l][between]; sum > best.sum {
						best = cell{sum, before}
					}
				}
			}
			table[n][l] = cell{best.sum + own, best.from}
		}
	}
	out := make([]label, len(segs))
	for i := range segs {
		out[i] = segs[i].fixed
	}
	last := none
	for n := len(open) - 1; n >= 0; n-- {
		if last == none {
			last = title
			for l := title; l < labels; l++ {
				if table[n][l].sum > table[n][last].sum {
					last = l
				}
			}
		}
		out[open[n]] = last
		last = table[n][last].from
	}
	return out
}

// of returns the weight of a segment's features for a label.
func (w *weightTable) of(has features, l label) int {
	sum := 0
	for has != 0 {
		i := bits.TrailingZeros64(uint64(has))
		sum += w.feature[i][l]
		has &= has - 1
	}
	return sum
}
