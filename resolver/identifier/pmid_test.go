package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParsePMID(t *testing.T) {
	vectors{
		{"bare", "9036860", "9036860"},
		{"id", "pmid:9036860", "9036860"},
		{"info", "info:pmid/9036860", "9036860"},
		{"a label", "PMID: 9036860", "9036860"},
		{"a page", "https://pubmed.ncbi.nlm.nih.gov/9036860/", "9036860"},
		{"the guidelines' misprint", "info:ofi/pmid:9036860", "9036860"},
		{"an address of old", "http://www.ncbi.nlm.nih.gov/pubmed/9036860?dopt=Abstract", "9036860"},
		{"Europe PMC", "https://europepmc.org/article/MED/9036860", "9036860"},
		{"the label twice", "info:pmid/pmid:11872341", "11872341"},
		{"whose it is after it", "9036860 [PubMed]", "9036860"},
		{"a sentence's end", "PMID: 9036860.", "9036860"},
		{"leading zeros", "009036860", "9036860"},
		{"digits of full width", "９０３６８６０", "9036860"},
		{"zeros alone", "0", ""},
		{"words", "pmid:none", ""},
		{"PubMed Central's is another", "PMC2808187", ""},
		{"too long", "123456789", ""},
		{"empty", "info:pmid/", ""},
	}.run(t, identifier.ParsePMID)
}

func TestNamesPMID(t *testing.T) {
	for in, want := range map[string]bool{
		"info:pmid/9036860": true, "PMID: 9036860": true, "https://pubmed.ncbi.nlm.nih.gov/9036860/": true,
		"https://europepmc.org/article/MED/9036860": true, "9036860": false, "PMC2808187": false, "info:doi/10.1086/679999": false, "": false,
	} {
		if identifier.NamesPMID(in) != want {
			t.Errorf("%q: %t", in, !want)
		}
	}
}
