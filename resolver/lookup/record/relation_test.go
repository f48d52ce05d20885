package record_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
)

// TestRelations: a record that is about the item, about its whole or about a part of it fills
// what it has of that; any other is distrusted.
func TestRelations(t *testing.T) {
	article := func(title, container string) citation.Citation {
		return citation.Citation{Type: citation.Article, Title: title, ContainerTitle: container}
	}
	chapter := func(title, container string) citation.Citation {
		return citation.Citation{Type: citation.Chapter, Title: title, ContainerTitle: container}
	}
	whole := func(of citation.Type, title string) citation.Citation {
		return citation.Citation{Type: of, Title: title}
	}
	with := func(c citation.Citation, set func(*citation.Citation)) citation.Citation {
		set(&c)
		return c
	}
	doi := func(doi string) func(*citation.Citation) { return func(c *citation.Citation) { c.DOI = doi } }
	pmid := func(pmid string) func(*citation.Citation) { return func(c *citation.Citation) { c.PMID = pmid } }
	issn := func(issn string) func(*citation.Citation) { return func(c *citation.Citation) { c.ISSN = issn } }
	isbn := func(isbn string) func(*citation.Citation) { return func(c *citation.Citation) { c.ISBN = isbn } }
	volume := func(c *citation.Citation) { c.Volume = "9" }
	published := func(c *citation.Citation) { c.Publisher = "Dock Press" }
	const distrusted = "distrusted"
	for _, tt := range []struct {
		name        string
		link, found citation.Citation
		doubtful    bool
		filled      string // with which fields
	}{
		{"no title and another DOI", with(article("", ""), doi("10.5555/a")), with(article("Quays", "Harbours"), doi("10.5555/b")), false, distrusted},
		{"no title and another PMID", with(article("", ""), pmid("11237011")), with(article("Quays", "Harbours"), pmid("11237012")), false, distrusted},
		{"no title and a DOI on one side", article("", "Harbours"), with(article("Quays", "Harbours"), doi("10.5555/b")), false, "DOI title"},
		{"the same title and an alias of the DOI", with(article("Quays", ""), doi("10.5555/a")),
			with(article("Quays", "Harbours"), doi("10.5555/b")), false, "container-title"},
		{"a chapter and its book, each with its DOI", with(chapter("Quays", "The book of harbours"), doi("10.5555/a.3")),
			with(with(whole(citation.Book, "The book of harbours"), doi("10.5555/a")), published), false, "publisher"},
		{"a book and a chapter of it, each with its DOI", with(whole(citation.Book, "The book of harbours"), doi("10.5555/a")),
			with(with(chapter("Quays", "The book of harbours"), doi("10.5555/a.3")), published), false, "publisher"},
		{"another book", whole(citation.Book, "Birds of the city"), with(whole(citation.Book, "The book of harbours"), published), false, distrusted},
		{"a chapter of another book", whole(citation.Book, "Birds of the city"), with(chapter("Quays", "The book of harbours"), published),
			false, distrusted},
		{"a part of what has the title of an article", article("The book of harbours", ""), chapter("Quays", "The book of harbours"), false, distrusted},
		{"a report in what has the title of a book", whole(citation.Book, "Harbour reports"),
			citation.Citation{Type: citation.Report, Title: "Quays", ContainerTitle: "Harbour reports"}, false, distrusted},
		{"a paper and its proceedings", citation.Citation{Type: citation.Paper, Title: "Quays", ContainerTitle: "Harbour meeting"},
			with(whole(citation.Book, "Harbour meeting"), published), false, "publisher"},
		{"an article and its journal", article("Quays", "Harbours"), with(whole(citation.Periodical, "Harbours"), issn("1234-5679")), false, "ISSN"},

		{"no title, and a journal on one side", article("", "Harbours"), article("Quays", ""), false, "title"},
		{"the same journal", article("", "Harbours of the worlds"), article("Quays", "Harbours of the World"), false, "title"},
		{"the same ISSN", with(article("", "Zeitschrift für Kaianlagen"), issn("1234-5679")),
			with(article("Quays", "Harbours"), issn("1234-5679")), false, "title"},
		{"another journal with another ISSN", with(article("", "Zeitschrift für Kaianlagen"), issn("1234-5679")),
			with(article("Quays", "Harbours"), issn("2049-3630")), false, distrusted},
		{"the same ISBN", with(chapter("", "Das Hafenbuch"), isbn("9780306406157")),
			with(chapter("Quays", "The book of harbours"), isbn("9780306406157")), false, "title"},
		{"another book with another ISBN", with(chapter("", "Das Hafenbuch"), isbn("9780306406157")),
			with(chapter("Quays", "The book of harbours"), isbn("9780471117094")), false, distrusted},
		{"a record that abbreviates the journal", article("", "Journal of Harbour Studies"), article("Quays", "J. Harb. Stud."), false, "title"},
		{"a journal abbreviated, its end left out", article("", "J. Harb."), article("Quays", "Journal of Harbour Studies"), false, "title"},
		{"a journal that lacks the first word", article("", "Harb. Stud."), article("Quays", "Journal of Harbour Studies"), false, distrusted},
		{"two initials are not a journal's name", article("", "JH"), article("Quays", "Journal of Harbour Studies"), false, distrusted},

		{"a record without a type", whole(citation.Document, "Quays"), with(whole("", "Quays"), published), false, "publisher"},
		{"a record that knows no type", whole(citation.Book, "Quays"), with(whole(citation.Document, "Quays"), published), true, "publisher"},
		{"a part of something is an article", chapter("Quays", "Harbours"), with(article("Quays", "Harbours"), volume), true, "type volume"},
		{"a report in something stays one", with(whole(citation.Report, "Quays"), func(c *citation.Citation) { c.ContainerTitle = "Harbour reports" }),
			with(whole(citation.Report, "Quays"), published), true, "publisher type"},
		{"a record without a year", with(whole(citation.Book, "Quays"), func(c *citation.Citation) { c.Issued.Year = 1987 }),
			with(whole(citation.Book, "Quays"), published), false, "publisher"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, filled, warnings := record.Merge(tt.link, tt.doubtful, record.Record{Source: "Crossref", Citation: tt.found})
			names := strings.Join(slices.Sorted(maps.Keys(filled)), " ")
			if len(warnings) > 0 {
				names += distrusted
			}
			if names != tt.filled {
				t.Errorf("filled are %q, want %q: %+v", names, tt.filled, got)
			}
		})
	}
}

func TestAliases(t *testing.T) {
	link := citation.Citation{Type: citation.Book, Title: "Das Hafenbuch"}
	r := record.Record{Aliases: []string{"Harbours", "Das Hafenbuch"}, Citation: citation.Citation{Title: "The book of harbours", Publisher: "Dock Press"}}
	if got, _, _ := record.Merge(link, false, r); got.Publisher == "" {
		t.Error("a record with the title among its others is distrusted")
	}
}
