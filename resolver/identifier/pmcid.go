package identifier

import (
	"strings"

	"lendlink/resolver/text"
)

// ParsePMCID returns the number of an article in PubMed Central with its letters:
// PMC3531190. A version (PMC3531190.1) is cut.
func ParsePMCID(s string) (string, bool) {
	s = after(strings.TrimSpace(plain(s)), "pmcid:", "pmc/articles/", "pmc.ncbi.nlm.nih.gov/articles/", "info:pmcid/", "info:pmc/")
	digits, ok := text.CutFold(strings.TrimSpace(s), "PMC")
	if !ok {
		return "", false
	}
	digits, _, _ = strings.Cut(strings.TrimRight(digits, "/"), ".")
	digits = strings.TrimLeft(digits, "0")
	if !text.AllDigits(digits) || len(digits) > 9 {
		return "", false
	}
	return "PMC" + digits, true
}
