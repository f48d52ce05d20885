package web

import (
	"net/http"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/library"
)

// confirm shows the confirmation page whatever the library's policy is.
func (s *Server) confirm(v *visit) error {
	v.followed, v.paged = true, true
	r, err := s.resolveUsable(v)
	if err != nil {
		return err
	}
	return s.confirmation(v, r)
}

// confirmation shows what a link means, or asks what it left open.
func (s *Server) confirmation(v *visit, r *resolver.Resolution) error {
	if r.Action == resolver.Redirect { // the page was asked for, or the library is closed
		r.Action = resolver.Confirm
	}
	v.outcome = string(r.Action)
	if v.prefersJSON() {
		return v.JSON(http.StatusOK, r)
	}
	return s.draft(v, http.StatusOK, draft{mode: mode(r.Action), typed: entered(&r.Citation), was: r.Citation.Type, source: r.Source, from: r.From})
}

// blank shows the form with nothing in it.
func (s *Server) blank(v *visit) error {
	return s.draft(v, http.StatusOK, draft{mode: blank, typed: entry{Type: citation.Book}, was: citation.Book})
}

// holdsUp tells whether a closing keeps a link from leading straight to the form:
// it does where no request can be made, and where patrons are to read that theirs
// will wait.
func (s *Server) holdsUp(lib *library.Library, r *resolver.Resolution) bool {
	c := s.closed(lib)
	return c != nil && (c.Stopped || lib.Policy(r.Citation.Type) != library.ConfirmNever)
}
