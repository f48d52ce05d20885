package placeholder

import (
	"strconv"
	"strings"
	"time"

	"lendlink/resolver/citation"
)

// Item is what templates are filled with: a citation, and what a request says
// besides it.
type Item struct {
	Citation *citation.Citation
	Source   string // who made the link
	Record   string // the address of the record in the library's search
	Changed  string // the fields that the patron typed or changed

	// How a request form sends the item.
	Genre, Format string
	Whole         string // the title of the book or journal
	Part          string // the title of the article or chapter
	Book, Journal string // Whole again, in the one that the format has a key for

	first      citation.Name // the first author of whom something is known
	start, end string        // the first and the last page
}

// New returns the item of a citation.
func New(c *citation.Citation) Item {
	start, end := startEnd(Clean(c.Page))
	return Item{Citation: c, first: firstAuthor(c.Author), start: start, end: end}
}

// firstAuthor returns the first author of whom something is known, with either a
// family name or a literal.
func firstAuthor(authors []citation.Name) citation.Name {
	for _, a := range authors {
		if n := cleanName(a); n != (citation.Name{}) {
			return n
		}
	}
	return citation.Name{}
}

func cleanName(a citation.Name) citation.Name {
	n := citation.Name{Family: Clean(a.Family), Given: Clean(a.Given), Suffix: Clean(a.Suffix), Literal: Clean(a.Literal)}
	if n.Literal != "" {
		return citation.Name{Literal: n.Literal}
	}
	if n.Family == "" { // one name alone is the one that is searched for
		n.Family, n.Given = n.Given, ""
	}
	if n.Family == "" {
		return citation.Name{}
	}
	return n
}

// authors returns all authors as "Garner, W. L.; Sosa, Ana".
func (it *Item) authors() string {
	if len(it.Citation.Author) < 2 {
		return it.first.String()
	}
	var names []string
	for _, a := range it.Citation.Author {
		if n := cleanName(a); n != (citation.Name{}) {
			names = append(names, n.String())
		}
	}
	return strings.Join(names, "; ")
}

func (it *Item) year() string {
	if it.Citation.Issued.IsZero() {
		return ""
	}
	return strconv.Itoa(it.Citation.Issued.Year)
}

// month returns the month's English name: the forms that ask for one are in English.
func (it *Item) month() string {
	if m := it.Citation.Issued.Month; 1 <= m && m <= 12 {
		return time.Month(m).String()
	}
	return ""
}
