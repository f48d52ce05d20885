package library_test

import (
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/library"
)

// A search is filled in, percent-encoded, or not offered.
func TestCheckLinkGroups(t *testing.T) {
	chapter := citation.Citation{
		Type: citation.Chapter, Title: "Water & power", ContainerTitle: "Hill towns", Issued: citation.Date{Year: 2012},
		Author: []citation.Name{{Family: "Sosa", Given: "Ana"}},
	}
	book := citation.Citation{Type: citation.Book, Title: "Dune"}
	for _, c := range []struct {
		reason, url string
		item        citation.Citation
		want        string
	}{
		{"the title", "https://a.example/?q={title}", chapter, "https://a.example/?q=Water%20%26%20power"},
		{"of a chapter the book", "https://a.example/?q={whole-title}", chapter, "https://a.example/?q=Hill%20towns"},
		{"of a book the book itself", "https://a.example/?q={whole-title}", book, "https://a.example/?q=Dune"},
		{"a part that goes without its value", "https://a.example/?q={title}{&by={author}}", book, "https://a.example/?q=Dune"},
		{"and stays with it", "https://a.example/?q={title}{&by={author}}", chapter, "https://a.example/?q=Water%20%26%20power&by=Sosa"},
		{"nothing to search for", "https://a.example/?q={isbn}", book, ""},
	} {
		t.Run(c.reason, func(t *testing.T) {
			got, ok := library.CheckLink{URL: c.url}.Address(&c.item)
			if got != c.want || ok != (c.want != "") {
				t.Errorf("%s leads to %q, %t; want %q", c.url, got, ok, c.want)
			}
		})
	}
}
