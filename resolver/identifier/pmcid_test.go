package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParsePMCID(t *testing.T) {
	vectors{
		{"bare", "PMC3531190", "PMC3531190"},
		{"an address", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/", "PMC3531190"},
		{"an address of today", "https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/pdf/main.pdf", "PMC3531190"},
		{"with a version", "pmcid: pmc3531190.1", "PMC3531190"},
		{"info", "info:pmcid/PMC3531190", "PMC3531190"},
		{"info, short", "info:pmc/PMC3531190", "PMC3531190"},
		{"leading zeros", "PMC0003531190", "PMC3531190"},
		{"a PubMed number", "3531190", ""},
		{"too long", "PMC1234567890", ""},
		{"letters alone", "PMC", ""},
		{"another word", "PMCID unknown", ""},
		{"empty", "", ""},
	}.run(t, identifier.ParsePMCID)
}
