package identifier

import (
	"strings"

	"lendlink/resolver/text"
)

// pubMedPrefixes are what comes before a number of PubMed's in identifiers and addresses.
var pubMedPrefixes = []string{
	"pmid/", "pmid:", "pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "europepmc.org/abstract/med/",
	"europepmc.org/article/med/",
}

// NamesPMID reports whether an identifier says of itself that it is a number of PubMed's.
func NamesPMID(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "pmid") || strings.Contains(s, "pubmed") || text.ContainsAnyOf(s, pubMedPrefixes)
}

// ParsePMID returns a PubMed number: one to eight digits, without leading zeros.
// PMC numbers name something else.
func ParsePMID(s string) (string, bool) {
	s = after(strings.TrimSpace(plain(s)), pubMedPrefixes...)
	s = after(s, "pmid:")          // info:pmid/pmid:11872341
	s, _, _ = strings.Cut(s, " [") // 12345678 [PubMed]
	s = strings.TrimRight(strings.TrimLeft(s, "0"), ".,; ")
	if !text.AllDigits(s) || len(s) > 8 {
		return "", false
	}
	return s, true
}
