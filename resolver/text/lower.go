package text

import "strings"

// longestLower is the longest text that FindLower writes in lower case on the stack.
const longestLower = 40

// FindLower returns what a table has for a text in lower case.
func FindLower[V any](table map[string]V, s string) (value V, ok bool) {
	if len(s) > longestLower || !IsASCII(s) {
		value, ok = table[strings.ToLower(s)]
		return value, ok
	}
	var lower [longestLower]byte
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	value, ok = table[string(lower[:len(s)])]
	return value, ok
}
