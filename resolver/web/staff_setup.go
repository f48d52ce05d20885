package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"net/http"
	"strings"
	"unicode/utf8"

	"lendlink/resolver"
	"lendlink/resolver/web/bookmarklet"
	"lendlink/resolver/web/practice"
	"lendlink/static"
)

// toolsPage is the setup guide's page about staff tools.
type toolsPage struct {
	setupPage
	Bookmarklet        template.HTMLAttr // the whole href
	BookmarkletAddress string
}

func (s *Server) setupTools(v *requestContext) error {
	p := toolsPage{setupPage: newSetupPage(s.staffFrame(v, "/setup/tools"), v.QueryParam(otherService))}
	source, err := fs.ReadFile(static.Files, "bookmarklet.js")
	if err != nil {
		return err
	}
	if p.Bookmarklet, err = bookmarklet.Href(string(source), p.Base(), s.bookmarkletTexts(v.languages())); err != nil {
		return err
	}
	quoted := strings.TrimPrefix(string(p.Bookmarklet), "href=")
	p.BookmarkletAddress = html.UnescapeString(strings.Trim(quoted, `"`))
	return s.render(v, http.StatusOK, "setup-tools", p)
}

// bookmarkletTexts returns what the dialog of the bookmarklet says in each language.
func (s *Server) bookmarkletTexts(languages []string) []bookmarklet.Texts {
	var all []bookmarklet.Texts
	for _, language := range languages {
		t := s.pages.localizers[language].T
		all = append(all, bookmarklet.Texts{
			Language: language, Which: t("choose.title"), Close: t("bookmarklet.close"), Blocked: t("bookmarklet.blocked"),
		})
	}
	return all
}

// copyable is a text that staff copy into another system.
type copyable struct {
	ID    string // of the field, unique on the page
	Label string
	Text  string
	Rows  int // of the field; 1 for a line
}

// Long reports whether the text needs more than one line.
func (c copyable) Long() bool { return c.Rows > 1 }

// copyText makes a copyable whose field shows all of the text. Browsers that fit fields to
// their texts do not need the number of lines, and lines are broken at words.
func copyText(id, label, text string) copyable {
	const perLine, most = 52, 300
	n := 0
	for line := range strings.Lines(text) {
		n += 1 + utf8.RuneCountInString(line)/perLine
	}
	return copyable{id, label, text, min(max(n, 1), most)}
}

// copyLine makes a copyable on one line, for texts that staff copy without reading.
func copyLine(id, label, text string) copyable { return copyable{id, label, text, 1} }

// check is a link of the test list, with which staff try out a new setup.
type check struct {
	Name  string `json:"name"`
	About string `json:"about"` // what to look at
	Type  string `json:"type"`  // what it must be taken for, as in CSL
	Link  string `json:"link"`  // the query string
}

//go:embed checklist.json
var checklistJSON []byte

func loadChecklist() ([]check, error) {
	var all []check
	if err := json.Unmarshal(checklistJSON, &all); err != nil {
		return nil, fmt.Errorf("checklist.json: %w", err)
	}
	return all, nil
}

// expected is a check with what the library's settings make of it.
type expected struct {
	check
	Resolution *resolver.Resolution
	System     string // whose form it is, "" for a form of OCLC's
	Form       practice.Form
}

// Leads says where the link leads a patron now.
func (e expected) Leads() string {
	switch r := e.Resolution; {
	case r.Reason == resolver.RequestsSuspended:
		return "Leads to a page that says that the library is closed, and to no form."
	case r.Reason == resolver.LibraryClosed:
		return "Leads to the confirmation page first, which says that requests wait until the library is open again."
	case r.Action == resolver.Redirect:
		return "Leads straight to the form."
	case r.Action == resolver.Confirm:
		return "Leads to the confirmation page first."
	}
	return "Leads to a page that asks what the item is."
}

// testPage is the setup guide's test list.
type testPage struct {
	setupPage
	Closure *closure // that is on; nil for none
	Checks  []expected
}

func (s *Server) setupTest(v *requestContext) error {
	p := testPage{setupPage: newSetupPage(s.staffFrame(v, "/setup/test"), v.QueryParam(otherService)), Closure: s.closed(v)}
	for _, c := range s.checklist {
		r := resolver.ResolveWithLookup(v.Request().Context(), nil, v.library, c.Link, s.circumstances(v, v.library))
		form := v.library.FormOf(r.Citation.Type)
		e := expected{check: c, Resolution: r, Form: practice.Fill(form, r.Sent)}
		if form.Labels() != nil {
			e.System = form.Service.Title()
		}
		p.Checks = append(p.Checks, e)
	}
	return s.render(v, http.StatusOK, "setup-test", p)
}
