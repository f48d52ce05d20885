package web

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
)

// entry is a citation as a patron typed it.
type entry struct {
	Type    citation.Type
	text    map[string]string // by the names of the fields of the form; one author a line
	kept    citation.Citation // the fields that are not on the form
	latest  int               // the latest year that a date can have
	untyped bool              // the type is not chosen yet; Type is Document
	titled  citation.Type     // the type for which the titles are written
	aside   citation.Citation // what changes of the type have set aside
}

// parseForm reads a posted form. A type that we do not offer is a document.
func parseForm(form url.Values, year int) entry {
	e := entry{Type: citation.Document, text: map[string]string{}, latest: year + 1, untyped: form.Get("type") == ""}
	for _, t := range citation.Types {
		if form.Get("type") == string(t) {
			e.Type = t
		}
	}
	for i := range citation.Fields {
		f := &citation.Fields[i]
		text := typedText(form.Get(f.Name))
		if f.Form > 0 {
			e.text[f.Name] = text
		} else {
			f.SetLines(&e.kept, text, e.latest)
		}
	}
	citation.Clean(&e.kept, year)
	return e
}

// typedText returns what a browser sends of a field. Browsers send lines with CR LF.
func typedText(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.TrimSpace(openurl.Cut(strings.ToValidUTF8(s, "\uFFFD")))
}

// formFromCitation writes a citation into the form.
func formFromCitation(c *citation.Citation) entry {
	e := entry{Type: c.Type, text: map[string]string{}, titled: c.Type}
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.Form > 0 {
			e.text[f.Name] = f.Lines(c)
		} else {
			f.Copy(&e.kept, c)
		}
	}
	return e
}

// visibleFields leaves of an entry what the patron could see. A page shows the fields of
// the item's type and those that the link filled; when the patron changed the
// type, only those of the new one.
func (e entry) visibleFields(shownType citation.Type) entry {
	if e.Type == shownType {
		return e
	}
	e.text = maps.Clone(e.text)
	for _, f := range formFields() {
		if !f.On(e.Type) {
			delete(e.text, f.Name)
		}
	}
	return e
}

// citation reads the entry. What is not valid is left out.
func (e *entry) citation() citation.Citation {
	c := e.kept
	c.Type = e.Type
	for _, f := range formFields() {
		f.SetLines(&c, e.text[f.Name], e.latest)
	}
	citation.Clean(&c, e.latest-1)
	return c
}

// chooseLikelyType chooses the type that an identifier makes likely, for the patron to
// confirm. Where there is none, no type is chosen.
func (e *entry) chooseLikelyType(c *citation.Citation) {
	if c.DOI == "" || c.Title != "" {
		e.untyped = true
		return
	}
	e.Type, _ = interpret.TypeOfDOI(c.DOI)
	e.titled = e.Type
}

// hiddenFields returns the fields that are not on the form. The page sends them back as
// they are.
func (e *entry) hiddenFields() []citation.Detail {
	var kept []citation.Detail
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.Form == 0 && !f.Empty(&e.kept) {
			kept = append(kept, citation.Detail{Name: f.Name, Value: f.Value(&e.kept)})
		}
	}
	return kept
}

// fillGaps takes over what another entry has in fields that are empty here.
func (e *entry) fillGaps(from *entry) {
	text := maps.Clone(from.text)
	for name, typed := range e.text {
		if typed != "" {
			text[name] = typed
		}
	}
	e.text = text
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.Form == 0 && f.Empty(&e.kept) {
			f.Copy(&e.kept, &from.kept)
		}
	}
}

// invalid returns the names of the fields that hold what cannot be read, in the order of
// the form. invalid.NAME says what to do about it. Something must say which item it is.
func (e *entry) invalid() []string {
	var names []string
	named := false
	for _, f := range formFields() {
		text := e.text[f.Name]
		identifies := f.Kind == citation.Identifier || f.Name == "title" || f.Name == "container-title"
		named = named || identifies && text != ""
		if text != "" && !f.Readable(text, e.latest) {
			names = append(names, f.Name)
		}
	}
	if !named {
		names = append([]string{"title"}, names...)
	}
	return names
}

// formFields returns the fields of the form in which a patron corrects a citation, in
// its order. field.NAME is the label, hint.NAME explains how to fill it in.
func formFields() []*citation.Field {
	var fields []*citation.Field
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.Form > 0 {
			fields = append(fields, f)
		}
	}
	slices.SortStableFunc(fields, func(a, b *citation.Field) int { return a.Form - b.Form })
	return fields
}

// labelOf returns the key of a field's label for a type.
func labelOf(f *citation.Field, t citation.Type) string {
	if slices.Contains(f.Labelled, t) {
		return "field." + f.Name + "." + string(t)
	}
	return "field." + f.Name
}

// choices are the types that every patron is offered. Another is offered where the
// item has it already.
var choices = []citation.Type{citation.Book, citation.Chapter, citation.Article, citation.Thesis, citation.Document}
