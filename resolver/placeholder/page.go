package placeholder

import "strings"

// startEnd returns the first and the last page of "236-259". The last is "" where
// it is not plain: of one page, and of several ranges ("1-3, 6"), where the end of
// the first range would belie the others.
func startEnd(pages string) (start, end string) {
	if i := strings.IndexAny(pages, ",;& "); i >= 0 {
		start, _ = splitRange(pages[:i])
		return start, ""
	}
	return splitRange(pages)
}

// splitRange splits a range at its hyphen, in "A-1-A-5" at the middle one. A label
// such as "A-12" is not a range.
func splitRange(s string) (start, end string) {
	n := strings.Count(s, "-")
	if n%2 == 0 {
		return s, ""
	}
	i := -1
	for range n/2 + 1 {
		i += 1 + strings.IndexByte(s[i+1:], '-')
	}
	a, b := s[:i], s[i+1:]
	switch {
	case b == "":
		return a, ""
	case hasDigit(a) && hasDigit(b), roman(a) && roman(b):
		return a, b
	case roman(a) && a == strings.ToLower(a) && hasDigit(b): // xii-5: front matter and on
		return a, b
	}
	return s, ""
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func roman(s string) bool { return s != "" && strings.Trim(s, "ivxlcdmIVXLCDM") == "" }
