package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tidy puts text in order without changing what it says: Unicode NFC, one blank
// for any run of blanks and control characters, no marks that steer the
// direction of writing (they hide in what is pasted from right-to-left pages and
// can turn a line around), no tags of HTML or MathML.
func tidy(s string) string {
	for range 8 { // what is taken out can make a tag of what was none
		if isTidy(s) {
			break
		}
		t := tidyOnce(s)
		if t == s {
			break
		}
		s = t
	}
	return s
}

func tidyOnce(s string) string {
	s = stripMarkup(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r):
			blank = b.Len() > 0
		case isDirectionMark(r):
		default:
			if blank {
				b.WriteByte(' ')
				blank = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isDirectionMark tells what is invisible: direction marks, zero-width spaces, byte
// order marks, soft hyphens. The joiners of Persian and Indic scripts are none of them.
func isDirectionMark(r rune) bool {
	switch r {
	case '\u00AD', '\u061C', '\u200B', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
		'\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF':
		return true
	}
	return false
}

// isTidy tells whether there is nothing to put in order, as in the usual value.
func isTidy(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return isTidyBeyondASCII(s)
		}
		if c < ' ' || c == 0x7f || c == '<' || c == '>' || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return s == "" || before != ' '
}

func isTidyBeyondASCII(s string) bool {
	before := ' '
	for _, r := range s {
		switch {
		case r == ' ':
			if before == ' ' {
				return false
			}
		case r == '<', r == '>', r == '¬', r == utf8.RuneError, unicode.IsSpace(r), unicode.IsControl(r), isDirectionMark(r):
			return false
		}
		before = r
	}
	return before != ' ' && norm.NFC.IsNormalString(s)
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// cutFold is strings.CutPrefix without regard to case, where that does not change a
// letter's length.
func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || s[0] < utf8.RuneSelf && s[0]|0x20 != prefix[0]|0x20 { // most differ in the first letter
		return s, false
	}
	if !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
