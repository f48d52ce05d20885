package identifier

import (
	"regexp"
	"strings"
)

// bibcode is four digits of the year and fifteen characters, dots for what is missing.
var bibcode = regexp.MustCompile(`^[12]\d{3}[A-Za-z][A-Za-z0-9.&]{13}[A-Z.:]$`)

// ParseBibcode returns a code of the Astrophysics Data System: 1996AJ....111.1748M.
func ParseBibcode(s string) (string, bool) {
	s = afterPath(strings.TrimSpace(s), "info:bibcode/", "bibcode:", "adsabs.harvard.edu/abs/")
	s, _, _ = strings.Cut(s, "/")
	if !bibcode.MatchString(s) {
		return "", false
	}
	return s, true
}
