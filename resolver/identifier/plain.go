package identifier

import (
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// plain returns a value without what copying from a page or a PDF adds: signs
// that cannot be seen (zero-width spaces, soft hyphens, direction marks, a byte-order
// mark) are removed, every dash is a hyphen, digits of full width are plain ones.
func plain(s string) string {
	if text.IsASCII(s) {
		return s
	}
	return text.PlainDigits(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.Is(unicode.Pd, r), r == '\u2212':
			return '-'
		case unicode.Is(unicode.Zs, r):
			return ' '
		}
		return r
	}, s))
}
