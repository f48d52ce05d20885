package identifier

import (
	"regexp"
	"strings"
)

// DOIKind is what a DOI names, as far as the way in which publishers form theirs says.
type DOIKind uint8

// The kinds of DOIs.
const (
	ArticleDOI DOIKind = iota // an article's, or nothing in it says more: most are
	BookDOI                   // a whole book's
	ChapterDOI                // a chapter's
)

// KindOfDOI returns what a DOI most likely names when nothing else is known, and
// the ISBN that it holds, or "". Book publishers build
// theirs from the ISBN, with something after it for a part: 10.1007/978-…_7
// (Springer), 10.1515/978…-005 (De Gruyter), 10.1016/B978-….00001-2 (Elsevier), or from
// a number of their own: 10.1201/b12999-7 (Taylor & Francis).
// DOIs have no meaning by their standard (ISO 26324), so this is a guess, for a form
// that shows it to the patron.
func KindOfDOI(doi string) (DOIKind, string) {
	if !strings.Contains(doi, "978") && !strings.Contains(doi, "979") { // most DOIs
		if IsChapterDOI(doi) {
			return ChapterDOI, ""
		}
		return ArticleDOI, ""
	}
	m := isbnInDOI.FindStringSubmatch(doi)
	if m == nil {
		if IsChapterDOI(doi) {
			return ChapterDOI, ""
		}
		return ArticleDOI, ""
	}
	isbn, ok := ParseISBN(m[1])
	switch {
	case !ok:
		return ArticleDOI, ""
	case m[2] == "", wholeBook.MatchString(m[2]):
		return BookDOI, isbn
	}
	return ChapterDOI, isbn
}

var isbnInDOI = regexp.MustCompile(`/(?:[A-Za-z:]*/)?[A-Za-z]*(97[89](?:-?\d){10})(|[^0-9].*)$`)

// wholeBook is what comes after the ISBN in the DOI of a whole book: Oxford numbers the book
// itself like a chapter, Elsevier has an X.
var wholeBook = regexp.MustCompile(`^(\.001\.0001|[.-][Xx].*)$`)
