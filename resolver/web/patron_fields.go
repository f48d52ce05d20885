package web

import (
	"slices"

	"lendlink/resolver/citation"
)

// field is a field of the form in which a patron mends a citation. Its name is
// CSL's, in the form as in the texts: field.NAME is its label.
type field struct {
	name   string
	on     []citation.Type // the types that have it
	called []citation.Type // the types whose label is field.NAME.TYPE
	wide   bool            // holds long text: a line is not enough
	hint   bool            // hint.NAME explains how to fill it in
	mode   string          // of a phone's keyboard: HTML's inputmode
	at     func(*entry) *string
}

var (
	everyType  = citation.Types[:]
	parts      = []citation.Type{citation.Chapter, citation.Article, citation.Paper, citation.Document}
	numbered   = []citation.Type{citation.Book, citation.Chapter, citation.Article, citation.Paper, citation.Periodical, citation.Report, citation.Document}
	serial     = []citation.Type{citation.Article, citation.Paper, citation.Periodical, citation.Document}
	published  = []citation.Type{citation.Book, citation.Chapter, citation.Paper, citation.Periodical, citation.Thesis, citation.Report, citation.Document}
	bookish    = []citation.Type{citation.Book, citation.Chapter, citation.Paper, citation.Thesis, citation.Report, citation.Document}
	authored   = []citation.Type{citation.Book, citation.Chapter, citation.Article, citation.Paper, citation.Thesis, citation.Report, citation.Patent, citation.Document}
	catalogued = []citation.Type{citation.Book, citation.Chapter, citation.Article, citation.Paper, citation.Periodical, citation.Thesis, citation.Report, citation.Document}
)

// fields are all of them, in the order in which the form shows them.
var fields = []field{
	{name: "title", on: everyType, called: []citation.Type{citation.Chapter, citation.Article, citation.Paper, citation.Periodical}, wide: true,
		at: func(e *entry) *string { return &e.Title }},
	{name: "author", on: authored, called: []citation.Type{citation.Chapter, citation.Patent}, wide: true, hint: true,
		at: func(e *entry) *string { return &e.Author }},
	{name: "container-title", on: parts, called: []citation.Type{citation.Chapter, citation.Article, citation.Paper}, wide: true,
		at: func(e *entry) *string { return &e.ContainerTitle }},
	{name: "issued", on: everyType, hint: true,
		at: func(e *entry) *string { return &e.Issued }},
	{name: "volume", on: numbered,
		at: func(e *entry) *string { return &e.Volume }},
	{name: "issue", on: serial,
		at: func(e *entry) *string { return &e.Issue }},
	{name: "page", on: parts, hint: true,
		at: func(e *entry) *string { return &e.Page }},
	{name: "edition", on: []citation.Type{citation.Book, citation.Chapter, citation.Report, citation.Document},
		at: func(e *entry) *string { return &e.Edition }},
	{name: "publisher", on: published, called: []citation.Type{citation.Thesis},
		at: func(e *entry) *string { return &e.Publisher }},
	{name: "publisher-place", on: published,
		at: func(e *entry) *string { return &e.PublisherPlace }},
	{name: "collection-title", on: []citation.Type{citation.Book, citation.Chapter, citation.Paper, citation.Report, citation.Document},
		at: func(e *entry) *string { return &e.CollectionTitle }},
	{name: "ISBN", on: bookish,
		at: func(e *entry) *string { return &e.ISBN }},
	{name: "ISSN", on: serial,
		at: func(e *entry) *string { return &e.ISSN }},
	{name: "DOI", on: catalogued, mode: "url",
		at: func(e *entry) *string { return &e.DOI }},
	{name: "PMID", on: []citation.Type{citation.Article, citation.Document}, mode: "numeric",
		at: func(e *entry) *string { return &e.PMID }},
	{name: "OCLC", on: catalogued, mode: "numeric",
		at: func(e *entry) *string { return &e.OCLC }},
}

// has reports whether items of a type have the field.
func (f *field) has(t citation.Type) bool { return slices.Contains(f.on, t) }

// label is the key of the field's label for a type.
func (f *field) label(t citation.Type) string {
	if slices.Contains(f.called, t) {
		return "field." + f.name + "." + string(t)
	}
	return "field." + f.name
}

// choices are the types that every patron is offered. Another is offered where the
// item has it already.
var choices = []citation.Type{citation.Book, citation.Chapter, citation.Article, citation.Thesis, citation.Document}
