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
	for !isTidy(s) {
		t := tidyOnce(s)
		if t == s { // what is taken out can make a tag of what was none
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
		case unicode.IsSpace(r), unicode.IsControl(r), r == '\u2028', r == '\u2029':
			blank = b.Len() > 0
		case directionMarks[r]:
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

// directionMarks are invisible: direction marks, zero-width spaces, byte order
// marks, soft hyphens. The joiners of Persian and Indic scripts are none of them.
var directionMarks = map[rune]bool{
	'\u00AD': true, '\u061C': true, '\u200B': true, '\u200E': true, '\u200F': true,
	'\u202A': true, '\u202B': true, '\u202C': true, '\u202D': true, '\u202E': true,
	'\u2060': true, '\u2066': true, '\u2067': true, '\u2068': true, '\u2069': true, '\uFEFF': true,
}

// isTidy is the quick way for the usual value.
func isTidy(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == 0x7f || c == '<' || c == '>' || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return s == "" || before != ' '
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
