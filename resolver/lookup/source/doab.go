package source

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/openaccess"
)

// doab is the Directory of Open Access Books; https://doabooks.org/en/article/api-search-doab.
type doab struct{}

func (doab) Name() string { return "DOAB" }

// Schemes begins with the title: many books have no ISBN there, some no DOI, and a
// chapter's DOI is not its book's.
func (doab) Schemes() []Scheme { return []Scheme{Book, DOI, ISBN} }

// Limits are ours: DOAB states none.
func (doab) Limits(bool) Limits { return Limits{Requests: 4, Per: time.Second, AtOnce: 2} }

func (doab) Address(base *url.URL, q Question, _ string) string {
	return under(base, "search", url.Values{"query": {doabQuery(q)}, "expand": {"metadata"}, "limit": {"5"}})
}

// doabQuery writes a question in the search's syntax, in which colons and quotes mean
// something. A subtitle is in a field of its own there.
func doabQuery(q Question) string {
	field, value := "dc.title", q.Value
	switch q.Scheme {
	case DOI:
		field = "oapen.identifier.doi"
	case ISBN:
		field = "isbn"
	default:
		if main, _, found := strings.Cut(value, ": "); found {
			value = main
		}
		value = strings.Map(func(r rune) rune {
			if strings.ContainsRune(`:"\`, r) {
				return ' '
			}
			return r
		}, value)
	}
	return field + `:"` + strings.NewReplacer(`"`, "", `\`, "").Replace(strings.Join(strings.Fields(value), " ")) + `"`
}

// doabRow is a book, a chapter or something else, such as who paid for one.
type doabRow struct {
	Handle   text `json:"handle"`
	Metadata list[struct {
		Key   text `json:"key"`
		Value text `json:"value"`
	}] `json:"metadata"`
}

// all returns the values of a key, which may be repeated.
func (r *doabRow) all(keys ...text) []text {
	var values []text
	for _, m := range r.Metadata {
		if slices.Contains(keys, m.Key) {
			values = append(values, m.Value)
		}
	}
	return values
}

func (r *doabRow) first(key text) string {
	if values := r.all(key); len(values) > 0 {
		return string(values[0])
	}
	return ""
}

// embeddedISBN is an ISBN within an identifier: ONIX_20260101_9781003465973_16.
var embeddedISBN = regexp.MustCompile(`97[89][0-9]{10}`)

func (r *doabRow) hasISBN(wanted string) bool {
	for _, v := range r.all("dc.identifier.isbn", "oapen.relation.isbn", "dc.identifier") {
		found, ok := identifier.ParseISBN(string(v))
		if ok && found == wanted || slices.Contains(embeddedISBN.FindAllString(string(v), -1), wanted) {
			return wanted != ""
		}
	}
	return false
}

func (r *doabRow) doi() string {
	for _, v := range r.all("oapen.identifier.doi", "dc.identifier.doi") {
		if doi, ok := identifier.ParseDOI(string(v)); ok {
			return doi
		}
	}
	return ""
}

func (r *doabRow) year() int {
	year, _ := strconv.Atoi(before(r.first("dc.date.issued"), "-"))
	return year
}

// isBy reports whether one of the row's authors and editors has a family name.
func (r *doabRow) isBy(family string) bool {
	return slices.ContainsFunc(r.all("dc.contributor.author", "dc.contributor.editor"), func(name text) bool {
		return record.SameName(family, before(string(name), ","))
	})
}

// answers reports whether a row is what was asked about. A title that is the same says
// little: the ISBN has to be too, or the year and, of a whole book, the author.
func (r *doabRow) answers(q Question) bool {
	switch q.Scheme {
	case DOI:
		return strings.EqualFold(r.doi(), q.Value)
	case ISBN:
		return r.hasISBN(q.Value)
	case Book:
		sameYear := q.Year != 0 && isSameYear(q.Year, r.year())
		sameAuthor := q.Family == "" || r.isBy(q.Family)
		return record.Resembles(q.Value, r.title()) && (r.hasISBN(q.ISBN) || sameYear && sameAuthor)
	}
	return false
}

func (r *doabRow) title() string {
	return withSubtitle(text(r.first("dc.title")), text(r.first("dc.title.alternative")))
}

// doabTypes are the rows that can be read.
var doabTypes = map[string]citation.Type{"book": citation.Book, "chapter": citation.Chapter}

// doabHandle is what DOAB names its pages by.
var doabHandle = regexp.MustCompile(`^[0-9.]{1,30}/[0-9]{1,12}$`)

// Read reads /rest/search: a bare list. The books' own pages refuse programs, so no test has
// followed the addresses of copies.
func (s doab) Read(body []byte, q Question, year int) (record.Record, error) {
	var rows []doabRow
	if err := decode(body, &rows); err != nil {
		return record.Record{}, err
	}
	for i := range rows {
		row := &rows[i]
		kind, readable := doabTypes[row.first("dc.type")]
		if !readable || !row.answers(q) || q.Scheme == Book && kind != citation.Book {
			continue
		}
		r := record.Record{
			Source: s.Name(), Citation: citation.Citation{Type: kind, Title: row.title()},
			Aliases: []string{row.first("dc.title")},
		}
		switch q.Scheme {
		case DOI:
			r.Citation.DOI = row.doi()
		case ISBN:
			r.Citation.ISBN = q.Value
		}
		if doabHandle.MatchString(string(row.Handle)) {
			r.Copies = []openaccess.Copy{{
				URL: "https://directory.doabooks.org/handle/" + string(row.Handle), Version: openaccess.Published,
			}}
		}
		return finish(r, year)
	}
	return record.Record{}, ErrUnknown
}
