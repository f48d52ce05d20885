package source

import (
	"net/url"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/name"
)

// googleBooks is Google's index of books;
// https://developers.google.com/books/docs/v1/using. Without a key its daily
// quota is small; a key is in the address: …/books/v1/?key=….
type googleBooks struct{}

func (googleBooks) Name() string      { return "Google Books" }
func (googleBooks) Schemes() []Scheme { return []Scheme{ISBN} }

// Limits bounds only the requests at the same time: Google counts by day, and says
// when it is too much.
func (googleBooks) Limits(bool) Limits { return Limits{AtOnce: 4} }

func (googleBooks) Address(base *url.URL, q Question, _ string) string {
	return under(base, "volumes", url.Values{"q": {"isbn:" + q.Value}, "country": {"US"}, "maxResults": {"5"}})
}

type googleVolume struct {
	Info struct {
		Title       text       `json:"title"`
		Subtitle    text       `json:"subtitle"`
		Authors     list[text] `json:"authors"`
		Publisher   text       `json:"publisher"`
		Date        text       `json:"publishedDate"`
		Identifiers list[struct {
			Identifier text `json:"identifier"`
		}] `json:"industryIdentifiers"`
	} `json:"volumeInfo"`
}

// has reports whether a volume has this ISBN. The search also finds others.
func (v *googleVolume) has(isbn string) bool {
	for _, n := range v.Info.Identifiers {
		if found, ok := identifier.ParseISBN(string(n.Identifier)); ok && found == isbn {
			return true
		}
	}
	return false
}

// Read reads /volumes, a list of what the search found.
func (s googleBooks) Read(body []byte, q Question, year int) (record.Record, error) {
	var answer struct {
		Items list[googleVolume] `json:"items"`
	}
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	for _, v := range answer.Items {
		if !v.has(q.Value) {
			continue
		}
		b := &v.Info
		c := citation.Citation{Type: citation.Book, Title: withSubtitle(b.Title, b.Subtitle), Publisher: string(b.Publisher), ISBN: q.Value}
		c.Issued, _ = citation.ParseDate(string(b.Date), year+1)
		for _, author := range b.Authors {
			c.Author = append(c.Author, name.ParseList(plain(string(author)))...)
		}
		return finish(record.Record{Source: s.Name(), Citation: c}, year)
	}
	return record.Record{}, ErrUnknown
}
