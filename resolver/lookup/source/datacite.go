package source

import (
	"cmp"
	"net/url"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/name"
)

// datacite is the agency that repositories have their DOIs from: theses,
// reports, preprints, data; https://api.datacite.org.
type datacite struct{}

func (datacite) Name() string      { return "DataCite" }
func (datacite) Schemes() []Scheme { return []Scheme{DOI} }

// Limits is half of what DataCite grants: 1000 requests in five minutes to those
// who name themselves, 500 to others.
func (datacite) Limits(polite bool) Limits {
	if polite {
		return Limits{Requests: 500, Per: 5 * time.Minute, AtOnce: 4}
	}
	return Limits{Requests: 250, Per: 5 * time.Minute, AtOnce: 4}
}

func (datacite) Address(base *url.URL, q Question, contact string) string {
	return under(base, "dois/"+url.PathEscape(q.Value), mailTo(contact))
}

// dataciteTypes are DataCite's general types, and what repositories write in
// their own words.
var dataciteTypes = map[text]citation.Type{
	"Book": citation.Book, "BookChapter": citation.Chapter, "ConferencePaper": citation.Paper,
	"ConferenceProceeding": citation.Book, "Dissertation": citation.Thesis, "Journal": citation.Periodical,
	"JournalArticle": citation.Article, "Preprint": citation.Article, "Report": citation.Report,
	"Thesis": citation.Thesis, "thesis": citation.Thesis, "Doctoral Thesis": citation.Thesis,
	"article-journal": citation.Article, "book": citation.Book, "chapter": citation.Chapter,
	"paper-conference": citation.Paper, "report": citation.Report,
}

type dataciteWork struct {
	DOI    text `json:"doi"`
	Titles list[struct {
		Title text `json:"title"`
		Type  text `json:"titleType"`
	}] `json:"titles"`
	Creators list[struct {
		Name   text `json:"name"`
		Kind   text `json:"nameType"`
		Given  text `json:"givenName"`
		Family text `json:"familyName"`
	}] `json:"creators"`
	Publisher text `json:"publisher"`
	Year      text `json:"publicationYear"`
	Types     struct {
		General  text `json:"resourceTypeGeneral"`
		Own      text `json:"resourceType"`
		Citeproc text `json:"citeproc"`
	} `json:"types"`
	Container struct {
		Type           text `json:"type"`
		Title          text `json:"title"`
		Volume         text `json:"volume"`
		Issue          text `json:"issue"`
		First          text `json:"firstPage"`
		Last           text `json:"lastPage"`
		Identifier     text `json:"identifier"`
		IdentifierType text `json:"identifierType"`
	} `json:"container"`
}

// Read reads /dois/{doi}, a JSON:API document.
func (s datacite) Read(body []byte, q Question, year int) (record.Record, error) {
	var answer struct {
		Data struct {
			Attributes dataciteWork `json:"attributes"`
		} `json:"data"`
	}
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	w := &answer.Data.Attributes
	c := citation.Citation{
		Type:      cmp.Or(dataciteTypes[w.Types.General], dataciteTypes[w.Types.Own], dataciteTypes[w.Types.Citeproc], citation.Document),
		Publisher: string(w.Publisher), DOI: cmp.Or(string(w.DOI), q.Value),
	}
	c.Issued, _ = citation.ParseDate(string(w.Year), year+1)
	c.Author = w.authors()
	w.place(&c)
	var aliases []string
	var title, subtitle text
	for _, t := range w.Titles {
		switch {
		case t.Type == "Subtitle":
			subtitle = cmp.Or(subtitle, t.Title)
		case t.Type == "" && title == "":
			title = t.Title
		default: // alternative, translated
			aliases = append(aliases, string(t.Title))
		}
	}
	c.Title = withSubtitle(title, subtitle)
	return finish(record.Record{Source: s.Name(), Citation: c, Aliases: aliases}, year)
}

// place sets what the container says, by the type.
func (w *dataciteWork) place(c *citation.Citation) {
	k := &w.Container
	switch c.Type {
	case citation.Article, citation.Paper, citation.Chapter:
		c.ContainerTitle = string(k.Title)
		c.Volume, c.Issue = string(k.Volume), string(k.Issue)
		if c.Page = string(k.First); c.Page != "" && k.Last != "" {
			c.Page += "-" + string(k.Last)
		}
	case citation.Book, citation.Report:
		c.CollectionTitle = string(k.Title)
	}
	switch k.IdentifierType {
	case "ISSN", "EISSN":
		c.ISSN = string(k.Identifier)
	case "ISBN":
		c.ISBN = string(k.Identifier)
	}
}

func (w *dataciteWork) authors() []citation.Name {
	var names []citation.Name
	for _, n := range w.Creators {
		switch {
		case n.Kind == "Organizational" && n.Name != "":
			names = append(names, citation.Name{Literal: string(n.Name)})
		case n.Family != "":
			names = append(names, citation.Name{Family: string(n.Family), Given: string(n.Given)})
		default:
			names = append(names, name.ParseList(plain(string(n.Name)))...)
		}
	}
	return names
}
