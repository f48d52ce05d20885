package warning

// Code names a kind of warning. The list is closed: metrics are counted by it.
type Code string

// What may happen while the wire format is read.
const (
	EncodingRepaired   Code = "encoding-repaired"   // bytes that are not UTF-8, values encoded twice, &amp; between pairs, %uXXXX
	AmpersandGlued     Code = "ampersand-glued"     // a value was cut at an unescaped ampersand and put together again
	PlaceholderDropped Code = "placeholder-dropped" // a template's {attribute} that was not filled in
	TruncatedDropped   Code = "truncated-dropped"   // the last key of the link was cut short
	ObjectIgnored      Code = "object-ignored"      // a second item after &&: only the first is taken
	ReferenceIgnored   Code = "reference-ignored"   // url_ctx_ref, rft_ref: a link's addresses are never fetched
	PersonalDropped    Code = "personal-dropped"    // req*, user_ip, sessions: neither kept nor passed on
	XMLUnreadable      Code = "xml-unreadable"      // a context object by value that is not XML we can read
	TooLong            Code = "too-long"            // longer, or of more pairs, than a link can sensibly be: the rest is ignored
)

// What may happen while the item is worked out.
const (
	GenreContradicted  Code = "genre-contradicted"  // the genre sent says one thing, the other values another
	TypeUncertain      Code = "type-uncertain"      // nothing in the link says what kind of item it is
	ContainerUnknown   Code = "container-unknown"   // a chapter whose book the link does not name
	ContainerSame      Code = "container-same"      // an article whose journal has its own title: the journal is unknown
	DOIContradicted    Code = "doi-contradicted"    // the DOI is that of a book's part, the other values say another type
	TitlesOverlap      Code = "titles-overlap"      // the title of the whole begins with the part's
	TitleDropped       Code = "title-dropped"       // the keys title and btitle name two works, of which one was taken
	JournalUnproven    Code = "journal-unproven"    // an article in a range of pages, and nothing of a journal: it may be a book's part
	TitleOfReference   Code = "title-of-reference"  // the title of the whole ends in pages: it is the rest of a reference
	ValueCutShort      Code = "value-cut-short"     // the link was cut off in the middle of its last value
	PagesBackwards     Code = "pages-backwards"     // the last page is below the first
	PagesDiffer        Code = "pages-differ"        // the pages do not begin at the first page that came under its own key
	CharactersLost     Code = "characters-lost"     // a title or a name has signs where letters were
	TitleUnproven      Code = "title-unproven"      // one title only, which may be that of the item or of what it is part of
	TitlesSwapped      Code = "titles-swapped"      // titles that seem to be under one another's keys
	NumbersDiffer      Code = "numbers-differ"      // two DOIs, two PubMed numbers
	NameAmbiguous      Code = "name-ambiguous"      // an author's name could be split in two ways
	AuthorImplausible  Code = "author-implausible"  // an author with something that does not belong in a name
	TitleImplausible   Code = "title-implausible"   // a title with something that does not belong in one
	NumberImplausible  Code = "number-implausible"  // a volume, an issue or pages with something that does not belong there
	DOIDiffers         Code = "doi-differs"         // the DOI is made of another year, volume or page
	ValueLost          Code = "value-lost"          // a value that matters is in no field
	NoText             Code = "no-text"             // a film, a score, a map, a recording
	ISBNInvalid        Code = "isbn-invalid"        // wrong length or check digit
	ISSNInvalid        Code = "issn-invalid"        // wrong length or check digit
	DOIInvalid         Code = "doi-invalid"         // not a valid DOI
	PMIDInvalid        Code = "pmid-invalid"        // not a valid PubMed number
	PMCIDInvalid       Code = "pmcid-invalid"       // not a valid PubMed Central number
	ArXivInvalid       Code = "arxiv-invalid"       // not a valid arXiv number
	BibcodeInvalid     Code = "bibcode-invalid"     // not a valid bibcode
	HandleInvalid      Code = "handle-invalid"      // not a valid handle
	OCLCInvalid        Code = "oclc-invalid"        // not a valid OCLC number
	LCCNInvalid        Code = "lccn-invalid"        // not a valid LCCN
	DateInvalid        Code = "date-invalid"        // no year in it, or none that an item of the type can have
	PageInvalid        Code = "page-invalid"        // words where page numbers belong
	PageIsYear         Code = "page-is-year"        // the year once more where the first page belongs
	ContributorDropped Code = "contributor-dropped" // an editor or translator sent in the author's place
	IdentifierMoved    Code = "identifier-moved"    // an ISBN sent as ISSN or DOI and the like
)

// What may happen while the request form is filled in.
const (
	LengthDropped   Code = "length-dropped"   // left out so that the address keeps within its length
	LengthShortened Code = "length-shortened" // cut at a word, or without one of its parts, for the same reason
	LimitDropped    Code = "limit-dropped"    // left out because the form's field takes none so long
	LimitShortened  Code = "limit-shortened"  // cut at a word for the same reason
)

// What may happen while open services are asked for what the link left out.
const (
	LookupDistrusted Code = "lookup-distrusted" // a record whose title does not resemble the link's: the identifier may be wrong
	LookupUnknown    Code = "lookup-unknown"    // no source knows the identifier
	LookupDiffers    Code = "lookup-differs"    // what was found differs from the reference, whose values are kept
	LookupUnanswered Code = "lookup-unanswered" // no source answered in time, or none could be asked
)
