package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/primo"
)

// openurl resolves a link: on to the request form, or over the confirmation page.
func (s *Server) openurl(v *requestContext) error {
	v.followed = true
	r, err := s.resolveUsable(v)
	if err != nil {
		return err
	}
	if r.Action == resolver.Redirect {
		return v.redirect(r.Location)
	}
	return s.confirmation(v, r)
}

// redirect sends the patron to the request form of the settings and nowhere else.
// The header is written by hand: Echo and net/http would change the address.
func (v *requestContext) redirect(location string) error {
	ours := func(f *requestform.Form) bool { return strings.HasPrefix(location, f.Base()) }
	if !slices.ContainsFunc(v.library.AllForms(), ours) {
		return fmt.Errorf("library %q: the way leads to %q, not to one of its request forms", v.library.Code, location)
	}
	v.outcome = string(resolver.Redirect)
	h := v.Response().Header()
	h[echo.HeaderLocation] = []string{location}
	if v.Request().Method == http.MethodPost {
		return v.NoContent(http.StatusSeeOther)
	}
	return v.NoContent(http.StatusFound)
}

// confirm shows the confirmation page whatever the library's policy is.
func (s *Server) confirm(v *requestContext) error {
	v.followed, v.paged = true, true
	v.embedded, v.ownKeys = primo.Embedded(v.Request(), v.library, v.QueryParam(primo.EmbeddedKey)), s.leftoverKeys(v.QueryParam(leftoverKey))
	r, err := s.resolveUsable(v)
	if err != nil {
		return err
	}
	return s.confirmation(v, r)
}

// confirmation shows what a link means, or asks what it left open.
func (s *Server) confirmation(v *requestContext, r *resolver.Resolution) error {
	v.outcome = string(r.Action)
	if v.prefersJSON() {
		return v.JSON(http.StatusOK, r)
	}
	page := requestPage{
		mode: mode(r.Action), entry: formFromCitation(&r.Citation), shownType: r.Citation.Type, source: r.Source, from: r.From,
		filled: r.Source == pastedSource, free: r.FreeCopy, first: true, leftover: s.sealed(v.QueryParam(leftoverKey)),
	}
	s.offered(v, r.FreeCopy)
	if page.mode == asking && r.Citation.Type == citation.Document {
		page.entry.chooseLikelyType(&r.Citation)
	}
	page.shown = fingerprints(&page.entry)
	s.takeUndated(&page, &r.Citation)
	return s.renderRequestPage(v, http.StatusOK, page)
}

// blank shows the form with nothing in it.
func (s *Server) blank(v *requestContext) error {
	e := entry{Type: citation.Document, untyped: true}
	return s.renderRequestPage(v, http.StatusOK, requestPage{mode: blank, entry: e, shownType: e.Type, shown: nothingShown})
}

// resolveForPrimo returns what becomes of a link to the script on the pages of Primo, which
// opens a page in place only where there would be one.
func (s *Server) resolveForPrimo(v *requestContext) error {
	v.json = true
	v.noCopies = v.library.FreeCopies.Show != library.ShowAlways // else it may be the reason for a page
	primo.AllowOrigin(v.Response().Header(), v.Request(), v.library)
	r, err := s.resolveUsable(v)
	if err != nil {
		return err
	}
	v.outcome = string(r.Action)
	return v.JSON(http.StatusOK, primo.NewAnswer(r))
}

// primoScript sends the script that libraries load on the pages of Primo.
func (s *Server) primoScript(v *requestContext) error {
	return s.scripts.Serve(v.Response(), v.Request(), v.library)
}

// primoAddOn sends the entry of the add-on that Primo's new interface can load.
func (s *Server) primoAddOn(v *requestContext) error {
	return s.scripts.ServeAddOn(v.Response(), v.Request(), v.library)
}

// citationType is the media type of CSL-JSON.
const citationType = "application/vnd.citationstyles.csl+json"

// citation returns the item that a link means, for other programs.
func (s *Server) citation(v *requestContext) error {
	v.json, v.noCopies = true, true
	r, err := s.resolveUsable(v)
	if err != nil {
		return err
	}
	b, err := json.Marshal(r.Citation)
	if err != nil {
		return err
	}
	return v.Blob(http.StatusOK, citationType, b)
}
