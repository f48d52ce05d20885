package text

import (
	"iter"
	"maps"
	"strings"
)

// WordSet is a set of folded words.
type WordSet struct {
	words   map[string]bool
	first   CharSet // what they begin with
	longest int     // of them, in bytes
	beyond  bool    // some are not ASCII
}

// Words makes a set of the words in a text.
func Words(list string) WordSet {
	m := WordSet{words: map[string]bool{}, first: Chars("")}
	for _, w := range strings.Fields(list) {
		folded := Fold(w)
		m.words[folded] = true
		m.first.add(folded[0])
		m.longest, m.beyond = max(m.longest, len(folded)), m.beyond || !IsASCII(folded)
	}
	return m
}

// All goes over the words, folded.
func (m WordSet) All() iter.Seq[string] { return maps.Keys(m.words) }

// Has reports whether a word is in the set, but for case, accents and punctuation. Most are
// known not to be by their first letter, or by their length.
func (m WordSet) Has(word string) bool {
	c, i := nextFolded(word, 0)
	var room [64]byte // stays on the stack
	folded := room[:0]
	for c != 0 {
		if len(folded) == 0 && !m.first.Has(c) || len(folded) == m.longest {
			return false
		}
		folded = append(folded, c)
		c, i = nextFolded(word, i)
	}
	switch {
	case i >= 0:
		return m.words[string(folded)]
	case !m.beyond && foldsBeyond(word[^i:]):
		return false
	}
	return m.words[foldAny(word)]
}
