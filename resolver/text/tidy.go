package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Tidy returns a text cleaned without changing what it says: Unicode NFC, one blank
// for any run of blanks and control characters, no marks that steer the
// direction of writing (they hide in what is pasted from right-to-left pages and
// can turn a line around), no tags of HTML or MathML.
func Tidy(s string) string {
	for range 8 { // removing one thing can make a tag of what is left
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
// order marks, soft hyphens. The joiners of Persian and Indic scripts are not.
func isDirectionMark(r rune) bool {
	switch r {
	case '\u00AD', '\u061C', '\u200B', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
		'\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF':
		return true
	}
	return false
}

// firstMark is the first character that may be written together with the one before it.
const firstMark = '\u0300'

// IsTidy reports whether there is nothing to clean, as in most values.
func IsTidy(s string) bool {
	before, composed := ' ', true
	for _, r := range s {
		switch {
		case r >= utf8.RuneSelf:
			if isUntidy(r) {
				return false
			}
			composed = composed && r < firstMark
		case untidy.Has(byte(r)), r == ' ' && before == ' ':
			return false
		}
		before = r
	}
	return (s == "" || before != ' ') && (composed || norm.NFC.IsNormalString(s))
}

// untidy are control characters, and what tags are made of.
var untidy = func() CharSet {
	set := Chars("<>\x7f")
	for c := range byte(' ') {
		set.add(c)
	}
	return set
}()

// isUntidy reports whether a rune beyond ASCII does not stay as it is.
func isUntidy(r rune) bool {
	switch {
	case 'À' <= r && r < firstMark: // letters
		return false
	case r == '¬', r == utf8.RuneError:
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || isDirectionMark(r)
}
