package web

import (
	"net/url"
	"slices"
	"strings"

	"lendlink/resolver/citation"
)

// asidePrefix begins the names of the hidden fields that hold what a change of the type
// has set aside: a chapter's title while its book is asked for.
const asidePrefix = "aside."

// chapterStep is the step of the button that asks for a chapter of the book shown.
const chapterStep = "chapter"

// readAside reads what earlier changes of the type have set aside.
func (e *entry) readAside(form url.Values) {
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.At != nil {
			*f.At(&e.aside) = typedText(form.Get(asidePrefix + f.Name))
		}
	}
}

// asideFields returns what is set aside, for the page to send back.
func (e *entry) asideFields() []citation.Detail {
	var fields []citation.Detail
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.At != nil && *f.At(&e.aside) != "" {
			fields = append(fields, citation.Detail{Name: asidePrefix + f.Name, Value: *f.At(&e.aside)})
		}
	}
	return fields
}

// moveTitles moves the titles of a form, written for the type titled, to where the type
// chosen has them, as the page's script does: what the patron has corrected too, for a
// chapter's title is not its book's. Browsers show the fields of the type chosen at once:
// patrons who have filled in the container since have put the titles in their places
// themselves.
func (e *entry) moveTitles(titled citation.Type) {
	e.titled = titled
	filled := citation.WholeOf(e.Type) == e.titled && e.text["container-title"] != ""
	if filled || e.titled == "" {
		e.titled = e.Type
		return
	}
	c := e.kept
	c.Type = e.titled
	for _, f := range textFields() {
		*f.At(&c) = e.text[f.Name]
	}
	c, aside, moved := citation.Retype(c, e.aside, e.Type)
	if !moved {
		return
	}
	e.titled, e.aside, e.kept = e.Type, aside, c
	for _, f := range textFields() {
		e.text[f.Name] = *f.At(&c)
		*f.At(&e.kept) = ""
	}
}

// textFields returns the fields of the form that are plain text.
func textFields() []*citation.Field {
	return slices.DeleteFunc(formFields(), func(f *citation.Field) bool { return f.At == nil })
}

// offeredTypes returns the types that a page offers: those that every patron is offered,
// those of this item, and what it is part of.
func offeredTypes(types ...citation.Type) []citation.Type {
	offered := slices.Clone(choices)
	for _, t := range types {
		for _, also := range []citation.Type{t, citation.WholeOf(t)} {
			if slices.Contains(citation.Types[:], also) && !slices.Contains(offered, also) {
				offered = slices.Insert(offered, len(offered)-1, also)
			}
		}
	}
	return offered
}

// partsAndWholes lists the types between which titles move, for the page's script.
func partsAndWholes() string {
	var pairs []string
	for _, part := range citation.Parts() {
		pairs = append(pairs, string(part)+":"+string(citation.WholeOf(part)))
	}
	return strings.Join(pairs, " ")
}

// ownFields lists the fields that a part has for itself, for the page's script.
func ownFields() string {
	var names []string
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.Own() {
			names = append(names, f.Name)
		}
	}
	return strings.Join(names, " ")
}
