// Package citation has the citation of an item, and the cleaning of its fields of what
// catalogues and databases leave in them.
//
// A citation is an item in CSL-JSON, the format that Zotero, Mendeley, pandoc and Crossref
// use; names of types and fields are CSL's. It deviates from CSL in one point: OCLC number
// and LCCN, which CSL lacks, are under custom.
//
// It imports name, identifier and text.
package citation

import (
	"lendlink/resolver/name"
)

// Type is the CSL type of an item. Only those an interlibrary loan asks for occur.
type Type string

// The types, with the request they lead to.
const (
	Book       Type = "book"             // a whole book or conference volume
	Chapter    Type = "chapter"          // a part of a book with a title of its own
	Article    Type = "article-journal"  // from a journal, magazine or newspaper; preprints too
	Paper      Type = "paper-conference" // one paper of a conference
	Periodical Type = "periodical"       // a journal, or an issue of one
	Thesis     Type = "thesis"           // dissertation or thesis
	Report     Type = "report"           // technical or government report
	Patent     Type = "patent"
	Document   Type = "document" // anything else, and whatever cannot be told
)

// Types lists every type, in the order in which a form offers them.
var Types = [...]Type{Book, Chapter, Article, Paper, Periodical, Thesis, Report, Patent, Document}

// HasYearOnly reports whether the date of a type is a year, whatever databases pad it with.
func (t Type) HasYearOnly() bool { return t == Book || t == Chapter || t == Thesis || t == Report }

// HasPages reports whether items of a type are on pages of something else.
func (t Type) HasPages() bool { return t == Chapter || t == Article || t == Paper }

// Citation is one item. A field with nothing in it is empty here and absent in JSON.
type Citation struct {
	Type            Type   `json:"type"`
	Title           string `json:"title,omitempty"`            // the item's own title: a chapter's, not its book's
	ContainerTitle  string `json:"container-title,omitempty"`  // the book or journal that the item is part of
	CollectionTitle string `json:"collection-title,omitempty"` // series
	Author          []Name `json:"author,omitempty"`
	Issued          Date   `json:"issued,omitzero"`
	Publisher       string `json:"publisher,omitempty"`
	PublisherPlace  string `json:"publisher-place,omitempty"`
	Edition         string `json:"edition,omitempty"`
	Volume          string `json:"volume,omitempty"`
	Issue           string `json:"issue,omitempty"`
	Page            string `json:"page,omitempty"` // 236-259, 236, B4; hyphen between first and last
	ISBN            string `json:"ISBN,omitempty"` // 13 digits without hyphens, check digit valid
	ISSN            string `json:"ISSN,omitempty"` // NNNN-NNNX, check digit valid
	DOI             string `json:"DOI,omitempty"`  // 10.NNNN/…, case as sent
	PMID            string `json:"PMID,omitempty"` // digits
	Custom          Custom `json:"custom,omitzero"`
}

// Custom holds the identifiers that CSL has no field for.
type Custom struct {
	OCLC string `json:"OCLC,omitempty"` // digits, no leading zeros
	LCCN string `json:"LCCN,omitempty"` // normalised as by the info:lccn registry
}

// Empty reports whether nothing but the type is known.
func (c *Citation) Empty() bool {
	return c.Title == "" && c.ContainerTitle == "" && c.CollectionTitle == "" && len(c.Author) == 0 && c.Issued.IsZero() &&
		c.Publisher == "" && c.PublisherPlace == "" && c.Edition == "" && c.Volume == "" && c.Issue == "" && c.Page == "" &&
		c.ISBN == "" && c.ISSN == "" && c.DOI == "" && c.PMID == "" && c.Custom == Custom{}
}

// Name is the name of a person or an organisation.
type Name = name.Name
