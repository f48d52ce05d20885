package placeholder

import (
	"cmp"

	"lendlink/resolver/citation"
)

// Scope is where a template is used.
type Scope int

// The scopes. What belongs to a request is unknown in an address that is opened
// before there is one.
const (
	Search  Scope = iota // a search for the item
	Request              // a key of a request form
)

// value is a placeholder and what it is replaced by.
type value struct {
	name  string
	scope Scope // the first that has it
	of    func(*Item) string
}

// values are the placeholders besides those of [citation.Fields], each of which is known
// by the name it has there. What they return is clean.
var values = []value{
	{"whole-title", Search, func(it *Item) string { return cmp.Or(Clean(it.Citation.ContainerTitle), Clean(it.Citation.Title)) }},
	{"author", Search, func(it *Item) string { return cmp.Or(it.first.Family, it.first.Literal) }},
	{"authors", Search, (*Item).authors},
	{"first-author", Search, func(it *Item) string { return it.first.String() }},
	{"family", Search, func(it *Item) string { return it.first.Family }},
	{"given", Search, func(it *Item) string { return it.first.Given }},
	{"suffix", Search, func(it *Item) string { return it.first.Suffix }},
	{"organisation", Search, func(it *Item) string { return it.first.Literal }},
	{"year", Search, (*Item).year},
	{"month", Search, (*Item).month},
	{"spage", Search, func(it *Item) string { return it.start }},
	{"epage", Search, func(it *Item) string { return it.end }},
	{"isbn-or-issn", Search, func(it *Item) string { return cmp.Or(Clean(it.Citation.ISBN), Clean(it.Citation.ISSN)) }},
	{"type", Search, func(it *Item) string { return string(it.Citation.Type) }},

	{"genre", Request, func(it *Item) string { return Clean(it.Genre) }},
	{"format", Request, func(it *Item) string { return it.Format }},
	{"main-title", Request, func(it *Item) string { return it.Whole }},
	{"book-title", Request, func(it *Item) string { return it.Book }},
	{"journal-title", Request, func(it *Item) string { return it.Journal }},
	{"part-title", Request, func(it *Item) string { return it.Part }},
	{"source", Request, func(it *Item) string { return Clean(it.Source) }},
	{"record", Request, func(it *Item) string { return Clean(it.Record) }},
	{"changed", Request, func(it *Item) string { return Clean(it.Changed) }},
}

// find returns the placeholder of that name, or nil.
func find(name string, s Scope) *value {
	for i := range values {
		if v := &values[i]; v.name == name && v.scope <= s {
			return v
		}
	}
	for i := range citation.Fields {
		if f := &citation.Fields[i]; name != "" && f.Placeholder == name {
			if at := f.At; at != nil {
				return &value{name, Search, func(it *Item) string { return Clean(*at(it.Citation)) }}
			}
			return &value{name, Search, func(it *Item) string { return Clean(f.Value(it.Citation)) }}
		}
	}
	return nil
}

// Known returns the names of the placeholders of a scope.
func Known(s Scope) []string {
	var names []string
	for i := range citation.Fields {
		if name := citation.Fields[i].Placeholder; name != "" {
			names = append(names, name)
		}
	}
	for _, v := range values {
		if v.scope <= s {
			names = append(names, v.name)
		}
	}
	return names
}
