package source

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/openaccess"
)

// openLibraryCopies are the scanned books that Open Library leads to. By ISBN it is asked
// for the work, for a new printing of an old book has no scan of its own; by OCLC number
// and LCCN, which its search does not take, for the edition.
type openLibraryCopies struct{ openLibrary }

func (openLibraryCopies) Schemes() []Scheme { return []Scheme{ISBN, OCLC, LCCN} }

func (s openLibraryCopies) Address(base *url.URL, q Question, contact string) string {
	if q.Scheme != ISBN {
		return s.openLibrary.Address(base, q, contact)
	}
	return under(base, "search.json", url.Values{
		"isbn": {q.Value}, "fields": {"key,title,subtitle,isbn,ebook_access"}, "limit": {"3"},
	})
}

// workKey is the path of a work's page.
var workKey = regexp.MustCompile(`^/works/OL[0-9]{1,12}W$`)

// Read reads /search.json and /api/books.
func (s openLibraryCopies) Read(body []byte, q Question, year int) (record.Record, error) {
	if q.Scheme != ISBN {
		return s.readEdition(body, q, year)
	}
	var answer struct {
		Docs list[struct {
			Key      text       `json:"key"`
			Title    text       `json:"title"`
			Subtitle text       `json:"subtitle"`
			ISBN     list[text] `json:"isbn"`
			Access   text       `json:"ebook_access"` // no_ebook unclassified printdisabled borrowable public
		}] `json:"docs"`
	}
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	for _, w := range answer.Docs {
		isThis := func(n text) bool { found, ok := identifier.ParseISBN(string(n)); return ok && found == q.Value }
		if !slices.ContainsFunc(w.ISBN, isThis) {
			continue
		}
		r := record.Record{Source: s.Name(), Citation: citation.Citation{
			Type: citation.Book, Title: withSubtitle(w.Title, w.Subtitle), ISBN: q.Value,
		}}
		if workKey.MatchString(string(w.Key)) && (w.Access == "public" || w.Access == "borrowable") {
			r.Copies = []openaccess.Copy{{URL: "https://openlibrary.org" + string(w.Key), Borrow: w.Access == "borrowable"}}
		}
		return finish(r, year)
	}
	return record.Record{}, ErrUnknown
}

// readEdition reads /api/books, whose ebooks say what may be done with the scan.
func (s openLibraryCopies) readEdition(body []byte, q Question, year int) (record.Record, error) {
	r, err := s.openLibrary.Read(body, q, year)
	if err != nil {
		return record.Record{}, err
	}
	var answer map[string]struct {
		Ebooks list[struct {
			Availability text `json:"availability"` // full borrow restricted noview
			Preview      text `json:"preview_url"`
			Read         text `json:"read_url"`
			Borrow       text `json:"borrow_url"`
		}] `json:"ebooks"`
	}
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	for _, e := range answer[bibKey(q)].Ebooks {
		switch e.Availability {
		case "full":
			r.Copies = append(r.Copies, openaccess.Copy{URL: string(cmp.Or(e.Preview, e.Read))})
		case "borrow":
			r.Copies = append(r.Copies, openaccess.Copy{URL: string(cmp.Or(e.Borrow, e.Preview)), Borrow: true})
		}
	}
	return finish(r, year)
}
