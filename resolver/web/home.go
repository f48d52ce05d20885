package web

import (
	"net/http"

	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
)

// homePage is what the first page shows.
type homePage struct {
	frame
	Libraries []*library.Library
	Demo      *library.Library // the one whose practice form the samples open; nil for none
	Samples   []sample
}

func (s *Server) home(v *visit) error {
	p := homePage{Libraries: s.Settings().Libraries, Samples: s.samples}
	for _, l := range p.Libraries {
		if l.Form.Service == requestform.PracticeForm {
			p.Demo = l
			break
		}
	}
	return s.render(v, http.StatusOK, "home", p)
}
