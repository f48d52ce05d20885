package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/web/primo"
)

// The page of a form that was sent for another language or type, or that lacked
// something, has an address of its own: Back, reload and bookmarks work there, and the
// browser never asks to send the form again. The address holds the fields of the item
// and what the page knows of them. A text that was pasted is in none, nor is what does
// not fit into an address: there the answer to the form is the page itself.

// creditPrefix begins the names of the hidden fields that name the service from which a
// field of the form was filled.
const creditPrefix = "from."

// pageNames are what the form holds besides the fields of the item.
var pageNames = []string{"type", "mode", "was", "first", "titles", "shown", "wrong", primo.EmbeddedKey}

// formPageAddress returns the address of a form's page, "" if it has none.
func (v *requestContext) formPageAddress(form url.Values, page *requestPage, open bool) string {
	if strings.TrimSpace(page.pasted) != "" {
		return ""
	}
	kept := url.Values{}
	keep := func(name string) {
		if value := typedText(form.Get(name)); value != "" {
			kept.Set(name, value)
		}
	}
	for _, name := range pageNames {
		keep(name)
	}
	kept["titles"] = form["titles"] // empty where no type was chosen yet, which is not the same as none
	for i := range citation.Fields {
		name := citation.Fields[i].Name
		keep(name)
		keep(asidePrefix + name)
		if credit, ok := page.from[name]; ok {
			kept.Set(creditPrefix+name, credit)
		}
	}
	if page.leftover != "" {
		kept.Set(leftoverKey, page.leftover)
	}
	if page.source != "" {
		kept.Set("source", page.source)
	}
	if open {
		kept.Set("step", "type")
	}
	if v.requestedLanguage != "" {
		kept.Set("lang", v.requestedLanguage)
	}
	if query := kept.Encode(); len(query) <= maxAddress {
		return "/" + v.library.Code + "/request?" + query
	}
	return ""
}

// inLanguage returns the path and the query of a page in another language; without an
// address, those of the blank form.
func (v *requestContext) inLanguage(address, language string) (path, query string) {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return "/" + v.library.Code + "/", "lang=" + language
	}
	values := u.Query()
	values.Set("lang", language)
	return u.Path, values.Encode()
}

// formPage shows a form at its address. Without a field of an item in the address it
// leads to the blank form.
func (s *Server) formPage(v *requestContext) error {
	query, err := v.link()
	if err != nil {
		return err
	}
	form, err := url.ParseQuery(query)
	if err != nil {
		return &userError{http.StatusBadRequest, badRequest, fmt.Errorf("form: %w", err)}
	}
	v.requestedLanguage, v.ownKeys = form.Get("lang"), addressKeys()
	if form.Has(choiceItem) {
		return s.showChoicePage(v, form)
	}
	if !holdsItem(form) {
		return v.seeOther("/" + v.library.Code + "/")
	}
	v.ownKeys = append(v.ownKeys, s.leftoverKeys(form.Get(leftoverKey))...)
	form.Del("paste")
	v.embedded = primo.Embedded(v.Request(), v.library, form.Get(primo.EmbeddedKey))
	page := s.readRequestPage(form)
	return s.showFormPage(v, form, page)
}

// addressKeys returns the names of what the addresses of forms and choices hold.
func addressKeys() []string {
	names := append([]string{choiceItem, unreadCount, unreadWhy, unreadMore, unreadLong, "source", "step"}, pageNames...)
	for i := range citation.Fields {
		name := citation.Fields[i].Name
		names = append(names, name, asidePrefix+name, creditPrefix+name)
	}
	return names
}

// holdsItem reports whether a form has something in a field of the item.
func holdsItem(form url.Values) bool {
	return slices.ContainsFunc(citation.Fields[:], func(f citation.Field) bool { return form.Get(f.Name) != "" })
}

// showFormPage shows the page of a form again.
func (s *Server) showFormPage(v *requestContext, form url.Values, page requestPage) error {
	page.open = form.Get("step") != ""
	page.filled = page.source == pastedSource
	kept := page.entry.visibleFields(page.shownType)
	page.invalid = remainingErrors(form.Get("wrong"), page.pasted, &kept, s.Now().Year())
	return s.renderRequestPage(v, http.StatusOK, page)
}

// creditsOf returns the services that fields were filled from, of those fields that still
// hold what the page showed.
func creditsOf(form url.Values, e *entry, shown string) map[string]string {
	from := map[string]string{}
	prints := strings.Fields(shown)
	for _, f := range formFields() {
		credit := form.Get(creditPrefix + f.Name)
		if isSource(credit) && slices.Contains(prints, fingerprint(f.Name, e.text[f.Name])) {
			from[f.Name] = credit
		}
	}
	return from
}

func isSource(name string) bool {
	return slices.ContainsFunc(source.All[:], func(k source.Known) bool { return k.Name() == name })
}

// creditFields returns the services for the page to send back.
func creditFields(from map[string]string) []citation.Detail {
	var fields []citation.Detail
	for _, f := range formFields() {
		if from[f.Name] != "" {
			fields = append(fields, citation.Detail{Name: creditPrefix + f.Name, Value: from[f.Name]})
		}
	}
	return fields
}
