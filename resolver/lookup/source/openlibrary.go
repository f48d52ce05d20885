package source

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/name"
)

// openLibrary is the Internet Archive's catalogue of books;
// https://openlibrary.org/dev/docs/api/books.
type openLibrary struct{}

func (openLibrary) Name() string      { return "Open Library" }
func (openLibrary) Schemes() []Scheme { return []Scheme{ISBN, OCLC, LCCN} }

// Limits are Open Library's: one request a second, three for those who name themselves.
func (openLibrary) Limits(polite bool) Limits {
	if polite {
		return Limits{Requests: 3, Per: time.Second, AtOnce: 3}
	}
	return Limits{Requests: 1, Per: time.Second, AtOnce: 1}
}

func (openLibrary) Address(base *url.URL, q Question, _ string) string {
	return under(base, "api/books", url.Values{"bibkeys": {bibKey(q)}, "format": {"json"}, "jscmd": {"data"}})
}

// bibKey names what is asked about as Open Library wants it. A bare ISBN that it does not
// know would start an import there.
func bibKey(q Question) string { return strings.ToUpper(string(q.Scheme)) + ":" + q.Value }

type openLibraryBook struct {
	Title       text       `json:"title"`
	Subtitle    text       `json:"subtitle"`
	Authors     list[text] `json:"authors"` // objects with a name
	Publishers  text       `json:"publishers"`
	Places      text       `json:"publish_places"`
	Date        text       `json:"publish_date"`
	Identifiers struct {
		ISBN10 list[text] `json:"isbn_10"`
		ISBN13 list[text] `json:"isbn_13"`
		OCLC   list[text] `json:"oclc"`
		LCCN   list[text] `json:"lccn"`
	} `json:"identifiers"`
}

// isOther reports whether a book has numbers of the kind that was asked by, and none of
// them is this one.
func (b *openLibraryBook) isOther(q Question) bool {
	numbers, parse := slices.Concat(b.Identifiers.ISBN10, b.Identifiers.ISBN13), identifier.ParseISBN
	switch q.Scheme {
	case OCLC:
		numbers, parse = b.Identifiers.OCLC, identifier.ParseOCLC
	case LCCN:
		numbers, parse = b.Identifiers.LCCN, identifier.ParseLCCN
	}
	return len(numbers) > 0 && !slices.ContainsFunc(numbers, func(n text) bool {
		found, ok := parse(string(n))
		return ok && found == q.Value
	})
}

// isbn returns the book's ISBN, unless it has several: those of paperback and hardback.
func (b *openLibraryBook) isbn() string {
	var found []string
	for _, n := range slices.Concat(b.Identifiers.ISBN13, b.Identifiers.ISBN10) {
		if isbn, ok := identifier.ParseISBN(string(n)); ok && !slices.Contains(found, isbn) {
			found = append(found, isbn)
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// Read reads /api/books: an object with the question as its only key, or none
// when the book is not known.
func (s openLibrary) Read(body []byte, q Question, year int) (record.Record, error) {
	var answer map[string]openLibraryBook
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	b, known := answer[bibKey(q)]
	if !known || b.isOther(q) {
		return record.Record{}, ErrUnknown
	}
	c := citation.Citation{
		Type: citation.Book, Title: withSubtitle(b.Title, b.Subtitle),
		Publisher: string(b.Publishers), PublisherPlace: string(b.Places),
	}
	c.Issued, _ = citation.ParseDate(string(b.Date), year+1)
	for _, author := range b.Authors {
		c.Author = append(c.Author, name.ParseList(plain(string(author)))...)
	}
	// Of several numbers none is known to be this printing's.
	if len(b.Identifiers.OCLC) == 1 {
		c.Custom.OCLC = string(b.Identifiers.OCLC[0])
	}
	if len(b.Identifiers.LCCN) == 1 {
		c.Custom.LCCN = string(b.Identifiers.LCCN[0])
	}
	switch q.Scheme {
	case ISBN:
		c.ISBN = q.Value
	case OCLC:
		c.Custom.OCLC = q.Value
	case LCCN:
		c.Custom.LCCN = q.Value
	}
	if q.Scheme != ISBN {
		c.ISBN = b.isbn()
	}
	return finish(record.Record{Source: s.Name(), Citation: c}, year)
}
