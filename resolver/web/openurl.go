package web

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"lendlink/resolver"
)

// openurl resolves a link: on to the request form, or over the confirmation page.
func (s *Server) openurl(v *visit) error {
	v.followed = true
	r, err := s.resolveUsable(v)
	if err != nil {
		return err
	}
	if r.Action == resolver.Redirect && !s.holdsUp(v.library, r) {
		return v.redirect(r.Location)
	}
	return s.confirmation(v, r)
}

// redirect sends the patron to the request form of the settings and nowhere else.
// The header is written by hand: Echo and net/http would change the address.
func (v *visit) redirect(location string) error {
	if form := v.library.Form; !strings.HasPrefix(location, form.Proxy+form.URL) {
		return fmt.Errorf("library %q: the way leads to %q, not to its request form", v.library.Code, location)
	}
	v.outcome = string(resolver.Redirect)
	h := v.Response().Header()
	h[echo.HeaderLocation] = []string{location}
	h[echo.HeaderCacheControl] = noStore
	if v.Request().Method == http.MethodPost {
		return v.NoContent(http.StatusSeeOther)
	}
	return v.NoContent(http.StatusFound)
}
