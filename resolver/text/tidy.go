package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Tidy puts text in order without changing what it says: Unicode NFC, one blank
// for any run of blanks and control characters, no marks that steer the
// direction of writing (they hide in what is pasted from right-to-left pages and
// can turn a line around), no tags of HTML or MathML.
func Tidy(s string) string {
	for range 8 { // what is taken out can make a tag of what was none
		if IsTidy(s) {
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

// isDirectionMark reports whether a rune is invisible: direction marks, zero-width spaces, byte
// order marks, soft hyphens. The joiners of Persian and Indic scripts are none of them.
func isDirectionMark(r rune) bool {
	switch r {
	case '\u00AD', '\u061C', '\u200B', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
		'\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF':
		return true
	}
	return false
}

// IsTidy reports whether there is nothing to put in order, as in the usual value.
func IsTidy(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return isTidyBeyondASCII(s)
		}
		if untidy.Has(c) || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return s == "" || before != ' '
}

// untidy are control characters, and what tags are made of.
var untidy = func() CharSet {
	set := Chars("<>\x7f")
	for c := range byte(' ') {
		set.has[c] = true
	}
	return set
}()

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
