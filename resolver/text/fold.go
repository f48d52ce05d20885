package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a text's bare letters and digits: without case, accents,
// punctuation and blanks. Two titles that differ only in those are one.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	c, i := nextFolded(s, 0)
	for c != 0 {
		b.WriteByte(c)
		c, i = nextFolded(s, i)
	}
	if i < 0 {
		return foldAny(s)
	}
	return b.String()
}

// foldAny is fold for all that nextFolded cannot read.
func foldAny(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(unicode.ToUpper(r))) // ς and ı have the capitals of σ and i
		}
	}
	return b.String()
}

// SameFold reports whether two texts have the same bare letters and digits. It is
// fold(a) == fold(b), without making either.
func SameFold(a, b string) bool {
	if a == b {
		return true
	}
	i, j := 0, 0
	for {
		ca, na := nextFolded(a, i)
		cb, nb := nextFolded(b, j)
		switch {
		case na < 0 || nb < 0: // beyond ASCII
			return Fold(a) == Fold(b)
		case ca != cb:
			return false
		case ca == 0:
			return true
		}
		i, j = na, nb
	}
}

// StartsFolded reports whether the bare letters and digits of a text begin with one of
// these, which are folded already, to ASCII.
func StartsFolded(s string, folded []string) bool {
	first, next := nextFolded(s, 0)
	if next < 0 && foldsBeyond(s[^next:]) {
		return false
	}
	for _, begin := range folded {
		if next >= 0 && begin[0] != first { // most differ in the first letter
			continue
		}
		switch starts, known := startsFolded(s, begin); {
		case !known: // beyond ASCII
			s = Fold(s)
			return slices.ContainsFunc(folded, func(begin string) bool { return strings.HasPrefix(s, begin) })
		case starts:
			return true
		}
	}
	return false
}

// startsFolded does so for one of them, as far as nextFolded can read the text.
func startsFolded(s, begin string) (starts, known bool) {
	i := 0
	for j := range len(begin) {
		c, next := nextFolded(s, i)
		if next < 0 || c != begin[j] {
			return false, next >= 0
		}
		i = next
	}
	return true, true
}

// nextFolded returns the next letter or digit from i on, in lower case, and where
// to go on; 0 at the end. Where there is a letter that only foldAny can read, next is the
// complement of its place.
func nextFolded(s string, i int) (c byte, next int) {
	for i < len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			switch bare := latin(r); {
			case bare != 0:
				return bare, i + n
			case !isTypographic(r):
				return 0, ^i
			}
			i += n
			continue
		}
		i++
		switch {
		case 'A' <= c && c <= 'Z':
			return c | 0x20, i
		case 'a' <= c && c <= 'z', IsDigit(c):
			return c, i
		}
	}
	return 0, len(s)
}

// foldsBeyond reports whether the first character of a text is a letter that is not ASCII when
// folded, as those of most scripts.
func foldsBeyond(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	folded := foldAny(s[:n])
	return folded != "" && folded[0] >= utf8.RuneSelf
}

// isTypographic reports whether a rune is one of the dashes, quotation marks and dots of Unicode's General
// Punctuation.
func isTypographic(r rune) bool { return '\u2010' <= r && r <= '\u2027' }

// firstLatin is the first letter with an accent.
const firstLatin = 'À'

// latinBare has the bare letters of Latin-1 and Latin Extended-A; 0 is for a letter
// that has none, or more than one.
var latinBare = func() (bare [0x180 - firstLatin]byte) {
	for i := range bare {
		if folded := foldAny(string(rune(firstLatin + i))); len(folded) == 1 {
			bare[i] = folded[0]
		}
	}
	return bare
}()

// latin returns the bare letter of a letter with an accent; 0 if it is not in
// latinBare.
func latin(r rune) byte {
	if r < firstLatin || int(r-firstLatin) >= len(latinBare) {
		return 0
	}
	return latinBare[r-firstLatin]
}
