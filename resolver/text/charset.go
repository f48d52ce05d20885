package text

// CharSet is a set of ASCII characters. The functions of strings that take a set of
// characters build it with each call; cleaning asks the same of every value
// of every link, so here a set is made once. What is not ASCII is in no set.
type CharSet struct{ has *[256]bool }

// Digits are the digits from 0 to 9.
var Digits = Chars("0123456789")

// Chars returns the set of the characters of a text, which must be ASCII.
func Chars(chars string) CharSet {
	s := CharSet{new([256]bool)}
	for i := range len(chars) {
		s.has[chars[i]] = true
	}
	return s
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
