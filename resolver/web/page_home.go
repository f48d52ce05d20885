package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/locale"
)

// homePage is what the first page shows.
type homePage struct {
	frame
	Libraries []served // of this page of the list
	Pages     libraryPages
	Demo      *served // the one whose practice form the samples open; nil for none
	Samples   []resolvedSample
	Lookups   bool // open services can find more about the samples
}

// resolvedSample is a sample with what it leads to.
type resolvedSample struct {
	sample
	Sentence string
}

// served is a library as the first page lists it.
type served struct {
	*library.Library
	OpenURL string // its base address
	Staff   bool   // the visitor may see the library's staff pages
}

// home is the first page: what Lendlink is and whom it serves. Where it serves one
// library and is not for trying out, it is that library's blank form.
func (s *Server) home(v *requestContext) error {
	if l := s.Settings().Find(""); l != nil && l.Form.Service != requestform.PracticeForm {
		v.library = l
		return s.blank(v)
	}
	v.language = locale.Default // the page is for staff, and so are its samples
	p := homePage{frame: v.frame()}
	origin, address := s.origin(v), v.address()
	serve := func(l *library.Library) served {
		return served{l, origin + "/" + l.Code + "/openurl?", l.StaffPages.Allow(address)}
	}
	for _, l := range s.Settings().Libraries {
		if l.Form.Service == requestform.PracticeForm {
			demo := serve(l)
			p.Demo, p.Samples, p.Lookups = &demo, s.resolveSamples(v, l), s.Lookup() != nil && !l.NoLookup
			break
		}
	}
	listed, pages := pageOf(s.Settings().Libraries, v.QueryParam("q"), v.QueryParam("page"))
	for _, l := range listed {
		p.Libraries = append(p.Libraries, serve(l))
	}
	p.Pages = pages
	return s.render(v, http.StatusOK, "home", p)
}

// resolveSamples returns the samples with what they lead to at a library, by the links alone.
func (s *Server) resolveSamples(v *requestContext, l *library.Library) []resolvedSample {
	all := make([]resolvedSample, len(s.samples))
	for i, one := range s.samples {
		r := resolver.ResolveWithLookup(v.Request().Context(), nil, l, one.Link, s.circumstances(v, l))
		all[i] = resolvedSample{one, r.Sentence()}
	}
	return all
}

// sample is a link to try, shaped as its source sends it.
type sample struct {
	Name    string `json:"name"`    // of the item, in a few words
	Source  string `json:"source"`  // who sends such links
	Problem string `json:"problem"` // what is wrong with it
	Link    string `json:"link"`    // the query string
}

//go:embed samples.json
var samplesJSON []byte

func loadSamples() ([]sample, error) {
	var all []sample
	if err := json.Unmarshal(samplesJSON, &all); err != nil {
		return nil, fmt.Errorf("samples.json: %w", err)
	}
	return all, nil
}

// librariesPerPage is how many libraries the first page lists at once. A consortium may
// have thousands.
const librariesPerPage = 50

// libraryPages is what the list says about the part of it that is shown.
type libraryPages struct {
	Search       bool // there are more libraries than one page holds
	Query        string
	Found        string
	Before, Next string // their addresses; "" for none
}

// pageOf returns the libraries of one page of the list, of those whose name or code
// holds a text. A number without a page is taken for the first.
func pageOf(all []*library.Library, query, number string) ([]*library.Library, libraryPages) {
	query = strings.TrimSpace(query)
	p := libraryPages{Search: len(all) > librariesPerPage, Query: query}
	found := all
	if query != "" {
		found = nil
		for _, l := range all {
			if holdsFold(l.Name, query) || holdsFold(l.Code, query) {
				found = append(found, l)
			}
		}
	}
	n, err := strconv.Atoi(number)
	from := (n - 1) * librariesPerPage
	if err != nil || n < 1 || n > len(all) || from >= len(found) {
		n, from = 1, 0
	}
	to := min(from+librariesPerPage, len(found))
	switch {
	case len(found) == 0:
		p.Found = "No library has this name."
	default:
		p.Found = fmt.Sprintf("%d to %d of %d libraries", from+1, to, len(found))
	}
	if n > 1 {
		p.Before = pageAddress(query, n-1)
	}
	if to < len(found) {
		p.Next = pageAddress(query, n+1)
	}
	return found[from:to], p
}

func pageAddress(query string, n int) string {
	address := url.Values{"page": {strconv.Itoa(n)}}
	if query != "" {
		address.Set("q", query)
	}
	return "/?" + address.Encode()
}

func holdsFold(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(part))
}
