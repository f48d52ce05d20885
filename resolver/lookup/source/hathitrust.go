package source

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/openaccess"
)

// hathiTrust is the library of books that American libraries have scanned;
// https://www.hathitrust.org/member-libraries/resources-for-librarians/data-resources/bibliographic-api/.
type hathiTrust struct{}

func (hathiTrust) Name() string      { return "HathiTrust" }
func (hathiTrust) Schemes() []Scheme { return []Scheme{OCLC, ISBN} }

// Limits are ours: HathiTrust states none.
func (hathiTrust) Limits(bool) Limits { return Limits{Requests: 4, Per: time.Second, AtOnce: 2} }

func (hathiTrust) Address(base *url.URL, q Question, _ string) string {
	return under(base, "api/volumes/brief/json/"+hathiKey(q), nil)
}

// hathiKey names what is asked about; the answer has the same key.
func hathiKey(q Question) string { return string(q.Scheme) + ":" + q.Value }

type hathiRecord struct {
	URL    text       `json:"recordURL"`
	Titles list[text] `json:"titles"`
	ISBNs  list[text] `json:"isbns"`
	OCLCs  list[text] `json:"oclcs"`
}

// has reports whether a record has the number that was asked about.
func (r *hathiRecord) has(q Question) bool {
	numbers, parse := r.ISBNs, identifier.ParseISBN
	if q.Scheme == OCLC {
		numbers, parse = r.OCLCs, identifier.ParseOCLC
	}
	return slices.ContainsFunc(numbers, func(n text) bool { found, ok := parse(string(n)); return ok && found == q.Value })
}

type hathiItem struct {
	Record text `json:"fromRecord"`
	URL    text `json:"itemURL"`
	Rights text `json:"rightsCode"`
	Volume text `json:"enumcron"` // false, or which volume of a set it is
	View   text `json:"usRightsString"`
}

// americanOnly are the codes of rights for what may be read in the United States alone.
var americanOnly = []text{"pdus", "icus"}

// isFree reports whether an item is a whole book that may be read everywhere. A volume of a
// set is not: nothing says which of them is wanted.
func (i *hathiItem) isFree() bool {
	return i.Volume == "" && i.View == "Full view" && !slices.Contains(americanOnly, i.Rights)
}

// Read reads brief/json, an object with the question as its key. Its records are an object
// by their numbers, and a list when there are none.
func (s hathiTrust) Read(body []byte, q Question, year int) (record.Record, error) {
	var answer map[string]struct {
		Records json.RawMessage `json:"records"`
		Items   list[hathiItem] `json:"items"`
	}
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	found, ok := answer[hathiKey(q)]
	if !ok {
		return record.Record{}, fmt.Errorf("answer: nothing about %q", hathiKey(q))
	}
	var records map[string]hathiRecord
	if json.Unmarshal(found.Records, &records) != nil || len(records) == 0 {
		return record.Record{}, ErrUnknown
	}
	r := record.Record{Source: s.Name(), Citation: citation.Citation{Type: citation.Book}}
	if q.Scheme == OCLC {
		r.Citation.Custom.OCLC = q.Value
	} else {
		r.Citation.ISBN = q.Value
	}
	for _, item := range found.Items {
		of, known := records[string(item.Record)]
		if !known || !of.has(q) || len(of.Titles) == 0 {
			continue
		}
		title, _, _ := strings.Cut(string(of.Titles[0]), " / ") // the author follows, as on catalogue cards
		if r.Citation.Title == "" || item.isFree() && len(r.Copies) == 0 {
			r.Citation.Title = title
		}
		if item.isFree() && r.Citation.Title == title {
			r.Copies = append(r.Copies, openaccess.Copy{URL: string(item.URL), License: openaccess.License(item.Rights)})
		}
	}
	return finish(r, year)
}
