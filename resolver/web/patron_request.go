package web

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/reference"
	"lendlink/resolver/web/metrics"
	"lendlink/resolver/web/primo"
)

// request takes the form that the confirmation page and the blank form hold: on to
// the request form, or to its page again with what there is to say about it.
func (s *Server) request(v *requestContext) error {
	if v.Request().Method != http.MethodPost {
		return s.formPage(v)
	}
	if err := s.sameOrigin(v); err != nil {
		return &userError{http.StatusForbidden, crossOrigin, err}
	}
	form, cut, err := v.form()
	if err != nil {
		return err
	}
	v.requestedLanguage = cmp.Or(form.Get("speak"), form.Get("lang"))
	v.embedded = primo.Embedded(v.Request(), v.library, form.Get(primo.EmbeddedKey))
	step := form.Get("step")
	if step == chapterStep {
		form.Set("type", string(citation.Chapter))
	}
	page := s.readRequestPage(form)
	if cut {
		return s.tooLarge(v, page)
	}
	kept := page.entry.visibleFields(page.shownType)
	c := kept.citation()
	if form.Has("speak") || step == "type" || step == chapterStep { // the same page, in another language or for another type
		if address := v.formPageAddress(form, &page, true); address != "" {
			return v.seeOther(address)
		}
		form.Set("step", "type")
		return s.showFormPage(v, form, page)
	}
	if strings.TrimSpace(page.pasted) != "" || step == "read" && c.Empty() {
		return s.read(v, page)
	}
	confirmed := page.mode == confirming && string(page.entry.Type) == form.Get("was") || kept.lacksOnlyDate(&c)
	r := resolver.Submitted(v.library, c, page.source, changed(page.shown, &kept), s.circumstances(v, v.library), confirmed)
	v.resolution = r
	if r.Reason == resolver.RequestsSuspended {
		s.submitted(v, c.Type, metrics.Closed)
		page.address = v.formPageAddress(form, &page, false)
		return s.renderRequestPage(v, http.StatusForbidden, page)
	}
	if page.invalid = kept.invalid(); len(page.invalid) > 0 {
		s.submitted(v, c.Type, metrics.Invalid)
		return s.renderRequestPage(v, http.StatusUnprocessableEntity, page)
	}
	if r.Action != resolver.Redirect {
		page.mode = confirming
		s.submitted(v, c.Type, metrics.Incomplete)
		form.Set("mode", string(confirming))
		if address := v.formPageAddress(form, &page, false); address != "" {
			return v.seeOther(address)
		}
		return s.renderRequestPage(v, http.StatusOK, page)
	}
	s.submitted(v, c.Type, metrics.SentOn)
	return v.redirect(r.Location)
}

// readRequestPage reads the page that a form was on, with what was typed there.
func (s *Server) readRequestPage(form url.Values) requestPage {
	page := requestPage{
		entry: parseForm(form, s.Now().Year()), shownType: citation.Type(cmp.Or(form.Get("first"), form.Get("was"))),
		mode: mode(form.Get("mode")), source: openurl.CleanSource(form.Get("source")),
		pasted: form.Get("paste"), shown: openurl.Cut(form.Get("shown")), leftover: s.sealed(form.Get(leftoverKey)),
	}
	page.entry.readAside(form)
	page.from = creditsOf(form, &page.entry, page.shown)
	titled := form.Get("titles")
	if !form.Has("titles") {
		titled = form.Get("was")
	}
	page.entry.moveTitles(citation.Type(titled))
	return page
}

// remainingErrors returns what is wrong on a page that is shown again. Only what the page
// showed already is looked at: patrons see no errors before the form is sent.
func remainingErrors(shown, pasted string, kept *entry, year int) []string {
	switch {
	case shown == "":
		return nil
	case isPaste(shown):
		items, problems := reference.Read(pasted, year)
		if len(items) > 0 {
			return nil
		}
		return []string{pasteError(problems)}
	}
	return kept.invalid()
}

// submitted records in the metrics, the statistics and the log what came of a form
// that a patron sent. Choosing a language or a type is not counted.
func (s *Server) submitted(v *requestContext, itemType citation.Type, what metrics.Submit) {
	v.outcome = string(what)
	s.Metrics.Submitted(v.library.Code, itemType, what)
	s.Statistics.Page(v.library, s.Now(), string(what))
}

// sameOrigin refuses forms that other sites send in a visitor's name. Links are
// taken from everywhere: that is what they are for.
//
// Browsers without Sec-Fetch-Site (all of them where there is no https) are judged by
// Origin. Pages let their own origin know the referrer, for else that would be null, as
// it is of a form in a sandboxed frame of another site.
func (s *Server) sameOrigin(v *requestContext) error {
	r := v.Request()
	if r.Header.Get("Sec-Fetch-Site") == "" && strings.EqualFold(r.Header.Get("Origin"), s.origin(v)) {
		return nil // a proxy sent the name that the browser knows, and Host is another
	}
	return s.crossOrigin.Check(r)
}

// typedByPatron is what a page says of its fields where it showed nothing in them, and
// what staff read of such a request.
const (
	nothingShown  = "nothing"
	typedByPatron = "typed by the patron"
	changedBy     = "changed by patron: "
)

// fingerprints say what a page showed in the fields of its form, so that the request
// can name the fields that the patron typed or changed without anything being kept
// here: NAME.HASH of each field that was not empty.
func fingerprints(e *entry) string {
	list := []string{fingerprint("type", string(e.Type))}
	for _, f := range formFields() {
		if text := e.text[f.Name]; text != "" {
			list = append(list, fingerprint(f.Name, text))
		}
	}
	return strings.Join(list, " ")
}

func fingerprint(name, text string) string {
	h := fnv.New32a()
	h.Write([]byte(strings.Join(strings.Fields(text), " ")))
	return fmt.Sprintf("%s.%08x", name, h.Sum32())
}

// changed returns what staff read about an entry that came with these fingerprints: the
// fields, never what was in them; "" where none was changed.
func changed(shown string, e *entry) string {
	switch shown {
	case "":
		return ""
	case nothingShown:
		return typedByPatron + e.undated("; ")
	}
	was := map[string]string{}
	for _, print := range strings.Fields(shown) {
		name, _, _ := strings.Cut(print, ".")
		was[name] = print
	}
	var names []string
	if was["type"] != fingerprint("type", string(e.Type)) {
		names = append(names, "type")
	}
	for _, f := range formFields() {
		text := e.text[f.Name]
		same := text == "" && was[f.Name] == "" || text != "" && was[f.Name] == fingerprint(f.Name, text)
		if !same && (text != "" || f.On(e.Type)) {
			names = append(names, fieldWord(f))
			if f.Name == "issued" {
				names[len(names)-1] += e.undated(": ")
			}
		}
	}
	if names == nil {
		return ""
	}
	return changedBy + strings.Join(names, ", ")
}

// undated returns the words in which an entry says that there is no date, after a
// separator; "" where it does not. No form has a field for them.
func (e *entry) undated(separator string) string {
	if text := e.text["issued"]; citation.IsUndated(text) {
		return separator + text
	}
	return ""
}

// lacksOnlyDate reports whether nothing is missing but a date, of which the entry says that
// there is none: patrons are not asked for it again.
func (e *entry) lacksOnlyDate(c *citation.Citation) bool {
	return e.undated(":") != "" && slices.Equal(resolver.Missing(c), []string{"issued"})
}

// fieldWord is what staff call a field: as in templates.
func fieldWord(f *citation.Field) string { return cmp.Or(f.Placeholder, f.Name) }
