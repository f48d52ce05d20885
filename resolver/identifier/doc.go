// Package identifier finds and checks the numbers by which items are known, in whatever
// text they come: ISBN (ISO 2108), ISSN (ISO 3297), DOI (ISO 26324), PMID, OCLC number and
// LCCN (the info:lccn registry). Each Parse function returns the canonical form, and false
// where there is no valid number.
//
// It deviates from ISO 26324 in one point: a DOI has no meaning by its standard, but
// publishers form the DOIs of books and chapters in ways that say which they are
// ([KindOfDOI], [IsChapterDOI]). That is a guess, never a proof.
//
// It imports text.
package identifier
