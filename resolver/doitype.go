package resolver

import (
	"regexp"

	"lendlink/resolver/citation"
)

// TypeOfDOI tells what a DOI most likely stands for when nothing else is known, and
// the ISBN that it holds, or "". Most DOIs are articles'. Book publishers build
// theirs from the ISBN, with something behind it for a part: 10.1007/978-…_7
// (Springer), 10.1515/978…-005 (De Gruyter), 10.1016/B978-….00001-2 (Elsevier), or from
// a number of their own: 10.1201/b12999-7 (Taylor & Francis).
// DOIs have no meaning by their standard (ISO 26324), so this is a guess, for a form
// that shows it to the patron.
func TypeOfDOI(doi string) (citation.Type, string) {
	m := isbnInDOI.FindStringSubmatch(doi)
	if m == nil {
		if citation.ChapterDOI(doi) {
			return citation.Chapter, ""
		}
		return citation.Article, ""
	}
	isbn, ok := citation.ParseISBN(m[1])
	switch {
	case !ok:
		return citation.Article, ""
	case m[2] == "", wholeBook.MatchString(m[2]):
		return citation.Book, isbn
	}
	return citation.Chapter, isbn
}

var (
	isbnInDOI = regexp.MustCompile(`/(?:[A-Za-z:]*/)?[A-Za-z]*(97[89](?:-?\d){10})(|[^0-9].*)$`)
	wholeBook = regexp.MustCompile(`^\.001\.0001$`) // Oxford numbers the book itself like a chapter
)
