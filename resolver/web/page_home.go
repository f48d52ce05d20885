package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"

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
	Samples   []sample
}

// served is a library as the first page lists it.
type served struct {
	*library.Library
	OpenURL string // its base address
	Staff   bool   // whoever looks at the page may see the library's staff pages
}

// home is the first page: what Lendlink is and whom it serves. Where it serves one
// library and is not for trying out, it is that library's blank form.
func (s *Server) home(v *requestContext) error {
	if l := s.Settings().Find(""); l != nil && l.Form.Service != requestform.PracticeForm {
		v.library = l
		return s.blank(v)
	}
	v.language = locale.Default // the page is for staff, and so are its samples
	p := homePage{frame: v.frame(), Samples: s.samples}
	origin, address := s.origin(v), v.address()
	serve := func(l *library.Library) served {
		return served{l, origin + "/" + l.Code + "/openurl?", l.StaffPages.Allow(address)}
	}
	for _, l := range s.Settings().Libraries {
		if l.Form.Service == requestform.PracticeForm {
			demo := serve(l)
			p.Demo = &demo
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

// sample is a link to try, shaped as its source sends it.
type sample struct {
	Name   string `json:"name"`   // of the item, in a few words
	Source string `json:"source"` // who sends such links
	Oddity string `json:"oddity"` // what is wrong with it
	Link   string `json:"link"`   // the query string
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
