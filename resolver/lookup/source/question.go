package source

import (
	"strings"

	"lendlink/resolver/citation"
)

// Scheme is a kind of identifier.
type Scheme string

// The schemes that sources are asked by.
const (
	DOI  Scheme = "doi"
	PMID Scheme = "pmid"
	ISBN Scheme = "isbn"
)

// Question is an identifier to ask about.
type Question struct {
	Scheme Scheme
	Value  string
}

// Key names the question; equal questions have equal keys. The case of a DOI
// makes no difference.
func (q Question) Key() string { return string(q.Scheme) + ":" + strings.ToLower(q.Value) }

// Answered reports whether a citation has the identifier that was asked about.
func (q Question) Answered(c *citation.Citation) bool {
	switch q.Scheme {
	case DOI:
		return strings.EqualFold(q.Value, c.DOI)
	case PMID:
		return q.Value == c.PMID
	}
	return true // an ISBN is checked where the answer is read: a book has several
}

// longest is how long an identifier may be, in bytes, to be asked about. The
// longest DOIs in use have some two hundred.
const longest = 300

// Questions returns what can be asked about a citation, the most telling first: a
// DOI or PMID stands for the item itself, an ISBN maybe for the book it is in.
func Questions(c *citation.Citation) []Question {
	var questions []Question
	for _, q := range [...]Question{{DOI, c.DOI}, {PMID, c.PMID}, {ISBN, c.ISBN}} {
		if q.Value != "" && len(q.Value) <= longest {
			questions = append(questions, q)
		}
	}
	return questions
}
