package source

import (
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/name"
)

// arXiv is the archive of e-prints in physics and mathematics;
// https://info.arxiv.org/help/api/user-manual.html.
type arXiv struct{}

func (arXiv) Name() string      { return "arXiv" }
func (arXiv) Schemes() []Scheme { return []Scheme{ArXiv} }

// Limits are arXiv's for everybody: one request in three seconds, over one connection.
func (arXiv) Limits(bool) Limits { return Limits{Requests: 1, Per: 3 * time.Second, AtOnce: 1} }

func (arXiv) Address(base *url.URL, q Question, _ string) string {
	return under(base, "api/query", url.Values{"id_list": {q.Value}, "max_results": {"1"}})
}

type arXivEntry struct {
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Published string   `xml:"published"`
	Authors   []string `xml:"author>name"`
	DOI       string   `xml:"http://arxiv.org/schemas/atom doi"`
}

// Read reads an Atom feed. Errors come as one too, with status 200: an entry with the
// title Error. For a number that is not known there is no entry, though the total is 1.
func (s arXiv) Read(body []byte, q Question, year int) (record.Record, error) {
	var feed struct {
		XMLName xml.Name     `xml:"http://www.w3.org/2005/Atom feed"`
		Entries []arXivEntry `xml:"entry"`
	}
	if err := xml.Unmarshal(body, &feed); err != nil {
		return record.Record{}, fmt.Errorf("answer: %w", err)
	}
	for i := range feed.Entries {
		e := &feed.Entries[i]
		if strings.Contains(e.ID, "/api/errors") {
			if strings.Contains(e.ID, "id") { // …/api/errors#incorrect_id_format_for_…
				return record.Record{}, ErrUnknown
			}
			return record.Record{}, errors.New("answer: an error of the service")
		}
		if number, ok := identifier.ParseArXiv(e.ID); !ok || !strings.EqualFold(number, q.Value) {
			continue
		}
		c := citation.Citation{Type: citation.Article, Title: e.Title, DOI: e.DOI, Custom: citation.Custom{ArXiv: q.Value}}
		c.Issued, _ = citation.ParseDate(before(e.Published, "T"), year+1)
		for _, author := range e.Authors[:min(len(e.Authors), maxKeptAuthors)] {
			c.Author = append(c.Author, name.ParseList(plain(author))...)
		}
		return finish(record.Record{Source: s.Name(), Citation: c}, year)
	}
	return record.Record{}, ErrUnknown
}

// before returns what comes before a mark.
func before(s, mark string) string {
	head, _, _ := strings.Cut(s, mark)
	return head
}
