package source

import (
	"cmp"
	"net/url"
	"strings"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/lookup/record"
)

// openAlex is the index of works by OurResearch; https://docs.openalex.org. A key is in
// the address: https://api.openalex.org/?api_key=….
type openAlex struct{}

func (openAlex) Name() string      { return "OpenAlex" }
func (openAlex) Schemes() []Scheme { return []Scheme{DOI, PMID} }

// Limits are ours: OpenAlex counts by day, and says when it is too much.
func (openAlex) Limits(bool) Limits { return Limits{Requests: 10, Per: time.Second, AtOnce: 4} }

func (openAlex) Address(base *url.URL, q Question, _ string) string {
	path := "works/" + string(q.Scheme) + ":" + url.PathEscape(q.Value)
	return under(base, path, url.Values{"select": {"doi,ids,title,type,best_oa_location"}})
}

// openAlexTypes are OpenAlex's types; others are documents.
var openAlexTypes = map[text]citation.Type{
	"article": citation.Article, "preprint": citation.Article, "review": citation.Article, "letter": citation.Article,
	"book": citation.Book, "book-chapter": citation.Chapter, "dissertation": citation.Thesis, "report": citation.Report,
}

// Read reads /works/{id}. Identifiers are whole addresses.
func (s openAlex) Read(body []byte, q Question, year int) (record.Record, error) {
	var w struct {
		DOI   text `json:"doi"`
		Title text `json:"title"`
		Type  text `json:"type"`
		IDs   struct {
			PMID text `json:"pmid"`
		} `json:"ids"`
		Best *struct {
			PDF     text `json:"pdf_url"`
			Landing text `json:"landing_page_url"`
			Version text `json:"version"`
			License text `json:"license"`
		} `json:"best_oa_location"`
	}
	if err := decode(body, &w); err != nil {
		return record.Record{}, err
	}
	c := citation.Citation{Type: cmp.Or(openAlexTypes[w.Type], citation.Document), Title: string(w.Title)}
	c.DOI, _ = identifier.ParseDOI(string(w.DOI))
	c.PMID, _ = identifier.ParsePMID(w.IDs.PMID.lastPart())
	r := record.Record{Source: s.Name(), Citation: c}
	if at := w.Best; at != nil {
		r.Copies = copiesAt(at.Version, at.License, at.PDF, at.Landing)
	}
	return finish(r, year)
}

// lastPart returns what follows the last slash of an address.
func (t text) lastPart() string { return string(t[strings.LastIndexByte(string(t), '/')+1:]) }
