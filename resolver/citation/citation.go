// Package citation holds the citation of an item, and cleans its fields of what
// catalogues and databases leave in them.
//
// A citation is an item in CSL-JSON, the format that Zotero, Mendeley, pandoc and Crossref
// use; names of types and fields are CSL's. It deviates from CSL in one point: identifiers
// that CSL lacks, such as the OCLC number, are under custom.
//
// It imports identifier, name and text.
package citation

import (
	"lendlink/resolver/name"
)

// Type is the CSL type of an item. There are only those that interlibrary loans are for.
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
	Document   Type = "document" // anything else, and whatever is unclear
)

// Types lists every type, in the order in which a form offers them.
var Types = [...]Type{Book, Chapter, Article, Paper, Periodical, Thesis, Report, Patent, Document}

// HasYearOnly reports whether the date of a type is a year, whatever databases pad it with.
func (t Type) HasYearOnly() bool { return t == Book || t == Chapter || t == Thesis || t == Report }

// HasPages reports whether items of a type are on pages of something else.
func (t Type) HasPages() bool { return t == Chapter || t == Article || t == Paper }

// Citation is one item. A field with nothing in it is empty here and absent in JSON,
// where the fields are named as in [Fields].
type Citation struct {
	Type            Type
	Title           string // the item's own title: a chapter's, not its book's
	ContainerTitle  string // the book or journal that the item is part of
	CollectionTitle string // series
	Author          []Name
	Issued          Date
	Publisher       string
	PublisherPlace  string
	Edition         string
	Volume          string
	Issue           string
	Page            string // 236-259, 236, B4; hyphen between first and last
	Medium          string // film, map, score: what is not a text
	ISBN            string // 13 digits without hyphens, check digit valid
	ISSN            string // NNNN-NNNX, check digit valid
	DOI             string // 10.NNNN/…, case as sent
	PMID            string // digits
	PMCID           string // PMC and digits
	Custom          Custom
}

// Custom holds the identifiers that CSL has no field for.
type Custom struct {
	OCLC    string // digits, no leading zeros
	LCCN    string // normalised as by the info:lccn registry
	ArXiv   string // 1706.03762, hep-th/9901001
	Bibcode string // 19 characters, case as sent
	Handle  string // 2027/mdp.39015012345678
	MMS     string // the number of the record in Alma, digits
}

// Name is the name of a person or an organisation.
type Name = name.Name
