package text

import (
	"iter"
	"unicode/utf8"
)

// Beginnings are what a text may begin with, whatever its case. Few texts begin with the first
// letter of one, so they are kept by that letter; those that begin beyond ASCII are together.
type Beginnings [utf8.RuneSelf + 1][]string

// BeginningsOf makes them of a list.
func BeginningsOf(list ...string) *Beginnings {
	var b Beginnings
	for _, beginning := range list {
		first := firstOf(beginning)
		b[first] = append(b[first], beginning)
	}
	return &b
}

// Cut goes over what is left of a text after each of the beginnings that it has, in their order.
func (b *Beginnings) Cut(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if s == "" {
			return
		}
		for _, beginning := range b[firstOf(s)] {
			if rest, ok := CutFold(s, beginning); ok && !yield(rest) {
				return
			}
		}
	}
}

// firstOf returns the place of a text among Beginnings.
func firstOf(s string) byte { return min(s[0]|0x20, utf8.RuneSelf) }

// Begin reports whether a text has one of the beginnings.
func (b *Beginnings) Begin(s string) bool {
	for range b.Cut(s) {
		return true
	}
	return false
}
