package text

import (
	"strings"
)

// WordSet is a set of folded words.
type WordSet map[string]bool

// Words makes a set of the words in a text.
func Words(list string) WordSet {
	m := WordSet{}
	for _, w := range strings.Fields(list) {
		m[Fold(w)] = true
	}
	return m
}

// Has reports whether a word is in the set, but for case, accents and punctuation.
func (m WordSet) Has(word string) bool { return FindFolded(m, word) }

// FindFolded returns what a table has for a text, folded.
func FindFolded[V any](table map[string]V, s string) V {
	var buf [40]byte
	n := 0
	for i := 0; ; {
		c, next := nextFolded(s, i)
		if next < 0 || n == len(buf) {
			return table[Fold(s)]
		}
		if c == 0 {
			return table[string(buf[:n])]
		}
		buf[n] = c
		n++
		i = next
	}
}
