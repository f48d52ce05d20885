package resolver_test

import (
	"slices"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/citation"
)

// What a request needs, by the type of item: any one of several will do for some.
func TestMissing(t *testing.T) {
	who, year := []citation.Name{{Family: "Lee"}}, citation.Date{Year: 2012}
	for _, tt := range []struct {
		item citation.Citation
		want []string
	}{
		{citation.Citation{Type: citation.Book}, []string{"title", "author"}},
		{citation.Citation{Type: citation.Book, Title: "Weirs"}, []string{"author"}},
		{citation.Citation{Type: citation.Book, Title: "Weirs", Author: who}, nil},
		{citation.Citation{Type: citation.Book, Title: "Weirs", ISBN: "9780306406157"}, nil},
		{citation.Citation{Type: citation.Book, Title: "Weirs", Custom: citation.Custom{OCLC: "1"}}, nil},
		{citation.Citation{Type: citation.Book, DOI: "10.1000/1", PMID: "17", ISBN: "9780306406157"}, []string{"title"}},
		{citation.Citation{Type: citation.Chapter, Title: "Mud"}, []string{"container-title", "page"}},
		{citation.Citation{Type: citation.Chapter, Title: "Mud", ContainerTitle: "Weirs", Page: "7"}, nil},
		{citation.Citation{Type: citation.Chapter, Title: "Mud", ContainerTitle: "Weirs", Author: who}, nil},
		{citation.Citation{Type: citation.Article}, []string{"title", "container-title", "issued"}},
		{citation.Citation{Type: citation.Article, DOI: "10.1000/1"}, nil},
		{citation.Citation{Type: citation.Article, PMID: "17"}, nil},
		{citation.Citation{Type: citation.Article, Title: "Mud", ContainerTitle: "Weirs", Issued: year}, nil},
		{citation.Citation{Type: citation.Article, Title: "Mud", ContainerTitle: "Weirs", Volume: "3"}, nil},
		{citation.Citation{Type: citation.Thesis, Title: "Mud"}, []string{"author"}},
		{citation.Citation{Type: citation.Thesis, Title: "Mud", Author: who}, nil},
		{citation.Citation{Type: citation.Document, Title: "Mud"}, nil},
	} {
		if got := resolver.Missing(&tt.item); !slices.Equal(got, tt.want) {
			t.Errorf("of %+v %q is missing, want %q", tt.item, got, tt.want)
		}
	}
}
