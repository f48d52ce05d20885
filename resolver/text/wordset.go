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
func (m WordSet) Has(word string) bool {
	var buf [40]byte
	n := 0
	for i := 0; ; {
		c, next := nextFolded(word, i)
		if next < 0 || n == len(buf) {
			return m[Fold(word)]
		}
		if c == 0 {
			return m[string(buf[:n])]
		}
		buf[n] = c
		n++
		i = next
	}
}
