package openurl

// Field is a kind of value that a link can have about the wanted item or about
// itself, whatever the key it came under: rft.isbn, isbn and rft_isbn are one
// field.
type Field uint8

// The fields. Their names are the keys of the standards' matrices (KEV formats
// book, journal, dissertation, patent and dc; OpenURL 0.1); where none has one,
// the name is the key that Alma, Primo or WorldCat use.
const (
	NoField Field = iota // a key that says nothing about the item
	Genre
	Format // rft_val_fmt
	ObjectType
	DCType   // dc: what kind of thing it is
	DCFormat // dc: its physical or digital form; VuFind has its kind of record there
	Note     // of a catalogue; of a thesis it says where it was submitted
	ATitle
	BTitle
	JTitle
	Title
	STitle
	AuLast
	AuFirst
	AuInit
	AuInit1
	AuInitM
	AuSuffix
	Au
	AuCorp
	Creator // dc
	Inventor
	InvLast
	InvFirst
	ApplNumber // of a patent's application
	ApplDate
	Date
	Year
	PubDate
	PubYear
	Month
	Volume
	Issue
	Number // of a patent; Ex Libris also has it for an issue's
	Part   // of a volume, where there are no issues
	Season // ssn: winter, spring, summer, fall
	SPage
	EPage
	Pages
	ArtNum
	ISBN
	NormalizedISBN
	ISBNList
	EISBN
	EISBNList
	ISSN
	NormalizedISSN
	EISSN
	Pub
	Publisher
	Place
	PubPlace
	Edition
	Series
	Inst
	Degree
	OCLCNum
	LCCN
	DOI
	PMID
	PMCID
	ArXiv
	Bibcode
	Handle
	MMSID      // of a record in Alma
	ID         // rft_id, id
	Identifier // dc
	DCSource   // dc: what the item is part of
	RfeDat     // rfe_dat: in many links the OCLC number
	Pid        // pid: private data, of which known tags are read
	RfrID      // rfr_id: who made the link
	Sid        // sid: the same in OpenURL 0.1
	Form       // of ILLiad's fixed forms, which is for a type each
	fieldCount
)

// String returns the field's key.
func (f Field) String() string { return fieldNames[f] }

var fieldNames = [fieldCount]string{
	Genre: "genre", Format: "rft_val_fmt", ObjectType: "object_type", DCType: "type", DCFormat: "format", Note: "notes",
	ATitle: "atitle", BTitle: "btitle", JTitle: "jtitle", Title: "title", STitle: "stitle",
	AuLast: "aulast", AuFirst: "aufirst", AuInit: "auinit", AuInit1: "auinit1", AuInitM: "auinitm", AuSuffix: "ausuffix",
	Au: "au", AuCorp: "aucorp", Creator: "creator", Inventor: "inventor", InvLast: "invlast", InvFirst: "invfirst",
	ApplNumber: "applnumber", ApplDate: "appldate",
	Date: "date", Year: "year", PubDate: "pubdate", PubYear: "pubyear", Month: "month",
	Volume: "volume", Issue: "issue", Number: "number", Part: "part", Season: "ssn", SPage: "spage", EPage: "epage", Pages: "pages",
	ArtNum: "artnum",
	ISBN:   "isbn", NormalizedISBN: "normalized_isbn", ISBNList: "isbn_list", EISBN: "eisbn", EISBNList: "eisbn_list",
	ISSN: "issn", NormalizedISSN: "normalized_issn", EISSN: "eissn",
	Pub: "pub", Publisher: "publisher", Place: "place", PubPlace: "pubplace", Edition: "edition", Series: "series",
	Inst: "inst", Degree: "degree", OCLCNum: "oclcnum", LCCN: "lccn", DOI: "doi", PMID: "pmid", PMCID: "pmcid",
	ArXiv: "arxiv", Bibcode: "bibcode", Handle: "hdl", MMSID: "mms_id",
	ID: "id", Identifier: "identifier", DCSource: "source", RfeDat: "rfe_dat", Pid: "pid", RfrID: "rfr_id", Sid: "sid",
	Form: "form",
}

// aliases are other keys for a field than its own.
var aliases = map[string]Field{
	"afirst": AuFirst, "ausuffux": AuSuffix, // misprints of the KEV guidelines, copied into links
	"author": Au, "authors": Au, "articletitle": ATitle, "booktitle": BTitle, "journaltitle": JTitle, // home-made Alma templates
	"titel":  Title, // the same, in German
	"note":   Note,
	"isbn13": ISBN, "isbn10": ISBN,
	"mmsid": MMSID,
	"oclc":  OCLCNum, "oclcnumber": OCLCNum,
	"placeofpublication": Place, "place_of_publication": Place, // WorldCat's older catalogues
	"start_page": SPage, "end_page": EPage,
	"book_title": BTitle, "pagerange": Pages, "place_of_pub": Place, // EPrints' own field names
	// ILLiad's own field names, in links to its fixed forms. PhotoItemAuthor is the book's, of whose part
	// PhotoArticleAuthor is the author.
	"loantitle": BTitle, "loanauthor": Au, "loanpublisher": Pub, "loanplace": Place, "loandate": Date, "loanedition": Edition,
	"espnumber": OCLCNum, "documenttype": ObjectType, "photojournaltitle": Title, "photoarticletitle": ATitle, "photoarticleauthor": Au,
	"photojournalvolume": Volume, "photojournalissue": Issue, "photojournalmonth": Month, "photojournalyear": Year,
	"photojournalinclusivepages": Pages, "photoitempublisher": Pub, "photoitemplace": Place, "photoitemedition": Edition,
	"isbn_additional": ISBNList, "eisbn_additional": EISBNList, // Umlaut
}

// prefixedOnly are the fields whose bare name means something else than the
// item: source=Primo is a template's own.
var prefixedOnly = map[Field]bool{Creator: true, DCSource: true, Identifier: true, DCType: true, DCFormat: true}

// byName finds a field by its bare key, in lower case.
var byName = func() map[string]Field {
	m := map[string]Field{}
	for f, name := range fieldNames {
		if name != "" && f != int(Format) && f != int(RfeDat) && f != int(RfrID) {
			m[name] = Field(f)
		}
	}
	for name, f := range aliases {
		m[name] = f
	}
	return m
}()
