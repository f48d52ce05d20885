package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestKindOfDOI(t *testing.T) {
	for _, tc := range []struct {
		name, doi string
		kind      identifier.DOIKind
		isbn      string
	}{
		{"an article's says nothing", "10.1080/01419870.2019.1234567", identifier.ArticleDOI, ""},
		{"a chapter of Springer's", "10.1007/978-0-306-40615-7_7", identifier.ChapterDOI, "9780306406157"},
		{"a book of Springer's", "10.1007/978-0-306-40615-7", identifier.BookDOI, "9780306406157"},
		{"a chapter of De Gruyter's", "10.1515/9780306406157-005", identifier.ChapterDOI, "9780306406157"},
		{"a chapter of Elsevier's", "10.1016/B978-0-306-40615-7.00001-2", identifier.ChapterDOI, "9780306406157"},
		{"a book of Cambridge's", "10.1017/CBO9780306406157", identifier.BookDOI, "9780306406157"},
		{"a chapter of Oxford's", "10.1093/acprof:oso/9780306406157.003.0004", identifier.ChapterDOI, "9780306406157"},
		{"a book of Oxford's", "10.1093/acprof:oso/9780306406157.001.0001", identifier.BookDOI, "9780306406157"},
		{"a chapter of Taylor & Francis's", "10.1201/b12999-7", identifier.ChapterDOI, ""},
		{"a chapter of theirs whose book's number begins as ISBNs do", "10.1201/b97812-7", identifier.ChapterDOI, ""},
		{"an article's with such a number", "10.1080/00978123.2019", identifier.ArticleDOI, ""},
		{"a number that is not an ISBN", "10.1000/9780306406158-1", identifier.ArticleDOI, ""},
		{"more digits than an ISBN has", "10.1000/97803064061571", identifier.ArticleDOI, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if kind, isbn := identifier.KindOfDOI(tc.doi); kind != tc.kind || isbn != tc.isbn {
				t.Errorf("kind %d with ISBN %q, want %d with %q", kind, isbn, tc.kind, tc.isbn)
			}
		})
	}
}
