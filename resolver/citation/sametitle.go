package citation

import (
	"strings"

	"lendlink/resolver/text"
)

// SameTitle reports whether two tidied titles are the same except for case and punctuation, for
// "&" and "and", and for an article at the beginning, which indexes leave out.
func SameTitle(a, b string) bool {
	if a == b {
		return true
	}
	a, b = withoutArticle(a), withoutArticle(b)
	if a == "" || b == "" {
		return false
	}
	if text.IsASCIILetter(a[0]) && text.IsASCIILetter(b[0]) && a[0]|0x20 != b[0]|0x20 {
		return false // most differ in the first letter; marks in front of it are still to be cleaned
	}
	return text.SameFold(titleKey(a), titleKey(b))
}

func withoutArticle(s string) string {
	for _, article := range [...]string{"the ", "a ", "an "} {
		if rest, ok := text.CutFold(s, article); ok {
			return rest
		}
	}
	return s
}

// titleKey prepares a title for comparison.
func titleKey(s string) string {
	return strings.ReplaceAll(CleanTidiedTitle(s, WholeTitle), " & ", " and ")
}
