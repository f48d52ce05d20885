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
func (m WordSet) Has(word string) bool { return m[Fold(word)] }
