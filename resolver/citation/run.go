package citation

import (
	"strings"

	"lendlink/resolver/text"
)

// longestIssue is how many years one volume of a journal can span.
const longestIssue = 2

// IsRun reports whether a journal's date is its whole run, as catalogues have it, and not a
// year that is wanted: open at its end (1923-, 1923-9999, 1970-uuuu), or longer than
// a volume can be. With a volume, two years are a date: 2019-2020.
func IsRun(date string, hasVolume bool) bool {
	first, last, found := strings.Cut(text.NormalDashes(strings.Trim(text.Tidy(date), " .,;[]()c")), "-")
	if first = strings.TrimLeft(first, "c"); !found || !isYear(first) {
		return false
	}
	last = strings.Trim(last, " .,;[]()<>c")
	switch {
	case last == "", last == "9999", strings.Contains(last, "uu"):
		return true
	case !isYear(last):
		return false
	}
	return !hasVolume && text.Atoi(last)-text.Atoi(first) > longestIssue
}

func isYear(s string) bool { return len(s) == 4 && text.AllDigits(s) }
