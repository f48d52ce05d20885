package source

import (
	"fmt"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
)

// Scheme is a kind of question.
type Scheme string

// The schemes that sources are asked by. All but the searches are kinds of identifiers.
const (
	DOI    Scheme = "doi"
	PMID   Scheme = "pmid"
	PMCID  Scheme = "pmcid"
	ArXiv  Scheme = "arxiv"
	ISBN   Scheme = "isbn"
	OCLC   Scheme = "oclc"
	LCCN   Scheme = "lccn"
	ISSN   Scheme = "issn"   // of the journal that the item is or is in
	Search Scheme = "search" // by title, first author and year
	Book   Scheme = "book"   // the book that the item is or is in, by its title
)

// Question is what a source is asked about.
type Question struct {
	Scheme Scheme
	Value  string // the identifier; of a search the title
	Family string // of a search: the first author's family name; "" for a book by anybody
	Year   int    // of a search
	ISBN   string // of a book that is searched for

	// What a reference says besides. It is not asked about, but a record must not contradict it.
	Type                    citation.Type
	Container, Volume, Page string
}

// Key names the question; equal questions have equal keys. The case of a DOI
// makes no difference.
func (q Question) Key() string {
	key := string(q.Scheme) + ":" + strings.ToLower(q.Value)
	if q.Scheme == Search || q.Scheme == Book {
		key += fmt.Sprintf("|%s|%d|%s", strings.ToLower(q.Family), q.Year, q.ISBN)
	}
	if q.Scheme == Search {
		key += strings.Join([]string{"", string(q.Type), q.Container, q.Volume, q.Page}, "|")
	}
	return key
}

// Answered reports whether a citation is about what was asked: it has the identifier,
// or resembles what was searched for.
func (q Question) Answered(c *citation.Citation) bool {
	switch q.Scheme {
	case DOI:
		return strings.EqualFold(q.Value, c.DOI)
	case PMID:
		return q.Value == c.PMID
	case PMCID:
		return q.Value == c.PMCID
	case ArXiv:
		return strings.EqualFold(q.Value, c.Custom.ArXiv)
	case ISBN: // of the several that a book has, records have the one asked about
		return q.Value == c.ISBN
	case OCLC:
		return q.Value == c.Custom.OCLC
	case LCCN:
		return q.Value == c.Custom.LCCN
	case ISSN:
		return q.Value == c.ISSN
	case Search:
		return record.Resembles(q.Value, c.Title) && isSameYear(q.Year, c.Issued.Year) && hasFirstAuthor(c, q.Family) && q.fits(c)
	case Book:
		return record.Resembles(q.Value, c.Title)
	}
	return false
}

// fits reports whether a record does not contradict what a reference says besides.
func (q Question) fits(found *citation.Citation) bool {
	reference := citation.Citation{Type: q.Type, ContainerTitle: q.Container, Volume: q.Volume, Page: q.Page}
	_, believed := record.Differences(&reference, found)
	return believed
}

// MayDiffer reports whether an answer about another number can be about the item all the
// same: agencies register aliases of DOIs. Its title decides.
func (q Question) MayDiffer() bool { return q.Scheme == DOI || q.Scheme == PMID }

// isSameYear reports whether two years can be those of one publication: online in December,
// printed in January.
func isSameYear(a, b int) bool { return a-b <= 1 && b-a <= 1 }

// hasFirstAuthor reports whether the first author of a citation has a family name.
func hasFirstAuthor(c *citation.Citation, family string) bool {
	return len(c.Author) > 0 && record.SameName(family, familyName(c.Author[0]))
}

func familyName(n citation.Name) string {
	if n.Family != "" {
		return n.Family
	}
	return n.Literal
}

// maxIdentifier is how long an identifier may be, in bytes, to be asked about. The
// longest DOIs in use have some two hundred.
const maxIdentifier = 300

// numbers are the identifiers of a citation by the schemes, the most telling first.
var numbers = []struct {
	Scheme
	of func(*citation.Citation) string
}{
	{DOI, func(c *citation.Citation) string { return c.DOI }},
	{PMID, func(c *citation.Citation) string { return c.PMID }},
	{PMCID, func(c *citation.Citation) string { return c.PMCID }},
	{ArXiv, func(c *citation.Citation) string { return c.Custom.ArXiv }},
	{ISBN, func(c *citation.Citation) string { return c.ISBN }},
	{OCLC, func(c *citation.Citation) string { return c.Custom.OCLC }},
	{LCCN, func(c *citation.Citation) string { return c.Custom.LCCN }},
	{ISSN, func(c *citation.Citation) string { return c.ISSN }},
}

// By returns the question about a citation by an identifier's scheme, if it has one.
func By(scheme Scheme, c *citation.Citation) (Question, bool) {
	for _, n := range numbers {
		if n.Scheme == scheme {
			value := n.of(c)
			return Question{Scheme: scheme, Value: value}, value != "" && len(value) <= maxIdentifier
		}
	}
	return Question{}, false
}

// Questions returns what can be asked about a citation, the most telling first: what
// identifies the item, and the book that it is or is in. Links that have both a DOI and a
// PMID may have one of another item, so both are asked about. Searched says that the item
// may be searched for where nothing identifies it.
func Questions(c *citation.Citation, searched bool) []Question {
	var questions []Question
	first := func(schemes ...Scheme) {
		for _, scheme := range schemes {
			if q, ok := By(scheme, c); ok {
				questions = append(questions, q)
				return
			}
		}
	}
	first(DOI)
	first(PMID)
	if len(questions) == 0 {
		first(PMCID, ArXiv)
	}
	if q, ok := SearchFor(c); ok && searched && len(questions) == 0 {
		questions = append(questions, q)
	}
	first(ISBN, OCLC, LCCN)
	if len(questions) == 0 && lacksJournal(c) {
		first(ISSN)
	}
	return questions
}

// lacksJournal reports whether the title of a journal is missing that an ISSN can supply.
func lacksJournal(c *citation.Citation) bool {
	switch c.Type {
	case citation.Article, citation.Paper:
		return c.ContainerTitle == ""
	case citation.Periodical:
		return c.Title == ""
	}
	return false
}
