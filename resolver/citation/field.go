package citation

import (
	"slices"
	"strings"

	"lendlink/resolver/identifier"
)

// Kind is what a field holds.
type Kind int

// The kinds.
const (
	Text       Kind = iota
	Identifier      // text that is valid or left out
	Names           // the authors
	Day             // the date of publication
)

// Field is one field of a citation. [Fields] lists them; code that reads, writes, shows or
// sends fields goes over that list.
type Field struct {
	Name   string // as in CSL
	Kind   Kind
	Local  bool // one library's own: it identifies the item there alone
	Custom bool // CSL has no such field: in JSON it is under custom

	// Of text and identifiers:
	At    func(*Citation) *string
	Clean func(string) string

	// For OpenURLs that Lendlink writes; which keys it is read from, package openurl says. The
	// keys of titles depend on the type, those of names on the name (see interpret.Write).
	Key    string // "" for none
	Prefix string // for a field that is an rft_id: what comes before its value

	// For what identifiers lead to.
	Page string // the beginning of an address that leads to the item

	// For templates of settings and request forms.
	Placeholder string // "" for a field that has none of its own

	// For the form in which patrons correct a citation.
	Form     int    // its place on the form; 0 for a field that is not there
	Types    []Type // the types that have the field
	Labelled []Type // the types whose label is field.NAME.TYPE instead of field.NAME
	Long     bool   // a line is not enough
	Hint     bool   // hint.NAME explains how to fill it in
	Keyboard string // of a phone: HTML's inputmode
	Checked  bool   // what is typed must be readable, as for an identifier

	// For what bibliographic services send.
	Lookup   []Type // the types for which it is taken from them
	Printing bool   // it differs between printings of one work
	Whole    bool   // a part has it from its book or journal
}

// Sets of types.
var (
	partTypes      = []Type{Chapter, Article, Paper, Document}
	serialTypes    = []Type{Article, Paper, Periodical, Document}
	bookTypes      = []Type{Book, Chapter, Paper, Thesis, Report, Document}
	publishedTypes = []Type{Book, Chapter, Paper, Periodical, Thesis, Report, Document}
	numberedTypes  = []Type{Book, Chapter, Article, Paper, Periodical, Report, Document}
	authoredTypes  = without(Periodical)
	cataloguedType = without(Patent)
	// Lookups fill less than a patron may: a document's fields only once its type is known.
	pageTypes = []Type{Chapter, Article, Paper}
	isbnTypes = []Type{Book, Chapter, Paper, Thesis, Report}
)

func without(t Type) []Type {
	return slices.DeleteFunc(slices.Clone(Types[:]), func(other Type) bool { return other == t })
}

// Fields are the fields of a citation besides its type, in the order in which JSON has
// them. A new field is a member of [Citation] and a row here.
var Fields = []Field{
	{
		Name: "title", Form: 1, Types: Types[:], Labelled: []Type{Chapter, Article, Paper, Periodical}, Long: true,
		Placeholder: "title", Lookup: Types[:],
		At: func(c *Citation) *string { return &c.Title }, Clean: cleanTitle,
	},
	{
		Name: "container-title", Form: 3, Types: partTypes, Labelled: pageTypes, Long: true,
		Placeholder: "container-title", Lookup: pageTypes,
		At: func(c *Citation) *string { return &c.ContainerTitle }, Clean: cleanTitle,
	},
	{
		Name: "collection-title", Whole: true, Form: 11, Types: []Type{Book, Chapter, Paper, Report, Document},
		Placeholder: "series", Lookup: isbnTypes,
		Key: "rft.series",
		At:  func(c *Citation) *string { return &c.CollectionTitle }, Clean: CleanSeries,
	},
	{
		Name: "author", Kind: Names, Form: 2, Types: authoredTypes, Labelled: []Type{Chapter, Patent},
		Long: true, Hint: true, Lookup: authoredTypes,
	},
	{
		Name: "issued", Whole: true, Kind: Day, Form: 4, Types: Types[:], Hint: true, Checked: true,
		Placeholder: "date", Lookup: authoredTypes,
		Key: "rft.date",
	},
	{
		Name: "publisher", Whole: true, Form: 9, Types: publishedTypes, Labelled: []Type{Thesis},
		Placeholder: "publisher", Lookup: cataloguedType, Printing: true,
		Key: "rft.pub",
		At:  func(c *Citation) *string { return &c.Publisher }, Clean: CleanPublisher,
	},
	{
		Name: "publisher-place", Whole: true, Form: 10, Types: publishedTypes,
		Placeholder: "place", Lookup: cataloguedType, Printing: true,
		Key: "rft.place",
		At:  func(c *Citation) *string { return &c.PublisherPlace }, Clean: CleanPlace,
	},
	{
		Name: "edition", Whole: true, Form: 8, Types: []Type{Book, Chapter, Report, Document},
		Placeholder: "edition", Lookup: []Type{Book, Chapter}, Printing: true,
		Key: "rft.edition",
		At:  func(c *Citation) *string { return &c.Edition }, Clean: CleanEdition,
	},
	// A volume is not taken from lookups for chapters: there it is the series' volume.
	{
		Name: "volume", Form: 5, Types: numberedTypes, Placeholder: "volume", Lookup: []Type{Article, Paper},
		Key: "rft.volume",
		At:  func(c *Citation) *string { return &c.Volume }, Clean: CleanNumber,
	},
	{
		Name: "issue", Form: 6, Types: serialTypes, Placeholder: "issue", Lookup: []Type{Article},
		Key: "rft.issue",
		At:  func(c *Citation) *string { return &c.Issue }, Clean: CleanNumber,
	},
	{
		Name: "page", Form: 7, Types: partTypes, Hint: true, Checked: true, Placeholder: "pages", Lookup: pageTypes,
		Key: "rft.pages",
		At:  func(c *Citation) *string { return &c.Page }, Clean: CleanPages,
	},
	{
		Name: "medium", Placeholder: "medium",
		At: func(c *Citation) *string { return &c.Medium }, Clean: strings.TrimSpace,
	},
	{
		Name: "ISBN", Whole: true, Kind: Identifier, Form: 12, Types: bookTypes, Placeholder: "isbn", Lookup: isbnTypes, Printing: true,
		Key: "rft.isbn",
		At:  func(c *Citation) *string { return &c.ISBN }, Clean: valid(identifier.ParseISBN),
	},
	// An ISSN is for journals alone: a form given that of a book's series asks for the series.
	{
		Name: "ISSN", Whole: true, Kind: Identifier, Form: 13, Types: serialTypes,
		Placeholder: "issn", Lookup: []Type{Article, Periodical},
		Key: "rft.issn",
		At:  func(c *Citation) *string { return &c.ISSN }, Clean: valid(identifier.ParseISSN),
	},
	{
		Name: "DOI", Kind: Identifier, Form: 14, Types: cataloguedType, Keyboard: "url", Placeholder: "doi", Lookup: Types[:],
		Key: "rft_id", Prefix: "info:doi/", Page: "https://doi.org/",
		At: func(c *Citation) *string { return &c.DOI }, Clean: valid(identifier.ParseDOI),
	},
	{
		Name: "PMID", Kind: Identifier, Form: 15, Types: []Type{Article, Document}, Keyboard: "numeric",
		Placeholder: "pmid", Lookup: Types[:],
		Key: "rft_id", Prefix: "info:pmid/", Page: "https://pubmed.ncbi.nlm.nih.gov/",
		At: func(c *Citation) *string { return &c.PMID }, Clean: valid(identifier.ParsePMID),
	},
	{
		Name: "PMCID", Kind: Identifier, Placeholder: "pmcid", Lookup: []Type{Article, Paper},
		Key: "rft_id", Prefix: "info:pmcid/",
		At: func(c *Citation) *string { return &c.PMCID }, Clean: valid(identifier.ParsePMCID),
	},
	{
		Name: "OCLC", Whole: true, Kind: Identifier, Custom: true, Form: 16, Types: cataloguedType, Keyboard: "numeric",
		Placeholder: "oclc", Lookup: isbnTypes, Printing: true,
		Key: "rft_id", Prefix: "info:oclcnum/",
		At: func(c *Citation) *string { return &c.Custom.OCLC }, Clean: valid(identifier.ParseOCLC),
	},
	{
		Name: "LCCN", Whole: true, Kind: Identifier, Custom: true, Placeholder: "lccn", Lookup: isbnTypes, Printing: true,
		Key: "rft_id", Prefix: "info:lccn/",
		At: func(c *Citation) *string { return &c.Custom.LCCN }, Clean: valid(identifier.ParseLCCN),
	},
	{
		Name: "arXiv", Kind: Identifier, Custom: true, Placeholder: "arxiv", Lookup: []Type{Article, Paper},
		Key: "rft_id", Prefix: "info:arxiv/",
		At: func(c *Citation) *string { return &c.Custom.ArXiv }, Clean: valid(identifier.ParseArXiv),
	},
	{
		Name: "bibcode", Kind: Identifier, Custom: true, Placeholder: "bibcode",
		Key: "rft_id", Prefix: "info:bibcode/",
		At: func(c *Citation) *string { return &c.Custom.Bibcode }, Clean: valid(identifier.ParseBibcode),
	},
	{
		Name: "handle", Kind: Identifier, Custom: true, Placeholder: "handle",
		Key: "rft_id", Prefix: "info:hdl/",
		At: func(c *Citation) *string { return &c.Custom.Handle }, Clean: valid(identifier.ParseHandle),
	},
	{
		Name: "MMS", Kind: Identifier, Custom: true, Local: true, Placeholder: "mms",
		At: func(c *Citation) *string { return &c.Custom.MMS }, Clean: valid(identifier.ParseMMS),
	},
}

func cleanTitle(s string) string { return CleanTitle(s, CleanedTitle) }

// valid returns a function that cleans with a parser, and returns "" for what that refuses.
func valid(parse func(string) (string, bool)) func(string) string {
	return func(s string) string {
		s, _ = parse(s)
		return s
	}
}
