package identifier

import (
	"strings"

	"lendlink/resolver/text"
)

// ParseLCCN returns a Library of Congress control number in the normal form of the
// info:lccn registry: no blanks, nothing from a "/" on, the part after a hyphen
// padded to six digits.
func ParseLCCN(s string) (string, bool) {
	s = plain(s)
	for _, prefix := range [...]string{"info:lccn/", "https://lccn.loc.gov/", "http://lccn.loc.gov/"} {
		s, _ = text.CutFold(s, prefix)
	}
	s = strings.ToLower(strings.ReplaceAll(s, " ", ""))
	s, _, _ = strings.Cut(s, "/")
	if before, after, ok := strings.Cut(s, "-"); ok {
		if len(after) > 6 || !text.AllDigits(after) {
			return "", false
		}
		s = before + strings.Repeat("0", 6-len(after)) + after
	}
	n := len(s) - 8
	if n < 0 || n > 4 || !text.AllDigits(s[n:]) {
		return "", false
	}
	prefix := s[:n]
	ok := false
	switch n {
	case 0:
		ok = true
	case 1:
		ok = text.IsASCIILetter(prefix[0])
	case 2:
		ok = text.AllDigits(prefix) || text.AllLetters(prefix)
	case 3:
		ok = text.IsASCIILetter(prefix[0]) && (text.AllDigits(prefix[1:]) || text.AllLetters(prefix[1:]))
	case 4:
		ok = text.AllLetters(prefix[:2]) && text.AllDigits(prefix[2:])
	}
	if !ok {
		return "", false
	}
	return s, true
}
