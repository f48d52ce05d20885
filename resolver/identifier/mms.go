package identifier

import (
	"strings"

	"lendlink/resolver/text"
)

// ParseMMS returns the number of a record in Alma: 8 to 19 digits. Some sources put
// "alma" before it, as Primo's permalinks do.
func ParseMMS(s string) (string, bool) {
	s, _ = text.CutFold(strings.TrimSpace(s), "alma")
	if !text.AllDigits(s) || len(s) < 8 || len(s) > 19 {
		return "", false
	}
	return s, true
}
