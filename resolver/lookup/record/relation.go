package record

import (
	"strings"

	"lendlink/resolver/citation"
)

// relation is how the item of a record relates to the item of a citation.
type relation int

const (
	mismatch  relation = iota // another item: the identifier was wrong
	same                      // the item itself
	container                 // the book or journal that the item is part of
	part                      // a part of the item
)

// isPart holds the types of items that are part of another.
var isPart = map[citation.Type]bool{citation.Chapter: true, citation.Article: true, citation.Paper: true}

// relate compares titles. Without a title in the citation, the identifier is believed, and a
// different DOI means another item.
func relate(c *citation.Citation, r *Record) relation {
	found := &r.Citation
	switch {
	case c.Title == "" && otherIdentifier(c, found):
		return mismatch // with one, the title decides: a DOI can be an alias, or the book's
	case isPart[c.Type] && (found.Type == citation.Book || found.Type == citation.Periodical):
		return relateContainer(c, r)
	case r.named(c.Title):
		return same
	case !isPart[c.Type] && isPart[found.Type] && Resembles(c.Title, found.ContainerTitle):
		return part
	case c.Title != "":
		return mismatch
	case c.ContainerTitle != "" && found.ContainerTitle != "" && !sameContainer(c, found):
		return mismatch
	}
	return same
}

// otherIdentifier reports whether a record is registered under another DOI or PMID than
// the citation has.
func otherIdentifier(c, found *citation.Citation) bool {
	return differ(c.DOI, found.DOI) || differ(c.PMID, found.PMID)
}

func differ(a, b string) bool { return a != "" && b != "" && !strings.EqualFold(a, b) }

// relateContainer relates a chapter to a book whose ISBN its link has.
func relateContainer(c *citation.Citation, r *Record) relation {
	switch {
	case r.named(c.ContainerTitle):
		return container
	case r.named(c.Title):
		return same
	case c.ContainerTitle == "":
		return container
	}
	return mismatch
}

// named reports whether the record's item has a title.
func (r *Record) named(title string) bool {
	if Resembles(title, r.Citation.Title) {
		return true
	}
	for _, alias := range r.Aliases {
		if Resembles(title, alias) {
			return true
		}
	}
	return false
}

// sameContainer reports whether two journals or books are the same by ISSN, ISBN or title; links often
// shorten the title of a journal.
func sameContainer(a, b *citation.Citation) bool {
	if a.ISSN != "" && a.ISSN == b.ISSN || a.ISBN != "" && a.ISBN == b.ISBN {
		return true
	}
	return Resembles(a.ContainerTitle, b.ContainerTitle) ||
		abbreviates(a.ContainerTitle, b.ContainerTitle) || abbreviates(b.ContainerTitle, a.ContainerTitle)
}

// asContainer returns what the record of a book or journal says of any part of it.
// Its authors are not the part's.
func asContainer(r *citation.Citation) citation.Citation {
	c := ofWhole(r)
	c.ContainerTitle = r.Title
	return c
}

// asWhole returns what the record of a part says of the whole.
func asWhole(r *citation.Citation) citation.Citation {
	c := ofWhole(r)
	c.Title = r.ContainerTitle
	return c
}

// ofWhole returns what a part and its whole share.
func ofWhole(r *citation.Citation) citation.Citation {
	var c citation.Citation
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.Whole {
			f.Copy(&c, r)
		}
	}
	return c
}
