package citation

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold gives a text's bare letters and digits: without case, accents,
// punctuation and blanks. Two titles that differ only in those are one.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	ascii := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 0x80:
			ascii = false
		case 'A' <= c && c <= 'Z':
			b.WriteByte(c | 0x20)
		case 'a' <= c && c <= 'z', isDigit(c):
			b.WriteByte(c)
		}
		if !ascii {
			break
		}
	}
	if ascii {
		return b.String()
	}
	b.Reset()
	for _, r := range norm.NFKD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// sameTitle tells whether two titles are one but for case and punctuation, for
// "&" and "and", and for an article at the beginning, which indexes leave out.
func sameTitle(a, b string) bool {
	return a == b || len(a) > 0 && len(b) > 0 && foldTitle(a) == foldTitle(b)
}

func foldTitle(s string) string {
	s = cleanTitle(s)
	for _, article := range [...]string{"the ", "a ", "an "} {
		if rest, ok := cutFold(s, article); ok {
			s = rest
			break
		}
	}
	return fold(strings.ReplaceAll(s, " & ", " and "))
}
