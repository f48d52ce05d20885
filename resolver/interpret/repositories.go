package interpret

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/openurl"
)

// repositoryNumbers are identifiers of repositories and their databases. Some have a shape
// that other numbers have too, so the value must have the mark in it.
var repositoryNumbers = []struct {
	field, mark string
	parse       func(string) (string, bool)
	at          func(c *citation.Citation) *string
}{
	// info:pmcid/PMC3531190
	{"PMCID", "pmc", identifier.ParsePMCID, func(c *citation.Citation) *string { return &c.PMCID }},
	// info:arxiv/1706.03762
	{"arXiv", "arxiv", identifier.ParseArXiv, func(c *citation.Citation) *string { return &c.Custom.ArXiv }},
	// info:bibcode/1996AJ....111.1748M
	{"bibcode", "bibcode", identifier.ParseBibcode, func(c *citation.Citation) *string { return &c.Custom.Bibcode }},
	// https://ui.adsabs.harvard.edu/abs/…
	{"bibcode", "adsabs.", identifier.ParseBibcode, func(c *citation.Citation) *string { return &c.Custom.Bibcode }},
	// info:hdl/2027/mdp.39015012345678
	{"handle", "hdl", identifier.ParseHandle, func(c *citation.Citation) *string { return &c.Custom.Handle }},
}

// repositories reads the numbers of repositories.
func (r *reader) repositories() {
	for i := range repositoryNumbers {
		n := &repositoryNumbers[i]
		if *n.at(&r.c) != "" {
			continue
		}
		*n.at(&r.c) = r.find(n.field, func(s string) (string, bool) {
			if !strings.Contains(strings.ToLower(s), n.mark) {
				return "", false
			}
			return n.parse(s)
		}, openurl.ID, openurl.Identifier)
	}
}
