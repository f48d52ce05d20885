package web

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/reference"
	"lendlink/resolver/web/metrics"
)

// pastedSource is the source of links that are made of plain text. What is read of it
// is never certain.
const pastedSource = interpret.PlainText

// read leads on from what was pasted: to the confirmation page of the one item, or to the
// choice among several, which also says that a part of a file or a list could not be
// read. Where nothing can be read, the page keeps the text and says so.
func (s *Server) read(v *requestContext, page requestPage) error {
	year := s.Now().Year()
	items, problems := reference.Read(page.pasted, year)
	switch {
	case len(items) == 0:
		page.invalid, page.unread = []string{pasteError(problems)}, newUnread(problems)
		s.submitted(v, page.entry.Type, metrics.Invalid)
		return s.renderRequestPage(v, http.StatusUnprocessableEntity, page)
	case len(items) == 1 && isWhole(&items[0], problems):
		c := page.entry.with(&items[0])
		s.submitted(v, c.Type, metrics.Read)
		return v.seeOther(v.confirmAddress(&c, sourceOf(&items[0]), s.leftovers.Seal(items[0].Note)))
	}
	s.submitted(v, citation.Document, metrics.Read)
	return s.choose(v, items, problems)
}

// isWhole reports whether there is nothing to say of a text but what the item's page shows:
// of plain text, that shows what was left over too.
func isWhole(item *reference.Item, problems []reference.Problem) bool {
	return !slices.ContainsFunc(problems, func(p reference.Problem) bool { return !item.Doubt || !p.Code.IsPart() })
}

// What is wrong with a text of which nothing was read. The text of invalid.NAME says it.
const (
	pasteUnread = "paste"
	pasteNumber = "paste-number"
	pasteProse  = "paste-prose"
	pasteLong   = "paste-long"
)

// pasteErrors are those that a problem leads to, the one first that says most.
var pasteErrors = [...]struct {
	code reference.Code
	name string
}{{reference.BadNumber, pasteNumber}, {reference.NoReference, pasteProse}}

// pasteError names what is wrong with a text of which nothing was read.
func pasteError(problems []reference.Problem) string {
	for _, e := range pasteErrors {
		if slices.ContainsFunc(problems, func(p reference.Problem) bool { return p.Code == e.code }) {
			return e.name
		}
	}
	return pasteUnread
}

// with returns the citation of what was typed and, where that leaves a field open, of
// what was read.
func (e entry) with(item *reference.Item) citation.Citation {
	found := formFromCitation(&item.Citation)
	e.fillGaps(&found)
	if doi := e.text["DOI"]; found.Type == citation.Document && doi != "" {
		e.Type, _ = interpret.TypeOfDOI(doi)
	} else {
		e.Type = found.Type
	}
	return e.citation()
}

// tooLarge shows the page of a form in which too much was pasted, with as much of the text as
// is read at once.
func (s *Server) tooLarge(v *requestContext, page requestPage) error {
	if page.pasted == "" {
		return &userError{http.StatusRequestEntityTooLarge, pasteTooLarge, errors.New("a form above the bound with nothing pasted")}
	}
	page.pasted, page.invalid = textStart(page.pasted), []string{pasteLong}
	s.submitted(v, page.entry.Type, metrics.Invalid)
	return s.renderRequestPage(v, http.StatusRequestEntityTooLarge, page)
}

// textStart returns what of a text is read at once.
func textStart(text string) string {
	return strings.ToValidUTF8(text[:min(len(text), reference.MaxBytes)], "")
}

func sourceOf(item *reference.Item) string {
	c := &item.Citation
	isNumbered := cmp.Or(c.DOI, c.PMID, c.ISBN, c.Custom.OCLC, c.Custom.LCCN) != ""
	switch {
	case item.Doubt:
		return pastedSource
	case item.Source == "" && !isNumbered:
		return interpret.Pasted
	}
	return item.Source
}

// leftoverKey is what an address has besides the item's own keys where some of a pasted text
// has no field: that text, sealed.
const leftoverKey = ownPrefix + "leftover"

// confirmAddress returns the address of an item's confirmation page: its fields, and
// nothing else of what was pasted that could be read there.
func (v *requestContext) confirmAddress(c *citation.Citation, source, sealed string) string {
	address := "/" + v.library.Code + "/confirm?" + withLeftover(itemQuery(c, source), sealed)
	if v.requestedLanguage != "" {
		address += "&lang=" + url.QueryEscape(v.requestedLanguage)
	}
	return address
}

// leftText is what of a pasted text has no field.
type leftText struct {
	Any    bool   // there was some
	Text   string // "" where it can no longer be shown
	Sealed string
}

func (s *Server) leftText(sealed string) leftText {
	return leftText{sealed != "", s.leftovers.Open(sealed), sealed}
}

// takeUndated writes into the field of the date what a pasted text has in its place, such as "in
// press": it is not a date that an address could have, so it comes with the rest of the text. Staff
// read it, as they read what a patron types there.
func (s *Server) takeUndated(page *requestPage, c *citation.Citation) {
	if page.leftover == "" || !c.Issued.IsZero() {
		return
	}
	parts := strings.Split(s.leftovers.Open(page.leftover), "; ")
	i := slices.IndexFunc(parts, citation.IsUndated)
	if i < 0 {
		return
	}
	page.entry.text["issued"] = parts[i]
	page.leftover = s.leftovers.Seal(strings.Join(slices.Delete(parts, i, i+1), "; "))
}

// spent replaces a sealed text that can no longer be read, or was not sealed by this process.
const spent = "1"

// sealed returns a sealed text that came with an address or a form.
func (s *Server) sealed(came string) string {
	if came == "" || s.leftovers.Open(came) != "" {
		return came
	}
	return spent
}

// leftoverKeys returns the key under which an address has a sealed text that the page's links
// may repeat.
func (s *Server) leftoverKeys(came string) []string {
	if s.leftovers.Open(came) == "" {
		return nil
	}
	return []string{leftoverKey}
}

// withLeftover adds to an item's link what a page says of the rest of the text.
func withLeftover(query, sealed string) string {
	if sealed == "" {
		return query
	}
	return query + "&" + leftoverKey + "=" + url.QueryEscape(sealed)
}

// itemQuery writes an item as a link.
func itemQuery(c *citation.Citation, source string) string {
	query := interpret.Write(c, source)
	if len(query) > maxAddress { // no title is that long; what identifies the item is kept
		query = interpret.Write(&citation.Citation{Type: c.Type, Title: start(c.Title), DOI: c.DOI, PMID: c.PMID, ISBN: c.ISBN}, source)
	}
	return query
}

// start returns the beginning of a text that is too long for an address.
func start(s string) string {
	const most = 1000
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// seeOther sends the browser to a page of our own, so that Back, reload and bookmarks
// work there.
func (v *requestContext) seeOther(path string) error {
	v.Response().Header()[echo.HeaderLocation] = []string{path}
	return v.NoContent(http.StatusSeeOther)
}

// isPaste reports whether an error is one of the paste box.
func isPaste(name string) bool { return strings.HasPrefix(name, pasteUnread) }
