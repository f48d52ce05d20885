package citation

import (
	"reflect"
	"testing"
)

func TestRetype(t *testing.T) {
	chapter := Citation{Type: Chapter, Title: "Tugs", ContainerTitle: "Harbours", ISBN: "9781786439154", DOI: "10.1000/1", Page: "3-9"}
	article := Citation{Type: Article, Title: "Tugs", ContainerTitle: "Tides", ISSN: "0306-3968", Volume: "3", PMID: "17"}
	book := Citation{Type: Book, Title: "Harbours", ISBN: "9781786439154"}
	for _, c := range []struct {
		reason string
		from   Citation
		to     Type
		want   Citation
	}{
		{"a chapter's book has its title and its ISBN", chapter, Book, Citation{Type: Book, Title: "Harbours", ISBN: "9781786439154", Page: "3-9"}},
		{"so has a paper's", Citation{Type: Paper, Title: "Tugs", ContainerTitle: "Acts"}, Book, Citation{Type: Book, Title: "Acts"}},
		{"an article's journal too", article, Periodical, Citation{Type: Periodical, Title: "Tides", ISSN: "0306-3968", Volume: "3"}},
		{"a book's chapter is in the book", book, Chapter, Citation{Type: Chapter, ContainerTitle: "Harbours", ISBN: "9781786439154"}},
		{"so is a paper", book, Paper, Citation{Type: Paper, ContainerTitle: "Harbours", ISBN: "9781786439154"}},
		{"a journal's article is in the journal", Citation{Type: Periodical, Title: "Tides", DOI: "10.1000/tides"}, Article, Citation{Type: Article, ContainerTitle: "Tides"}},
		{"a chapter of an unknown book may be the book", Citation{Type: Chapter, Title: "Tugs"}, Book, Citation{Type: Book, Title: "Tugs"}},
		{"what has no type yet keeps its title", Citation{Title: "Tugs"}, Book, Citation{Type: Book, Title: "Tugs"}},
		{"the record's number stays", Citation{Type: Chapter, ContainerTitle: "Harbours", Custom: Custom{MMS: "991234567890107871"}}, Book,
			Citation{Type: Book, Title: "Harbours", Custom: Custom{MMS: "991234567890107871"}}},
		{"a part stays a part", chapter, Article, Citation{Type: Article, Title: "Tugs", ContainerTitle: "Harbours", ISBN: "9781786439154", DOI: "10.1000/1", Page: "3-9"}},
		{"a thesis has its title", book, Thesis, Citation{Type: Thesis, Title: "Harbours", ISBN: "9781786439154"}},
		{"an article is in no book", article, Book, Citation{Type: Book, Title: "Tugs", ContainerTitle: "Tides", ISSN: "0306-3968", Volume: "3", PMID: "17"}},
	} {
		t.Run(c.reason, func(t *testing.T) {
			got, aside, moved := Retype(c.from, Citation{}, c.to)
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("is %+v\nwant %+v", got, c.want)
			}
			if !moved {
				return
			}
			if back, rest, _ := Retype(got, aside, c.from.Type); !reflect.DeepEqual(back, c.from) || !reflect.DeepEqual(rest, Citation{}) {
				t.Errorf("comes back as %+v, with %+v left over", back, rest)
			}
		})
	}
}
