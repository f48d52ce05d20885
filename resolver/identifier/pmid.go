package identifier

import (
	"strings"

	"lendlink/resolver/text"
)

// ParsePMID returns a PubMed number: one to eight digits, without leading zeros.
// PMC numbers name something else.
func ParsePMID(s string) (string, bool) {
	s = behind(strings.TrimSpace(s), "pmid/", "pmid:", "pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/")
	s, _, _ = strings.Cut(s, " [") // 12345678 [PubMed]
	s = strings.TrimRight(strings.TrimLeft(s, "0"), ".,; ")
	if !text.AllDigits(s) || len(s) > 8 {
		return "", false
	}
	return s, true
}
