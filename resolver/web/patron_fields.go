package web

import (
	"slices"

	"lendlink/resolver/citation"
)

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
