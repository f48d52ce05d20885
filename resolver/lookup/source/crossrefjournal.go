package source

import (
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/lookup/record"
)

// readCrossrefJournal reads /journals/{issn}. A journal's title is a text there, not a
// list as a work's is.
func readCrossrefJournal(body []byte, issn string, year int) (record.Record, error) {
	var answer struct {
		Message struct {
			Title     text       `json:"title"`
			Publisher text       `json:"publisher"`
			ISSN      list[text] `json:"ISSN"`
		} `json:"message"`
	}
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	j := &answer.Message
	isThis := func(n text) bool {
		found, ok := identifier.ParseISSN(string(n))
		return ok && found == issn
	}
	if len(j.ISSN) > 0 && !slices.ContainsFunc(j.ISSN, isThis) {
		return record.Record{}, ErrUnknown
	}
	c := citation.Citation{Type: citation.Periodical, Title: string(j.Title), Publisher: string(j.Publisher), ISSN: issn}
	return finish(record.Record{Source: crossref{}.Name(), Citation: c}, year)
}
