package web

import (
	"html"
	"html/template"
	"io/fs"
	"net/http"
	"strings"

	"lendlink/resolver/ges"
	"lendlink/resolver/web/bookmarklet"
	"lendlink/static"
)

// setupPage is what a page of the setup guide shows.
type setupPage struct{ staffFrame }

// setup shows a page of the guide that needs nothing but the library's addresses.
func (s *Server) setup(path, page string) func(*visit) error {
	return func(v *visit) error {
		return s.render(v, http.StatusOK, page, setupPage{s.staffFrame(v, path)})
	}
}

// Universal is the General Electronic Service for items of every type.
func (p setupPage) Universal() ges.Service { return ges.Universal(p.OpenURL()) }

// ByType lists the services for single types.
func (p setupPage) ByType() []ges.Service { return ges.ByType(p.OpenURL()) }

// identified is a service with an id for its place on the page.
type identified struct {
	ges.Service
	ID string
}

// toolsPage is the setup guide's page about staff tools.
type toolsPage struct {
	staffFrame
	Bookmarklet        template.HTMLAttr // the whole href
	BookmarkletAddress string
}

func (s *Server) setupTools(v *visit) error {
	p := toolsPage{staffFrame: s.staffFrame(v, "/setup/tools")}
	source, err := fs.ReadFile(static.Files, "bookmarklet.js")
	if err != nil {
		return err
	}
	if p.Bookmarklet, err = bookmarklet.Href(string(source), p.Base()); err != nil {
		return err
	}
	quoted := strings.TrimPrefix(string(p.Bookmarklet), "href=")
	p.BookmarkletAddress = html.UnescapeString(strings.Trim(quoted, `"`))
	return s.render(v, http.StatusOK, "setup-tools", p)
}
