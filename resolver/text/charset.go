package text

import "unicode/utf8"

// CharSet is a set of ASCII characters. The functions of strings that take a set of
// characters build it with each call; cleaning asks the same of every value
// of every link, so here a set is made once. What is not ASCII is in no set.
type CharSet struct{ *chars }

type chars struct {
	has  [256]bool
	mask CharMask
}

// Digits are the digits from 0 to 9.
var Digits = Chars("0123456789")

// Chars returns the set of the characters of a text, which must be ASCII.
func Chars(list string) CharSet {
	s := CharSet{new(chars)}
	for i := range len(list) {
		s.add(list[i])
	}
	return s
}

func (s CharSet) add(c byte) {
	s.has[c] = true
	s.mask.add(c)
}

// Has reports whether a character is in the set.
func (s CharSet) Has(c byte) bool { return s.has[c] }

// Index returns the place of the first character of a text that is in the set, or -1.
func (s CharSet) Index(text string) int {
	for i := range len(text) {
		if s.Has(text[i]) {
			return i
		}
	}
	return -1
}

// In reports whether a text has a character of the set.
func (s CharSet) In(text string) bool { return s.Index(text) >= 0 }

// Trim cuts the characters of the set from both ends of a text.
func (s CharSet) Trim(text string) string { return s.TrimLeft(s.TrimRight(text)) }

// TrimLeft cuts the characters of the set from the beginning of a text.
func (s CharSet) TrimLeft(text string) string {
	i := 0
	for i < len(text) && s.Has(text[i]) {
		i++
	}
	return text[i:]
}

// TrimRight cuts the characters of the set from the end of a text.
func (s CharSet) TrimRight(text string) string {
	n := len(text)
	for n > 0 && s.Has(text[n-1]) {
		n--
	}
	return text[:n]
}

// CharMask says which characters of ASCII a text has, and whether it has others. It is found once where many ask.
type CharMask struct {
	ascii  [2]uint64
	beyond bool
}

// MaskOf returns the mask of a text.
func MaskOf(s string) (m CharMask) {
	for i := range len(s) {
		m.add(s[i])
	}
	return m
}

func (m *CharMask) add(c byte) {
	if c >= utf8.RuneSelf {
		m.beyond = true
		return
	}
	m.ascii[c>>6] |= 1 << (c & 63)
}

// Add makes the mask that of two texts.
func (m *CharMask) Add(other CharMask) {
	m.ascii[0] |= other.ascii[0]
	m.ascii[1] |= other.ascii[1]
	m.beyond = m.beyond || other.beyond
}

// MayHold reports whether a text with the mask has a character of the set, or one beyond ASCII, of which nothing is known.
func (m *CharMask) MayHold(set CharSet) bool {
	return m.beyond || m.ascii[0]&set.mask.ascii[0]|m.ascii[1]&set.mask.ascii[1] != 0
}
