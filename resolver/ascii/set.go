// Package ascii has sets of ASCII characters. The functions of strings that take a
// set of characters make it anew with each call; cleaning asks the same questions
// of every value of every link, so here a set is made once.
//
// It deviates from strings in one point: what is not ASCII is in no set.
package ascii

// Set is a set of ASCII characters.
type Set [2]uint64

// Digits are the digits from 0 to 9.
var Digits = Of("0123456789")

// Of makes a set of the characters of a text, which must be ASCII.
func Of(chars string) Set {
	var s Set
	for i := range len(chars) {
		s[chars[i]>>6&1] |= 1 << (chars[i] & 63)
	}
	return s
}

// Has tells whether a character is in the set.
func (s Set) Has(c byte) bool { return c < 0x80 && s[c>>6]>>(c&63)&1 != 0 }

// Index gives the place of the first character of a text that is in the set, or -1.
func (s Set) Index(text string) int {
	for i := range len(text) {
		if s.Has(text[i]) {
			return i
		}
	}
	return -1
}

// In tells whether a text has a character of the set.
func (s Set) In(text string) bool { return s.Index(text) >= 0 }

// Trim cuts the characters of the set from both ends of a text.
func (s Set) Trim(text string) string { return s.TrimLeft(s.TrimRight(text)) }

// TrimLeft cuts the characters of the set from the beginning of a text.
func (s Set) TrimLeft(text string) string {
	i := 0
	for i < len(text) && s.Has(text[i]) {
		i++
	}
	return text[i:]
}

// TrimRight cuts the characters of the set from the end of a text.
func (s Set) TrimRight(text string) string {
	n := len(text)
	for n > 0 && s.Has(text[n-1]) {
		n--
	}
	return text[:n]
}
