// Package plausible checks a citation that was read from a link, and finds in it what no
// citation has: a family name with a digit, a title that ends in "of the", a DOI of another
// volume. What it finds was damaged on its way, or read wrongly in a way that no rule for
// reading knows; so it is not a mistake of the patron, who should look at it.
//
// It follows no standard. It is a table: checks.go has a row for each check, with what it finds
// in words, an example link, and a function. To add one, write a case of what it catches and one
// of its nearest neighbour that it must not (testdata/cases/plausible of interpret), then its
// row. A check belongs here only where at least half of what it catches is really wrong: each
// shows a page to somebody.
//
// It imports citation, name, openurl, text and warning.
package plausible

import (
	"iter"

	"lendlink/resolver/citation"
	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// Item is a citation with the link that it was read from.
type Item struct {
	Citation *citation.Citation
	Link     *openurl.ContextObject
	Uses     Uses
	Warnings warning.List // of the reading

	held [parts]text.CharMask
}

// Uses reports which pairs of a link are in a field.
type Uses interface{ IsUsed(pair int) bool }

// Check finds one thing that no citation has.
type Check struct {
	Finds   string // in words
	Code    warning.Code
	Field   string // a CSL name
	Example string // a link of whose citation it holds

	needs need
	in    func(*Item) string // returns what is implausible; "" where nothing is
}

// need is what a check needs to find anything: a character, in a part of the citation. Most checks need one that most
// citations have not, and are not entered, which halves what all of them cost. The zero value is for one that needs nothing.
type need struct {
	in    part
	chars text.CharSet
}

// part is where checks need characters.
type part uint8

const (
	anywhere    part = iota // no part: nothing is needed
	inTitle                 // the item's own
	inContainer             // its title
	inFamily                // the family names of all persons
	inGiven                 // their given names
	inName                  // both
	parts
)

// What several checks need.
var (
	beyondASCII = text.Chars("")
	blank       = text.Chars(" ")
	comma       = text.Chars(",")
	equals      = text.Chars("=")
)

// NewItem returns a citation to be looked at.
func NewItem(c *citation.Citation, link *openurl.ContextObject, uses Uses, warnings warning.List) Item {
	item := Item{Citation: c, Link: link, Uses: uses, Warnings: warnings}
	item.held[inTitle], item.held[inContainer] = text.MaskOf(c.Title), text.MaskOf(c.ContainerTitle)
	for i := range c.Author {
		item.held[inFamily].Add(text.MaskOf(c.Author[i].Family))
		item.held[inGiven].Add(text.MaskOf(c.Author[i].Given))
	}
	item.held[inName] = item.held[inFamily]
	item.held[inName].Add(item.held[inGiven])
	return item
}

// Found goes over the checks that find something implausible about the item, with what that is.
func (item *Item) Found() iter.Seq2[*Check, string] {
	return func(yield func(*Check, string) bool) {
		for i := range Checks {
			check := &Checks[i]
			if !check.needs.metBy(item) {
				continue
			}
			if detail := check.in(item); detail != "" && !yield(check, detail) {
				return
			}
		}
	}
}

// metBy reports whether an item may have what is needed. Of a part with characters beyond ASCII nothing is known.
func (n *need) metBy(item *Item) bool {
	return n.in == anywhere || item.held[n.in].MayHold(n.chars)
}

// person makes a check of one that looks at each person's name.
func person(holds func(n *name.Name) bool) func(*Item) string {
	return func(item *Item) string {
		for i := range item.Citation.Author {
			if n := &item.Citation.Author[i]; holds(n) {
				return n.String()
			}
		}
		return ""
	}
}

// title makes a check of one that looks at the item's own title, of which a link that was cut short may have
// only the beginning.
func title(holds func(title string) bool) func(*Item) string {
	return func(item *Item) string {
		if item.Link.CutShort {
			return ""
		}
		return only(item.Citation.Title, holds)
	}
}

// container makes a check of one that looks at the title of what the item is in.
func container(holds func(title string) bool) func(*Item) string {
	return func(item *Item) string { return only(item.Citation.ContainerTitle, holds) }
}

// journal makes a check of one that looks at the title of an article's journal.
func journal(holds func(title string) bool) func(*Item) string {
	return func(item *Item) string {
		if item.Citation.Type != citation.Article {
			return ""
		}
		return only(item.Citation.ContainerTitle, holds)
	}
}

// only returns a value if something holds of it.
func only(value string, holds func(string) bool) string {
	if value != "" && holds(value) {
		return value
	}
	return ""
}
