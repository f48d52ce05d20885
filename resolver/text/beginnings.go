package text

import "iter"

// Beginnings are what a text may begin with, whatever its case. Few texts begin with the first
// letter of one, so they are kept by that.
type Beginnings [256][]string

// BeginningsOf makes them of a list.
func BeginningsOf(list ...string) *Beginnings {
	var b Beginnings
	for _, beginning := range list {
		first := beginning[0] | 0x20
		b[first] = append(b[first], beginning)
	}
	return &b
}

// Cut goes over what is left of a text behind each of the beginnings that it has.
func (b *Beginnings) Cut(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if s == "" {
			return
		}
		for _, beginning := range b[s[0]|0x20] {
			if rest, ok := CutFold(s, beginning); ok && !yield(rest) {
				return
			}
		}
	}
}

// Begin reports whether a text has one of the beginnings.
func (b *Beginnings) Begin(s string) bool {
	for range b.Cut(s) {
		return true
	}
	return false
}
