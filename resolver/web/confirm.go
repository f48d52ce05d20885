package web

import (
	"net/http"

	"lendlink/resolver"
)

// confirm shows the confirmation page whatever the library's policy is.
func (s *Server) confirm(v *visit) error {
	v.followed = true
	r, err := s.resolveUsable(v)
	if err != nil {
		return err
	}
	return s.confirmation(v, r)
}

// confirmPage is what the confirmation page shows.
type confirmPage struct {
	frame
	Resolution *resolver.Resolution
}

func (s *Server) confirmation(v *visit, r *resolver.Resolution) error {
	v.outcome = string(r.Action)
	if v.prefersJSON() {
		return v.JSON(http.StatusOK, r)
	}
	return s.render(v, http.StatusOK, "confirm", confirmPage{v.frame(), r})
}
