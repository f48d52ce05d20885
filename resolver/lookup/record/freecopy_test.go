package record_test

import (
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/openaccess"
)

func TestFreeCopy(t *testing.T) {
	chapter := citation.Citation{
		Type: citation.Chapter, Title: "Deep sea fishes", ContainerTitle: "Handbook of marine life", DOI: "10.5555/fish", ISBN: "9780306406157",
	}
	book := citation.Citation{Type: citation.Book, Title: "Handbook of marine life"}
	article := citation.Citation{Type: citation.Article, Title: "Towage in narrow waters", DOI: "10.5555/tug"}
	of := func(kind citation.Type, title string, copies ...openaccess.Copy) record.Record {
		return record.Record{Source: "Test", Citation: citation.Citation{Type: kind, Title: title}, Copies: copies}
	}
	published := openaccess.Copy{URL: "https://a.example.org/", Version: openaccess.Published}
	accepted := openaccess.Copy{URL: "https://b.example.org/", Version: openaccess.Accepted}
	lent := openaccess.Copy{URL: "https://c.example.org/", Borrow: true}
	for _, tt := range []struct {
		name       string
		item       citation.Citation
		records    []record.Record
		borrowable bool
		url        string // "" for no copy
		isBook     bool
	}{
		{"nothing known", article, nil, false, "", false},
		{"known and not free", article, []record.Record{of(citation.Article, "Towage in narrow waters")}, false, "", false},
		{"the better of two", article, []record.Record{
			of(citation.Article, "Towage in narrow waters", accepted), of(citation.Article, "Towage in Narrow Waters.", published)}, false, published.URL, false},
		{"the better of two, which comes first", article, []record.Record{
			of(citation.Article, "Towage in narrow waters", published, accepted)}, false, published.URL, false},
		{"another title", article, []record.Record{of(citation.Article, "Anchorage on open coasts", published)}, false, "", false},
		{"a whole issue", article, []record.Record{of(citation.Periodical, "Journal of Harbour Studies", published)}, false, "", false},
		{"an item without a title", citation.Citation{Type: citation.Document, DOI: "10.5555/tug"},
			[]record.Record{of(citation.Article, "Towage in narrow waters", published)}, false, published.URL, false},
		{"a chapter", chapter, []record.Record{of(citation.Chapter, "Deep sea fishes", published)}, false, published.URL, false},
		{"the book that holds it", chapter, []record.Record{of(citation.Book, "Handbook of marine life", published)}, false, published.URL, true},
		{"the chapter rather than its book", chapter, []record.Record{
			of(citation.Book, "Handbook of marine life", published), of(citation.Chapter, "Deep sea fishes", accepted)}, false, accepted.URL, false},
		{"another book", chapter, []record.Record{of(citation.Book, "Anchorage on open coasts", published)}, false, "", false},
		{"a book", book, []record.Record{of(citation.Book, "Handbook of marine life: a guide", published)}, false, published.URL, false},
		{"a chapter for a book", book, []record.Record{of(citation.Chapter, "Deep sea fishes", published)}, false, "", false},
		{"one to borrow", book, []record.Record{of(citation.Book, "Handbook of marine life", lent)}, false, "", false},
		{"one to borrow, where that is wanted", book, []record.Record{of(citation.Book, "Handbook of marine life", lent)}, true, lent.URL, false},
		{"one to keep rather than one to borrow", book, []record.Record{of(citation.Book, "Handbook of marine life", lent, accepted)}, true, accepted.URL, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := record.FreeCopy(&tt.item, tt.records, tt.borrowable)
			if ok != (tt.url != "") || got.URL != tt.url || got.Book != tt.isBook {
				t.Errorf("%+v, %t", got, ok)
			}
			if ok && (got.Source != "Test" || got.Title == "") {
				t.Errorf("%+v does not say where it is from", got)
			}
		})
	}
}
