// Package record says what to make of a source's answer about an item: whether
// it is about the item that the link means, and which gaps of the citation it
// fills. It is pure; package lookup asks the sources.
//
// A link knows best what its patron wants: no value of the link is ever changed.
//
// It imports citation, openaccess, text and warning.
package record

import (
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/openaccess"
	"lendlink/resolver/warning"
)

// Record is what one source knows of an item.
type Record struct {
	Source   string            `json:"source"` // as shown to people: Crossref
	Citation citation.Citation `json:"citation"`
	Aliases  []string          `json:"aliases,omitempty"` // other titles of the item: with its subtitle, short, original
	Copies   []openaccess.Copy `json:"copies,omitempty"`  // of the item, free to read
}

// Filled maps each filled field to its source. Fields are named as in CSL,
// with type, OCLC and LCCN. The type is among them when a source ended the doubt
// about it, even if it is what the link seemed to say.
type Filled map[string]string

// Merge fills the gaps of a citation from a record and returns which fields those
// were. What the citation has stays. A record whose title does not resemble the
// citation's own is not believed: then nothing is filled and a warning says so.
// The type is filled only where it is doubtful: where doubtful is set, or the
// type is document.
//
// A record may be about the book whose chapter is wanted (the link had the
// book's ISBN alone), or about the chapter when the whole book is wanted. Then
// only what the two share is taken.
func Merge(c citation.Citation, doubtful bool, r Record) (citation.Citation, Filled, warning.List) {
	var warnings warning.List
	filled := Filled{}
	from := r.Citation
	switch relate(&c, &r) {
	case mismatch:
		warnings.Add(warning.LookupDistrusted, "title", from.Title)
		return c, filled, warnings
	case container:
		from = asContainer(&from)
	case part:
		from = asWhole(&from)
	case same:
		if (doubtful || c.Type == citation.Document) && settles(&c, from.Type) {
			c.Type = from.Type
			filled["type"] = r.Source
		}
	}
	otherPrinting := !sameYear(c.Issued, from.Issued)
	for i := range citation.Fields {
		f := &citation.Fields[i]
		gap := f.Empty(&c) && !f.Empty(&from)
		if gap && slices.Contains(f.Lookup, c.Type) && !(f.Printing && otherPrinting) {
			f.Copy(&c, &from)
			filled[f.Name] = r.Source
		}
	}
	return c, filled, warnings
}

// settles reports whether a type ends the doubt about that of a citation: it is the
// same, or one that the citation can be of without losing its container.
func settles(c *citation.Citation, t citation.Type) bool {
	if t == "" || t == citation.Document {
		return false
	}
	return t == c.Type || c.ContainerTitle == "" || isPart[t]
}

// sameYear reports whether two dates can be those of one printing: the year of
// copyright and the year of publication are often one apart.
func sameYear(a, b citation.Date) bool {
	return a.IsZero() || b.IsZero() || max(a.Year, b.Year)-min(a.Year, b.Year) <= 1
}
