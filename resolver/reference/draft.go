package reference

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/name"
)

// field is what a tag or a key of a format is for.
type field uint8

const (
	ignored field = iota
	typeField
	title
	subtitle
	container
	series
	author
	editor
	date
	month
	volume
	issue
	pages
	firstPage
	lastPage
	publisher
	place
	institution
	edition
	isbn
	issn
	isbnOrISSN
	doi
	pmid
	pmcid
	oclc
	lccn
	pageAddress
	note
	fields // how many there are
)

// draft is an item while its record is read: the values of each field, as the file has them.
type draft [fields][]string

func (d *draft) add(f field, value string) {
	if value = strings.TrimSpace(value); value != "" && f != ignored {
		d[f] = append(d[f], value)
	}
}

// first returns the first value of the first field that has one.
func (d *draft) first(of ...field) string {
	for _, f := range of {
		if len(d[f]) > 0 {
			return d[f][0]
		}
	}
	return ""
}

// item makes a clean item of a record. It reports false where the record names no item.
func (d *draft) item(t citation.Type, year int) (Item, bool) {
	c := citation.Citation{
		Type: t, Title: citation.CleanTitle(d.first(title), citation.SerialTitle), ContainerTitle: d.first(container),
		CollectionTitle: d.first(series),
		Publisher:       d.first(publisher, institution), PublisherPlace: d.first(place), Edition: d.first(edition),
		Volume: d.first(volume), Issue: d.first(issue), Page: d.first(pages),
	}
	if sub := d.first(subtitle); sub != "" && c.Title != "" {
		c.Title += ": " + sub
	}
	if c.Page == "" && d.first(firstPage) != "" {
		c.Page = citation.PageRange(citation.CleanPages(d.first(firstPage)), citation.CleanPages(d.first(lastPage)))
	}
	if c.Title == "" { // a journal or a book that is asked for as a whole
		c.Title, c.ContainerTitle = c.ContainerTitle, ""
	}
	d.people(&c)
	c.Issued, _ = citation.ParseDate(strings.TrimSpace(d.first(date)+" "+d.first(month)), year+1)
	d.identifiers(&c)
	citation.Clean(&c, year)
	return Item{Citation: c, Note: strings.Join(d[note], "; ")}, !c.Empty()
}

// people sets the authors, or the editors of a whole book without authors. Other editors go
// into the note.
func (d *draft) people(c *citation.Citation) {
	for _, a := range d[author] {
		c.Author = name.AppendList(c.Author, a)
	}
	if len(d[editor]) == 0 {
		return
	}
	if len(c.Author) == 0 && c.ContainerTitle == "" {
		for _, e := range d[editor] {
			c.Author = name.AppendList(c.Author, e)
		}
		return
	}
	d.add(note, "ed. "+strings.Join(d[editor], "; "))
}

func (d *draft) identifiers(c *citation.Citation) {
	c.DOI, c.PMID, c.PMCID, c.Custom.OCLC, c.Custom.LCCN = d.first(doi), d.first(pmid), d.first(pmcid), d.first(oclc), d.first(lccn)
	for _, v := range append(d[isbn], d[isbnOrISSN]...) {
		if found, ok := identifier.ParseISBN(v); ok {
			c.ISBN = found
			break
		}
	}
	for _, v := range append(d[issn], d[isbnOrISSN]...) {
		if found, ok := identifier.ParseISSN(v); ok && c.ISBN == "" {
			c.ISSN = found
			break
		}
	}
	for _, a := range d[pageAddress] {
		addAddress(c, &d[note], a)
	}
}
