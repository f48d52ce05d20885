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

// home is the first page: what Lendlink is and whom it serves. Where it serves one
// library and is not for trying out, it is that library's blank form.
func (s *Server) home(v *visit) error {
	if l := s.Settings().Find(""); l != nil && l.Form.Service != requestform.PracticeForm {
		v.library = l
		return s.blank(v)
	}
	v.language = defaultLanguage // the page is for staff, and so are its samples
	p := homePage{frame: v.frame(), Libraries: s.Settings().Libraries, Samples: s.samples}
	for _, l := range p.Libraries {
		if l.Form.Service == requestform.PracticeForm {
			p.Demo = l
			break
		}
	}
	return s.render(v, http.StatusOK, "home", p)
}
