package source

import (
	"cmp"
	"errors"
	"net/url"
	"strings"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
)

// europePMC is the index of life sciences that holds the full text of PubMed Central;
// https://europepmc.org/RestfulWebService.
type europePMC struct{}

func (europePMC) Name() string      { return "Europe PMC" }
func (europePMC) Schemes() []Scheme { return []Scheme{PMCID} }

// Limits are ours: Europe PMC states none.
func (europePMC) Limits(bool) Limits { return Limits{Requests: 5, Per: time.Second, AtOnce: 3} }

func (europePMC) Address(base *url.URL, q Question, _ string) string {
	return under(base, "search", url.Values{
		"query": {europePMCQuery(q)}, "resultType": {"core"}, "format": {"json"}, "pageSize": {"1"},
	})
}

// europePMCQuery writes a question in the search's syntax, in which a quote would end the
// DOI.
func europePMCQuery(q Question) string {
	switch q.Scheme {
	case PMID:
		return "EXT_ID:" + q.Value + " AND SRC:MED"
	case PMCID:
		return "PMCID:" + q.Value
	}
	return `DOI:"` + strings.NewReplacer(`"`, "", `\`, "").Replace(q.Value) + `"`
}

// europePMCArticle is an article of resultType=core; lite has other names.
type europePMCArticle struct {
	PMID    text `json:"pmid"`
	PMCID   text `json:"pmcid"`
	DOI     text `json:"doi"`
	Title   text `json:"title"`
	Year    text `json:"pubYear"`
	Pages   text `json:"pageInfo"`
	InEPMC  text `json:"inEPMC"`
	License text `json:"license"`
	Journal struct {
		Volume  text `json:"volume"`
		Issue   text `json:"issue"`
		Journal struct {
			Title text `json:"title"`
			ISSN  text `json:"issn"`
			ESSN  text `json:"essn"`
		} `json:"journal"`
	} `json:"journalInfo"`
	Authors struct {
		List list[struct {
			Last       text `json:"lastName"`
			First      text `json:"firstName"`
			Initials   text `json:"initials"`
			Collective text `json:"collectiveName"`
		}] `json:"author"`
	} `json:"authorList"`
}

// readEuropePMC returns the article that an answer holds, if it is the one asked about.
// Nothing found is a status of 200 with an empty list.
func readEuropePMC(body []byte, q Question) (*europePMCArticle, error) {
	var answer struct {
		Hits    text `json:"hitCount"`
		Results struct {
			List list[europePMCArticle] `json:"result"`
		} `json:"resultList"`
	}
	if err := decode(body, &answer); err != nil {
		return nil, err
	}
	if answer.Hits == "" {
		return nil, errors.New("answer: no count of hits")
	}
	for i := range answer.Results.List {
		a := &answer.Results.List[i]
		c := citation.Citation{DOI: string(a.DOI), PMID: string(a.PMID), PMCID: string(a.PMCID)}
		if q.Answered(&c) {
			return a, nil
		}
	}
	return nil, ErrUnknown
}

// Read reads /search.
func (s europePMC) Read(body []byte, q Question, year int) (record.Record, error) {
	a, err := readEuropePMC(body, q)
	if err != nil {
		return record.Record{}, err
	}
	return finish(record.Record{Source: s.Name(), Citation: a.citation(year)}, year)
}

func (a *europePMCArticle) citation(year int) citation.Citation {
	j := &a.Journal
	c := citation.Citation{
		Type: citation.Article, Title: string(a.Title), ContainerTitle: string(j.Journal.Title),
		Volume: string(j.Volume), Issue: string(j.Issue), Page: string(a.Pages), ISSN: string(cmp.Or(j.Journal.ISSN, j.Journal.ESSN)),
		DOI: string(a.DOI), PMID: string(a.PMID), PMCID: string(a.PMCID),
	}
	c.Issued, _ = citation.ParseDate(string(a.Year), year+1)
	for _, n := range a.Authors.List {
		switch {
		case n.Last != "":
			c.Author = append(c.Author, citation.Name{Family: string(n.Last), Given: string(cmp.Or(n.First, n.Initials))})
		case n.Collective != "":
			c.Author = append(c.Author, citation.Name{Literal: string(n.Collective)})
		}
	}
	return c
}
