package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestOtherIdentifiers(t *testing.T) {
	for _, c := range []struct {
		name     string
		parse    func(string) (string, bool)
		in, want string
	}{
		{"PMCID", identifier.ParsePMCID, "PMC3531190", "PMC3531190"},
		{"PMCID's address", identifier.ParsePMCID, "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/", "PMC3531190"},
		{"PMCID with a version", identifier.ParsePMCID, "pmcid: pmc3531190.1", "PMC3531190"},
		{"a PMID is none", identifier.ParsePMCID, "3531190", ""},
		{"arXiv", identifier.ParseArXiv, "arXiv:1706.03762v5", "1706.03762"},
		{"arXiv's address", identifier.ParseArXiv, "https://arxiv.org/pdf/hep-th/9901001v1.pdf", "hep-th/9901001"},
		{"a date is no arXiv number", identifier.ParseArXiv, "2017.06", ""},
		{"bibcode", identifier.ParseBibcode, "info:bibcode/1996AJ....111.1748M", "1996AJ....111.1748M"},
		{"a word is no bibcode", identifier.ParseBibcode, "1996AJ", ""},
		{"handle", identifier.ParseHandle, "https://hdl.handle.net/2027/mdp.39015012345678", "2027/mdp.39015012345678"},
		{"a DOI is no handle here", identifier.ParseHandle, "10.1000/182", ""},
		{"MMS", identifier.ParseMMS, "991234567890107871", "991234567890107871"},
		{"MMS in a permalink", identifier.ParseMMS, "alma991234567890107871", "991234567890107871"},
		{"not Alma's", identifier.ParseMMS, "cdi_proquest_1", ""},
		{"too long", identifier.ParseMMS, "99123456789010787112", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := c.parse(c.in)
			if ok != (c.want != "") || ok && got != c.want {
				t.Errorf("%q gives %q, %t; want %q", c.in, got, ok, c.want)
			}
		})
	}
}
