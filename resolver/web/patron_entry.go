package web

import (
	"net/url"
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
)

// entry is a citation as somebody typed it: one text for each field of the form.
// Its names are those of the form.
type entry struct {
	Type            citation.Type `form:"type"`
	Title           string        `form:"title"`
	Author          string        `form:"author"` // one name a line
	ContainerTitle  string        `form:"container-title"`
	Issued          string        `form:"issued" validate:"omitempty,date"`
	Volume          string        `form:"volume"`
	Issue           string        `form:"issue"`
	Page            string        `form:"page" validate:"omitempty,pages"`
	Edition         string        `form:"edition"`
	Publisher       string        `form:"publisher"`
	PublisherPlace  string        `form:"publisher-place"`
	CollectionTitle string        `form:"collection-title"`
	ISBN            string        `form:"ISBN" validate:"omitempty,any_isbn"`
	ISSN            string        `form:"ISSN" validate:"omitempty,any_issn"`
	DOI             string        `form:"DOI" validate:"omitempty,any_doi"`
	PMID            string        `form:"PMID" validate:"omitempty,any_pmid"`
	OCLC            string        `form:"OCLC" validate:"omitempty,any_oclc"`

	latest int // the latest year that a date can have
}

// parseForm reads what a form brings. A type that we do not offer is a document.
func parseForm(form url.Values, year int) entry {
	e := entry{Type: citation.Document, latest: year + 1}
	for _, t := range citation.Types {
		if form.Get("type") == string(t) {
			e.Type = t
		}
	}
	for i := range fields {
		// Browsers send lines with CR LF.
		text := strings.ReplaceAll(form.Get(fields[i].name), "\r\n", "\n")
		*fields[i].at(&e) = strings.TrimSpace(openurl.Cut(strings.ToValidUTF8(text, "\uFFFD")))
	}
	return e
}

// formFromCitation writes a citation into the form.
func formFromCitation(c *citation.Citation) entry {
	authors := make([]string, len(c.Author))
	for i, a := range c.Author {
		authors[i] = a.String()
	}
	return entry{
		Type: c.Type, Title: c.Title, Author: strings.Join(authors, "\n"), ContainerTitle: c.ContainerTitle, Issued: c.Issued.String(),
		Volume: c.Volume, Issue: c.Issue, Page: c.Page, Edition: c.Edition, Publisher: c.Publisher, PublisherPlace: c.PublisherPlace,
		CollectionTitle: c.CollectionTitle, ISBN: c.ISBN, ISSN: c.ISSN, DOI: c.DOI, PMID: c.PMID, OCLC: c.Custom.OCLC,
	}
}

// visibleFields leaves of an entry what the patron could see. A page shows the fields of
// the item's type and those that the link filled; when the patron changed the
// type, only those of the new one.
func (e entry) visibleFields(shownType citation.Type) entry {
	if e.Type == shownType {
		return e
	}
	for i := range fields {
		if f := &fields[i]; !f.has(e.Type) {
			*f.at(&e) = ""
		}
	}
	return e
}

// citation reads the entry. What is not valid is left out.
func (e *entry) citation() citation.Citation {
	c := citation.Citation{
		Type: e.Type, Title: e.Title, ContainerTitle: e.ContainerTitle, CollectionTitle: e.CollectionTitle,
		Publisher: e.Publisher, PublisherPlace: e.PublisherPlace, Edition: e.Edition, Volume: e.Volume, Issue: e.Issue, Page: e.Page,
		ISBN: e.ISBN, ISSN: e.ISSN, DOI: e.DOI, PMID: e.PMID, Custom: citation.Custom{OCLC: e.OCLC},
	}
	for line := range strings.SplitSeq(e.Author, "\n") {
		c.Author = append(c.Author, name.ParseList(line)...)
	}
	c.Issued, _ = citation.ParseDate(e.Issued, e.latest)
	citation.Clean(&c, e.latest-1)
	return c
}

// readable are the validator's tags that this package adds: what is typed must be
// such that we can read it. Our own reading is the measure, for the validator's
// isbn and issn refuse what people write (blanks, a small x) and take what is no
// book (979-0).
var readable = map[string]func(string, *entry) bool{
	"any_isbn": parses(identifier.ParseISBN),
	"any_issn": parses(identifier.ParseISSN),
	"any_doi":  parses(identifier.ParseDOI),
	"any_pmid": parses(identifier.ParsePMID),
	"any_oclc": parses(identifier.ParseOCLC),
	"date": func(s string, e *entry) bool {
		_, ok := citation.ParseDate(s, e.latest)
		return ok
	},
	"pages": func(s string, _ *entry) bool {
		c := citation.Citation{Type: citation.Chapter, Page: s}
		citation.Clean(&c, 0)
		return c.Page != ""
	},
}

func parses(parse func(string) (string, bool)) func(string, *entry) bool {
	return func(s string, _ *entry) bool {
		_, ok := parse(s)
		return ok
	}
}

var validate = newValidator()

func newValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("form") })
	for tag, ok := range readable {
		check := func(fl validator.FieldLevel) bool {
			e := fl.Parent().Interface().(entry)
			return ok(fl.Field().String(), &e)
		}
		if err := v.RegisterValidation(tag, check); err != nil {
			panic(err)
		}
	}
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		e := sl.Current().Interface().(entry)
		if e.Title+e.ContainerTitle+e.ISBN+e.ISSN+e.DOI+e.PMID+e.OCLC == "" {
			sl.ReportError(e.Title, "title", "Title", "names_item", "")
		}
	}, entry{})
	return v
}

// invalid returns the names of the fields that hold what cannot be read, as they
// stand on the form. error.NAME tells the patron what to do about it.
func (e *entry) invalid() []string {
	var names []string
	wrong, _ := validate.Struct(e).(validator.ValidationErrors)
	for i := range fields {
		for _, w := range wrong {
			if w.Field() == fields[i].name {
				names = append(names, fields[i].name)
			}
		}
	}
	return names
}
