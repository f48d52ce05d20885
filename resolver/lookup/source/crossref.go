package source

import (
	"cmp"
	"net/url"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
)

// crossref is the agency that journals, books and proceedings have their DOIs
// from; https://api.crossref.org.
type crossref struct{}

func (crossref) Name() string      { return "Crossref" }
func (crossref) Schemes() []Scheme { return []Scheme{DOI, ISSN} }

// Limits are Crossref's for its public and its polite pool; its answers may say otherwise.
func (crossref) Limits(polite bool) Limits {
	if polite {
		return Limits{Requests: 10, Per: time.Second, AtOnce: 3}
	}
	return Limits{Requests: 5, Per: time.Second, AtOnce: 1}
}

func (crossref) Address(base *url.URL, q Question, contact string) string {
	query := mailTo(contact)
	if q.Scheme == ISSN {
		return under(base, "journals/"+url.PathEscape(q.Value), query)
	}
	return under(base, "works/"+url.PathEscape(q.Value), query)
}

// mailTo returns the parameter by which Crossref and DataCite know whom to write to.
func mailTo(contact string) url.Values {
	query := url.Values{}
	if contact != "" {
		query.Set("mailto", contact)
	}
	return query
}

// crossrefTypes are Crossref's types; the rest (dataset, component …) are documents.
var crossrefTypes = map[text]citation.Type{
	"journal-article": citation.Article, "posted-content": citation.Article, "peer-review": citation.Article,
	"proceedings-article": citation.Paper, "book-chapter": citation.Chapter, "book-section": citation.Chapter,
	"book-part": citation.Chapter, "book-track": citation.Chapter, "reference-entry": citation.Chapter,
	"book": citation.Book, "monograph": citation.Book, "edited-book": citation.Book, "reference-book": citation.Book,
	"book-set": citation.Book, "proceedings": citation.Book, "journal": citation.Periodical,
	"journal-issue": citation.Periodical, "journal-volume": citation.Periodical, "dissertation": citation.Thesis,
	"report": citation.Report, "report-component": citation.Report,
}

type crossrefName struct {
	Family, Given, Suffix, Name text
}

type crossrefWork struct {
	Type           text               `json:"type"`
	Title          text               `json:"title"`
	Subtitle       text               `json:"subtitle"`
	ShortTitle     list[text]         `json:"short-title"`
	OriginalTitle  list[text]         `json:"original-title"`
	ContainerTitle list[text]         `json:"container-title"`
	Author         list[crossrefName] `json:"author"`
	Editor         list[crossrefName] `json:"editor"`
	Issued         dateParts          `json:"issued"`
	Print          dateParts          `json:"published-print"`
	Publisher      text               `json:"publisher"`
	Location       text               `json:"publisher-location"`
	Institution    text               `json:"institution"`
	Edition        text               `json:"edition-number"`
	Volume         text               `json:"volume"`
	Issue          text               `json:"issue"`
	Page           text               `json:"page"`
	ArticleNumber  text               `json:"article-number"`
	ISBN           list[text]         `json:"ISBN"`
	ISBNType       list[typed]        `json:"isbn-type"`
	ISSN           list[text]         `json:"ISSN"`
	ISSNType       list[typed]        `json:"issn-type"`
	DOI            text               `json:"DOI"`
}

// Read reads /works/{doi} and /journals/{issn}.
func (s crossref) Read(body []byte, q Question, year int) (record.Record, error) {
	if q.Scheme == ISSN {
		return readCrossrefJournal(body, q.Value, year)
	}
	var answer struct {
		Message crossrefWork `json:"message"`
	}
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	return answer.Message.record(q.Value, year)
}

// record returns the record of a work; doi is for one that does not have its own.
func (w *crossrefWork) record(doi string, year int) (record.Record, error) {
	c := citation.Citation{
		Type: crossrefTypes[w.Type], Title: withSubtitle(w.Title, w.Subtitle),
		Author: crossrefNames(w.Author), Issued: w.Print.date(),
		Publisher: string(w.Publisher), PublisherPlace: string(w.Location), Edition: string(w.Edition),
		Volume: string(w.Volume), Issue: string(w.Issue), Page: string(w.Page),
		ISBN: preferred(w.ISBNType, "print", w.ISBN), ISSN: preferred(w.ISSNType, "print", w.ISSN), DOI: string(w.DOI),
	}
	if c.DOI == "" {
		c.DOI = doi
	}
	if c.Issued.IsZero() {
		c.Issued = w.Issued.date()
	}
	w.place(&c)
	return finish(record.Record{Source: crossref{}.Name(), Citation: c, Aliases: aliases(w.ShortTitle, w.OriginalTitle)}, year)
}

// place sets what depends on the type.
func (w *crossrefWork) place(c *citation.Citation) {
	switch c.Type {
	case citation.Book:
		// A book's container is its series; a book without authors has its
		// editors in their place, as in catalogues.
		c.CollectionTitle, c.Page = string(cmp.Or(w.ContainerTitle...)), ""
		if len(c.Author) == 0 {
			c.Author = crossrefNames(w.Editor)
		}
	case citation.Chapter, citation.Paper:
		// Of two containers the first is the series, the last the book.
		if n := len(w.ContainerTitle); n > 0 {
			c.ContainerTitle = string(w.ContainerTitle[n-1])
			if n > 1 {
				c.CollectionTitle = string(w.ContainerTitle[0])
			}
		}
	case citation.Thesis, citation.Report:
		if w.Institution != "" {
			c.Publisher = string(w.Institution)
		}
	case "":
		c.Type = citation.Document
		fallthrough
	default:
		c.ContainerTitle = string(cmp.Or(w.ContainerTitle...))
		if c.Page == "" {
			c.Page = string(w.ArticleNumber)
		}
	}
}

func crossrefNames(names list[crossrefName]) []citation.Name {
	var out []citation.Name
	for _, n := range names {
		switch {
		case n.Name != "":
			out = append(out, citation.Name{Literal: string(n.Name)})
		case n.Family != "" || n.Given != "":
			out = append(out, citation.Name{Family: string(n.Family), Given: string(n.Given), Suffix: string(n.Suffix)})
		}
	}
	return out
}

func aliases(lists ...list[text]) []string {
	var out []string
	for _, l := range lists {
		for _, t := range l {
			out = append(out, string(t))
		}
	}
	return out
}
