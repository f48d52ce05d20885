package source

import (
	"cmp"
	"encoding/json"
	"errors"
	"net/url"
	"strings"
	"time"
	"unicode"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
)

// pubmed is the National Library of Medicine's index of articles, and of the
// chapters in its Bookshelf; https://www.ncbi.nlm.nih.gov/books/NBK25501/.
type pubmed struct{}

func (pubmed) Name() string      { return "PubMed" }
func (pubmed) Schemes() []Scheme { return []Scheme{PMID} }

// Limits are NCBI's for those without a key.
func (pubmed) Limits(bool) Limits { return Limits{Requests: 3, Per: time.Second, AtOnce: 3} }

func (pubmed) Address(base *url.URL, q Question, contact string) string {
	query := url.Values{"db": {"pubmed"}, "id": {q.Value}, "retmode": {"json"}, "version": {"2.0"}, "tool": {"lendlink"}}
	if contact != "" {
		query.Set("email", contact)
	}
	return under(base, "esummary.fcgi", query)
}

type pubmedSummary struct {
	UID        text `json:"uid"`
	Error      text `json:"error"`
	Kind       text `json:"doctype"`
	Title      text `json:"title"`
	Vernacular text `json:"vernaculartitle"`
	Authors    list[struct {
		Name text `json:"name"`
		Kind text `json:"authtype"`
	}] `json:"authors"`
	Journal    text `json:"fulljournalname"`
	Source     text `json:"source"` // the journal, abbreviated
	BookTitle  text `json:"booktitle"`
	Publisher  text `json:"publishername"`
	Place      text `json:"publisherlocation"`
	Edition    text `json:"edition"`
	Date       text `json:"pubdate"`
	Volume     text `json:"volume"`
	Issue      text `json:"issue"`
	Pages      text `json:"pages"`
	ISSN       text `json:"issn"`
	ESSN       text `json:"essn"`
	ArticleIDs list[struct {
		Type  text `json:"idtype"`
		Value text `json:"value"`
	}] `json:"articleids"`
}

// Read reads esummary.fcgi in JSON.
func (s pubmed) Read(body []byte, q Question, year int) (record.Record, error) {
	var answer struct {
		Result map[string]json.RawMessage `json:"result"`
	}
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	if answer.Result == nil {
		return record.Record{}, errors.New("answer: no result")
	}
	raw, known := answer.Result[q.Value]
	if !known {
		return record.Record{}, ErrUnknown
	}
	var p pubmedSummary
	if err := decode(raw, &p); err != nil {
		return record.Record{}, err
	}
	if p.Error != "" {
		return record.Record{}, ErrUnknown
	}
	c := citation.Citation{
		Type: citation.Article, Title: string(p.Title), ContainerTitle: string(cmp.Or(p.Journal, p.Source)),
		Volume: string(p.Volume), Issue: string(p.Issue), Page: string(p.Pages),
		ISSN: string(cmp.Or(p.ISSN, p.ESSN)), PMID: string(cmp.Or(p.UID, text(q.Value))),
	}
	c.Issued, _ = citation.ParseDate(string(p.Date), year+1)
	p.place(&c)
	for _, a := range p.Authors {
		switch {
		case a.Name == "":
		case a.Kind == "CollectiveName" || a.Kind == "Corporate":
			c.Author = append(c.Author, citation.Name{Literal: string(a.Name)})
		default:
			c.Author = append(c.Author, pubmedName(string(a.Name)))
		}
	}
	for _, id := range p.ArticleIDs {
		if id.Type == "doi" {
			c.DOI = string(id.Value)
		}
	}
	return finish(record.Record{Source: s.Name(), Citation: c, Aliases: []string{string(p.Vernacular)}}, year)
}

// place sets what differs in the Bookshelf's chapters and books.
func (p *pubmedSummary) place(c *citation.Citation) {
	switch p.Kind {
	case "chapter":
		c.Type, c.ContainerTitle = citation.Chapter, string(p.BookTitle)
	case "book":
		c.Type, c.ContainerTitle = citation.Book, ""
		if c.Title == "" {
			c.Title = string(p.BookTitle)
		}
	default:
		return
	}
	c.Publisher, c.PublisherPlace, c.Edition = string(p.Publisher), string(p.Place), string(p.Edition)
}

// pubmedSuffixes come after the initials.
var pubmedSuffixes = map[string]string{"Jr": "Jr.", "Sr": "Sr.", "2nd": "II", "3rd": "III", "4th": "IV"}

// pubmedName splits "van der Berg JA Jr": family name, initials, suffix.
func pubmedName(s string) citation.Name {
	var n citation.Name
	words := strings.Fields(s)
	if last := len(words) - 1; last > 0 && pubmedSuffixes[words[last]] != "" {
		n.Suffix, words = pubmedSuffixes[words[last]], words[:last]
	}
	if last := len(words) - 1; last > 0 && isInitials(words[last]) {
		n.Given, words = words[last], words[:last]
	}
	n.Family = strings.Join(words, " ")
	return n
}

// isInitials reports whether a word is nothing but capital letters.
func isInitials(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) && r != '-' {
			return false
		}
	}
	return true
}
