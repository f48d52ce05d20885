package placeholder

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes a value fit to be shown in a form's field: no control characters, no
// bytes that are not UTF-8, no marks that turn the direction of what follows. White
// space at the ends is cut. A value with nothing to clean is returned as it is.
func Clean(s string) string {
	if s == "" {
		return ""
	}
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7F {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if n <= 1 || unwanted(r) {
			return strings.TrimSpace(scrub(s))
		}
		i += n
	}
	if isInk(s[0]) && isInk(s[len(s)-1]) { // most values
		return s
	}
	return strings.TrimSpace(s)
}

// isInk reports whether a character is one of ASCII's that can be seen.
func isInk(c byte) bool { return c > ' ' && c < 0x7F }

func scrub(s string) string {
	const lineBreaks = "\t\n\r\u0085\u2028\u2029"
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(lineBreaks, r):
			return ' '
		case unwanted(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// unwanted reports whether a character must not reach a form. The joiners
// U+200C and U+200D are not among them: Persian and Indic scripts need them.
func unwanted(r rune) bool {
	switch r {
	case 0x2028, 0x2029, 0xFEFF: // line and paragraph separator, byte order mark
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}
