package source

import (
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/openaccess"
)

// europePMCCopies are the articles whose full text Europe PMC has.
type europePMCCopies struct{ europePMC }

func (europePMCCopies) Schemes() []Scheme { return []Scheme{PMCID, PMID, DOI} }

// Read reads /search. Free to read is what is in Europe PMC, also where isOpenAccess is N:
// that is about the licence.
func (s europePMCCopies) Read(body []byte, q Question, year int) (record.Record, error) {
	a, err := readEuropePMC(body, q)
	if err != nil {
		return record.Record{}, err
	}
	r := record.Record{Source: s.Name(), Citation: a.citation(year)}
	if a.InEPMC == "Y" && r.Citation.PMCID != "" {
		r.Copies = []openaccess.Copy{{URL: "https://europepmc.org/articles/" + r.Citation.PMCID, License: openaccess.License(a.License)}}
	}
	return finish(r, year)
}
