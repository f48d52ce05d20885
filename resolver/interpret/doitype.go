package interpret

import (
	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
)

// TypeOfDOI returns the type of the item that a DOI most likely names when nothing else is
// known, and the ISBN that it holds, or "".
func TypeOfDOI(doi string) (citation.Type, string) {
	kind, isbn := identifier.KindOfDOI(doi)
	return doiTypes[kind], isbn
}

// doiTypes are the types of the kinds of DOIs.
var doiTypes = [...]citation.Type{
	identifier.ArticleDOI: citation.Article, identifier.BookDOI: citation.Book, identifier.ChapterDOI: citation.Chapter,
}
