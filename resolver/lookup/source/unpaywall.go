package source

import (
	"cmp"
	"net/url"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/openaccess"
)

// unpaywall is the index of free copies by DOI; https://unpaywall.org/products/api.
type unpaywall struct{}

func (unpaywall) Name() string      { return "Unpaywall" }
func (unpaywall) Schemes() []Scheme { return []Scheme{DOI} }

// Limits are ours: Unpaywall counts by day, 100,000 of them.
func (unpaywall) Limits(bool) Limits { return Limits{Requests: 10, Per: time.Second, AtOnce: 4} }

func (unpaywall) Address(base *url.URL, q Question, contact string) string {
	return under(base, url.PathEscape(q.Value), url.Values{"email": {contact}})
}

type unpaywallLocation struct {
	URL     text `json:"url"` // of the PDF where there is one
	Landing text `json:"url_for_landing_page"`
	Version text `json:"version"`
	License text `json:"license"`
}

// Read reads /v2/{doi}. An item that is not free has a list of places all the same, an
// empty one.
func (s unpaywall) Read(body []byte, q Question, year int) (record.Record, error) {
	var w struct {
		DOI       text                    `json:"doi"`
		Title     text                    `json:"title"`
		Genre     text                    `json:"genre"`
		Best      *unpaywallLocation      `json:"best_oa_location"`
		Locations list[unpaywallLocation] `json:"oa_locations"`
	}
	if err := decode(body, &w); err != nil {
		return record.Record{}, err
	}
	r := record.Record{Source: s.Name(), Citation: citation.Citation{
		Type: cmp.Or(crossrefTypes[w.Genre], citation.Document), Title: string(w.Title), DOI: cmp.Or(string(w.DOI), q.Value),
	}}
	if w.Best != nil {
		w.Locations = append(list[unpaywallLocation]{*w.Best}, w.Locations...)
	}
	for _, at := range w.Locations {
		r.Copies = append(r.Copies, copiesAt(at.Version, at.License, at.URL, at.Landing)...)
	}
	return finish(r, year)
}

// copiesAt returns the copy at the first of these addresses that can be shown.
func copiesAt(version, license text, addresses ...text) []openaccess.Copy {
	for _, address := range addresses {
		c, ok := openaccess.Clean(openaccess.Copy{
			URL: string(address), Version: openaccess.Version(version), License: openaccess.License(license),
		})
		if ok {
			return []openaccess.Copy{c}
		}
	}
	return nil
}
