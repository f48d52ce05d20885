package resolver

import (
	"testing"

	"lendlink/resolver/citation"
)

func TestTypeOfDOI(t *testing.T) {
	for _, tc := range []struct {
		name, doi string
		itemType  citation.Type
		isbn      string
	}{
		{"an article's says nothing", "10.1080/01419870.2019.1234567", citation.Article, ""},
		{"a chapter of Springer's", "10.1007/978-0-306-40615-7_7", citation.Chapter, "9780306406157"},
		{"a book of Springer's", "10.1007/978-0-306-40615-7", citation.Book, "9780306406157"},
		{"a chapter of De Gruyter's", "10.1515/9780306406157-005", citation.Chapter, "9780306406157"},
		{"a chapter of Elsevier's", "10.1016/B978-0-306-40615-7.00001-2", citation.Chapter, "9780306406157"},
		{"a book of Cambridge's", "10.1017/CBO9780306406157", citation.Book, "9780306406157"},
		{"a chapter of Oxford's", "10.1093/acprof:oso/9780306406157.003.0004", citation.Chapter, "9780306406157"},
		{"a book of Oxford's", "10.1093/acprof:oso/9780306406157.001.0001", citation.Book, "9780306406157"},
		{"a chapter of Taylor & Francis's", "10.1201/b12999-7", citation.Chapter, ""},
		{"a number that is no ISBN", "10.1000/9780306406158-1", citation.Article, ""},
		{"more digits than an ISBN has", "10.1000/97803064061571", citation.Article, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if itemType, isbn := TypeOfDOI(tc.doi); itemType != tc.itemType || isbn != tc.isbn {
				t.Errorf("%s with ISBN %q, want %s with %q", itemType, isbn, tc.itemType, tc.isbn)
			}
		})
	}
}
