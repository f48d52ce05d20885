package interpret

import (
	"math/bits"
	"slices"

	"lendlink/resolver/text"
)

// quirk is a habit of a source that has to be known to read its links right, or a
// set of them.
type quirk uint32

const (
	contributorInAuLast quirk = 1 << iota // aulast may name the translator or editor when au names the author
	fullNameInAuLast                      // aulast holds a whole name in direct order
	accessionIsOCLC                       // the accession number in pid is an OCLC number
	accessionIsOwn                        // the accession number in rfe_dat is the database's own
	onlyTheses                            // everything in the source is a dissertation
	readOfText                            // the link was made of plain text, which can be read in another way
	onlyPatents                           // everything in the source is a patent
	onlyBooks                             // the source has whole books, whatever the genre
	chaptersAsArticles                    // the source sends parts of books as articles
	wholeItems                            // what the source sends as bookitem with one title is a whole book
	exactItems                            // what the source sends as bookitem is a part of a book
	booksHaveGenre                        // what the source sends without a genre is mostly not a book
	booksHaveYear                         // what the source sends as a book without a year is mostly not one
	booksHavePlainPlace                   // so is what it sends with the colon of a catalogue card after the place
	familyFirst                           // names without a comma begin with the family name
	wholeInitials                         // auinitm begins with the initial of the first name
	typedJournals                         // what a patron types into a search for journals comes as a journal's title
	onlyParts                             // the source has parts of books alone, whatever the genre
	onlyVideos                            // the source has films alone, whatever the genre
	newsItems                             // what the source sends as bookitem with a day is of a newspaper
	givenOfAnother                        // aufirst may be another person's than aulast
)

// PlainText is the source of links that are made of references in plain text.
const PlainText = "lendlink:plain-text"

// Pasted is the source of links that are made of other references without a number, such as
// those of a file.
const Pasted = "lendlink:paste"

// quirks says which source has which habit. A source is known by what its name
// (sid, rfr_id) holds, compared in lower case; the first row of a quirk that fits
// decides. Adding a quirk is adding a row.
var quirks = [...]struct {
	source string
	quirk  quirk
	has    bool
	reason string // why, with an example
}{
	{"primo.exlibrisgroup.com", contributorInAuLast, true,
		"Primo takes aulast from any contributor: rft.au=Dante Alighieri, 1265-1321, author & " +
			"rft.aulast=Lombardo (who translated him)"},
	{"museum", fullNameInAuLast, false, "a museum's catalogue is not Project MUSE"},
	{"muse", fullNameInAuLast, true, "Project MUSE leaves aufirst empty: aulast=Nils Ahlgren&aufirst="},
	{"newsbank", fullNameInAuLast, true, "bylines of newspapers, of which none has a comma: aulast=Nils Ahlgren"},
	{"emerald insight", fullNameInAuLast, true, "the publisher's records have no commas in names: aulast=Edmore Mahle"},
	{"worldcat", accessionIsOCLC, true,
		"FirstSearch:WorldCat numbers records by OCLC number: pid=<accession number>17803999</accession number>"},
	{"firstsearch:worldcat", booksHaveGenre, true,
		"books and journals have a genre, films, music and maps have none: title=Weirs&aulast=Lee&aufirst=Ann"},
	{"firstsearch.oclc.org:worldcat", booksHaveGenre, true, "the same under its other name: rfr_id=info:sid/firstsearch.oclc.org:WorldCat"},
	{"firstsearch:worldcat", givenOfAnother, true,
		"who has no given name gets that of the next person, a translator or editor: title=Poetics&aulast=Aristotle&aufirst=Malcolm"},
	{"firstsearch.oclc.org:worldcat", givenOfAnother, true, "the same under its other name: rfr_id=info:sid/firstsearch.oclc.org:WorldCat"},
	{"worldcat", accessionIsOwn, false, "see above: rfe_dat=<accessionnumber>17803999</accessionnumber>"},
	{"firstsearch:", accessionIsOwn, true,
		"the other FirstSearch databases send numbers of their own in the same tag: sid=FirstSearch:MEDLINE"},
	{"firstsearch.oclc.org:", accessionIsOwn, true, "the same under its other name: rfr_id=info:sid/firstsearch.oclc.org:MEDLINE"},
	{"dissertation", onlyTheses, true, "sid=ProQuest Dissertations & Theses Global; EBSCO:Dissertations of China (Wanfang)"},
	{"theses global", onlyTheses, true, "sid=ProQ:ProQuest Theses Global"},
	{"pqdt", onlyTheses, true, "ProQuest's code for the same: sid=ProQ:pqdtglobal"},
	{"ndltd", onlyTheses, true, "Networked Digital Library of Theses and Dissertations"},
	{PlainText, readOfText, true, "no style says which words are whose, so that what is read is never sure"},
	{"ethos.bl", onlyTheses, true, "British Library EThOS: rfr_id=info:sid/ethos.bl.uk"},
	{"british library ethos", onlyTheses, true, "the same in EBSCO: sid=EBSCO:British Library EThOS"},
	{"oatd", onlyTheses, true, "Open Access Theses and Dissertations: rfr_id=info:sid/oatd.org"},
	{"dart-europe", onlyTheses, true, "DART-Europe E-theses Portal"},
	{"trove theses", onlyTheses, true, "the theses of the National Library of Australia: sid=Trove Theses"},
	{"uspto", onlyPatents, true, "sid=EBSCO:USPTO Patent Applications"},
	{"espacenet", onlyPatents, true, "the European Patent Office: rfr_id=info:sid/espacenet.com"},
	{"derwent", onlyPatents, true, "Derwent Innovations Index of Web of Science: sid=ISI:DIIDW, Derwent"},
	{"patentscope", onlyPatents, true, "the database of the World Intellectual Property Organization"},
	{"hathitrust", onlyBooks, true, "EBSCO sends its books as articles in themselves: genre=article&atitle=Spars&title=Spars"},
	{"acls humanities e", onlyBooks, true, "EBSCO has genre=article for its books: sid=EBSCO:ACLS Humanities E-Book"},
	{"credo reference", onlyParts, true, "EBSCO has genre=article for entries of reference works: sid=EBSCO:Credo Reference"},
	{"credo reference", familyFirst, true, "EBSCO has the names of its authors so: aulast=Roelants Jan"},
	{"springerprotocols", onlyParts, true, "chapters of series with an ISSN: sid=EBSCO:SpringerProtocols&genre=article"},
	{"access video on demand", onlyVideos, true, "films come as articles: sid=EBSCO:Access Video on Demand"},
	{"alexander street", onlyVideos, true, "the same: sid=EBSCO:Alexander Street"},
	{"newspaper source", newsItems, true, "newspapers without an ISSN: genre=bookitem&title=Weir Post&date=20180821"},
	{"regional business news", newsItems, true, "the same: sid=EBSCO:Regional Business News"},
	{"international security", newsItems, true, "newsletters: sid=EBSCO:International Security & Counter Terrorism Reference Center"},
	{"business source", newsItems, true, "the same, and pages of newspapers on the web: sid=EBSCO:Business Source Complete"},
	{"swepub", chaptersAsArticles, true, "Swedish universities' chapters: sid=EBSCO:SwePub&genre=article&title=Weirs&spage=74"},
	{"rambi", chaptersAsArticles, true, "the index of articles on Jewish studies has those in books too: sid=EBSCO:RAMBI"},
	{"bepress", chaptersAsArticles, true,
		"Digital Commons has genre=article for all that has pages: rft.title=Weirs and mud&rft.spage=15&rft.epage=20"},
	{"ebsco:", wholeItems, true,
		"EBSCO has genre=bookitem for whole books: sid=EBSCO:MLA International Bibliography&title=Georgics&atitle="},
	{"cas:medline", familyFirst, true, "SciFinder takes MEDLINE's names apart from the end: au=Tanaka Yumi&aulast=Yumi&aufirst=Tanaka"},
	{"melvyl:", booksHaveYear, true, "the catalogue sends films, maps and music as books, and has no year of them"},
	{"uclinks-", wholeInitials, true, "auinitm=RM&aufirst=Ruth"},
	{".worldcat.org", booksHavePlainPlace, true, "films, maps and music come as books with the marks of the card: place=Oslo :"},
	{"acm:", chaptersAsArticles, true,
		"papers of conferences, with the ISBN of the proceedings: sid=ACM:1.2&genre=article&isbn=9780471117094&title=Weir+simulation"},
	{"az_widget", typedJournals, true, "the box of a list of journals: rft.jtitle=how dams change rivers"},
	{"zotero", exactItems, true, "Zotero's book sections have genre bookitem, and an ISBN though the book's title is missing"},
}

// rowSet is a set of rows of quirks, a bit for each.
type rowSet uint64

var _ [64 - len(quirks)]struct{} // a bit for each row

// quirkStarts are the rows of quirks by the first two bytes of their sources, each by itself.
var quirkStarts = func() (rows [2][256]rowSet) {
	for i := range quirks {
		rows[0][quirks[i].source[0]] |= 1 << i
		rows[1][quirks[i].source[1]] |= 1 << i
	}
	return rows
}()

// quirksOf returns the habits of a source.
func quirksOf(source string) quirk {
	var rows rowSet // which are of the source
	for i := range max(len(source)-1, 0) {
		for may := quirkStarts[0][source[i]|0x20] & quirkStarts[1][source[i+1]|0x20]; may != 0; may &= may - 1 {
			if row := bits.TrailingZeros64(uint64(may)); startsFold(source[i:], quirks[row].source) {
				rows |= 1 << row
			}
		}
	}
	var found, decided quirk
	for ; rows != 0; rows &= rows - 1 {
		row := &quirks[bits.TrailingZeros64(uint64(rows))]
		if decided&row.quirk != 0 {
			continue
		}
		decided |= row.quirk
		if row.has {
			found |= row.quirk
		}
	}
	return found
}

// startsFold reports whether a text begins with another, whatever the case.
func startsFold(s, begin string) bool {
	_, starts := text.CutFold(s, begin)
	return starts
}

// has reports whether a habit is among these.
func (q quirk) has(habit quirk) bool { return q&habit != 0 }

// thesisDatabases are names of databases that are in the container's place of
// a dissertation and are not containers. Compared folded.
var thesisDatabases = []string{
	"proquestdissertations", "proquestllc", "dissertationabstracts", "dissertationsofchina", "dissertationstheses",
	"dissertationsandtheses", "mastersabstracts", "americandoctoraldissertations", "thesesdissertations",
}

// isThesisDatabase reports whether a title begins with such a name.
func isThesisDatabase(title string) bool {
	return text.StartsFolded(title, thesisDatabases)
}

// patentGazettes are the collections under which Chemical Abstracts files patents, in a
// journal's place. Compared folded.
var patentGazettes = []string{
	"pctintappl", "uspatentapplpubl", "uspatapplpubl", "eurpatappl", "jpnkokaitokkyokoho",
	"geroffen", "britukpatappl", "famingzhuanlishenqing", "repubkoreankongkaetaehokongbo", "canpatappl",
	"officialgazetteoftheunitedstatespatenttrademarkofficepatents", // Ovid's BIOSIS
	"officialgazetteoftheunitedstatespatentandtrademarkofficepatents",
	"frdemande", "indianpatappl", "jpntokkyokoho", "brazpedidopi", "gereast",
}

// isPatentGazette reports whether a title begins with such a name.
func isPatentGazette(title string) bool {
	return text.StartsFolded(title, patentGazettes)
}

// thesisPublishers reproduce dissertations and nothing else. Compared folded.
var thesisPublishers = []string{"proquestdissertations", "umidissertation", "proquestumidissertation"}

// thesisISBNs begin the ISBNs of ProQuest's reproductions of dissertations (UMI), which has these numbers of
// publishers for itself. Of 13 digits, with the 978.
var thesisISBNs = []string{
	"9780355", "9780438", "9780493", "9780496", "9780542", "9780549", "9780591", "9780599",
	"9781109", "9781124", "9781267", "9781303", "9781321", "9781339", "9781369",
}

// isThesisISBN reports whether an ISBN is one of them.
func isThesisISBN(isbn string) bool {
	return len(isbn) == 13 && slices.Contains(thesisISBNs, isbn[:7])
}

// isThesisPublisher reports whether a publisher is one of them.
func isThesisPublisher(publisher string) bool {
	return text.StartsFolded(publisher, thesisPublishers)
}
