package interpret

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
)

// The genre, as the source says it.
var (
	genreNone       = genreIs("no useful genre", noGenre)
	genreBook       = genreIs("the genre is book", bookGenre)
	genreItem       = genreIs("the genre is bookitem", itemGenre)
	genreArticle    = genreIs("the genre is article", articleGenre)
	genrePreprint   = genreIs("the genre is preprint", preprintGenre)
	genreDocument   = genreIs("the genre is document", documentGenre)
	genreForeign    = genreIs("the genre is not one of OpenURL's", foreignGenre)
	genreNews       = genreIs("the genre is newspaper", newsGenre)
	genreProceeding = genreIs("the genre is proceeding", proceedingGenre)
	genreConference = genreIs("the genre is conference", conferenceGenre)
	genreJournal    = genreIs("the genre names a periodical", journalGenre)
	genreReport     = genreIs("the genre is report", reportGenre)
	genreThesis     = genreIs("the genre names a thesis", thesisGenre)
	genrePatent     = genreIs("the genre is patent", patentGenre)

	// EBSCO, Scopus and Web of Science send whole books as bookitem.
	genreOfBooks       = anyOf("the genre is one that books are sent under", genreBook, genreItem, genreConference)
	genreNoneOrOfBooks = anyOf("the genre is one that books are sent under, or there is none", genreNone, genreOfBooks)
	// Map, database and other words that OpenURL does not have; Primo sends books as document.
	genreDocumentOrForeign = anyOf("the genre is document or not one of OpenURL's", genreForeign, genreDocument)
	// Wiley and CRC send chapters as book, CAS and bepress as article, Primo as document.
	genreOfMistakenParts = anyOf("the genre is one that chapters are sent under by mistake",
		genreNone, genreForeign, genreBook, genreReport, genreDocument, genreArticle)
	genreOfArticles = anyOf("the genre is article, preprint or newspaper", genreArticle, genrePreprint, genreNews)
)

// The format that rft_val_fmt names.
var (
	formatBook         = formatIs("the format is book", bookFormat)
	formatJournal      = formatIs("the format is journal", journalFormat)
	formatDissertation = formatIs("the format is dissertation", dissertationFormat)
	formatPatent       = formatIs("the format is patent", patentFormat)
	formatDublinCore   = formatIs("the format is Dublin Core", dcFormat)
)

// What the source is known for, in quirk.go.
var (
	thesisSource = is("the source has only theses", func(e *evidence) bool { return e.quirks.has(onlyTheses) })
	patentSource = is("the source has only patents", func(e *evidence) bool { return e.quirks.has(onlyPatents) })
	bookSource   = is("the source has only books", func(e *evidence) bool { return e.quirks.has(onlyBooks) })
	partsSource  = is("the source has only parts of books", func(e *evidence) bool { return e.quirks.has(onlyParts) })
	exactSource  = is("the source sends parts of books alone as bookitem", func(e *evidence) bool { return e.quirks.has(exactItems) })
	wholeSource  = is("the source sends whole books as bookitem", func(e *evidence) bool { return e.quirks.has(wholeItems) })
	mixedSource  = is("the source sends parts of books as articles", func(e *evidence) bool { return e.quirks.has(chaptersAsArticles) })
	newsSource   = is("the source sends newspapers as bookitem", func(e *evidence) bool { return e.quirks.has(newsItems) })
	typedSource  = is("the source sends what a patron typed", func(e *evidence) bool { return e.quirks.has(typedJournals) })
	genreSource  = is("the source names the genre of books", func(e *evidence) bool { return e.quirks.has(booksHaveGenre) })
	yearSource   = is("the source has a year of all its books", func(e *evidence) bool { return e.quirks.has(booksHaveYear) })
	plainSource  = is("the source has no marks after the place of its books",
		func(e *evidence) bool { return e.quirks.has(booksHavePlainPlace) })
)

// Which titles there are.
var (
	partTitle    = is("a part's title", func(e *evidence) bool { return e.atitle != "" })
	wholeTitle   = is("the title of a whole", func(e *evidence) bool { return e.container != "" })
	bookTitle    = is("a book's title", func(e *evidence) bool { return e.btitle })
	journalTitle = is("a journal's title", func(e *evidence) bool { return e.jtitle })
	titleKey     = is("the key title, and no book's title", func(e *evidence) bool { return e.onlyTitle })
	oneTitle     = is("one title only", func(e *evidence) bool { return (e.atitle == "") != (e.container == "") })
	anyTitle     = anyOf("a title", partTitle, wholeTitle)
)

// How the titles relate to each other.
var (
	titlesDiffer   = is("a part's title beside another of the whole", func(e *evidence) bool { return e.differs })
	titlesEqual    = is("the same title for the part and the whole", func(e *evidence) bool { return e.equal })
	titleContinues = is("a title of the whole that begins with the part's", func(e *evidence) bool { return e.continues })
	otherTitle     = is("two works under two keys for the title of a whole", func(e *evidence) bool { return e.otherTitle })
	titleInTitle   = is("the key title beside a journal's title", func(e *evidence) bool { return e.titleInTitle })
	titlesSwapped  = is("a part's title that a journal would have", func(e *evidence) bool { return e.titlesSwapped })
)

// What the title of the whole says.
var (
	thesisDatabase = is("a database of theses as title of the whole", func(e *evidence) bool { return isThesisDatabase(e.container) })
	patentGazette  = is("a gazette of patents as title of the whole",
		func(e *evidence) bool { return isPatentGazette(e.container) })
	ofConference     = is("the title of the whole names a conference", func(e *evidence) bool { return namesConference(e.container) })
	conferencePapers = is("the title of the whole is papers of a conference",
		func(e *evidence) bool { return strings.HasPrefix(e.container, "Conference Papers") })
	ofMeeting = is("no ISSN, and a title of the whole that names one meeting",
		func(e *evidence) bool { return !e.issn && namesMeeting(e.container) })
	bookName = is("no ISSN, and a title of the whole that books have",
		func(e *evidence) bool { return !e.issn && namesBook(e.container) })
	journalName   = is("a title of the whole that journals have", func(e *evidence) bool { return namesJournal(e.container) })
	referenceRest = is("a title of the whole that ends in pages", func(e *evidence) bool { return e.endsInPages })
)

// What was damaged on the way.
var (
	titleCut    = is("a part's title that was cut at a quotation mark", func(e *evidence) bool { return e.titleCut })
	lettersLost = is("a title or a name that lost letters", func(e *evidence) bool { return e.lettersLost })
	cutShort    = is("a link that ends in the middle of a value", func(e *evidence) bool { return e.cutShort })
)

// Volume, issue and pages.
var (
	volume       = is("a volume", func(e *evidence) bool { return e.volume })
	issue        = is("an issue", func(e *evidence) bool { return e.issue })
	pages        = is("pages", func(e *evidence) bool { return e.pages })
	startPage    = is("a first page", func(e *evidence) bool { return e.startPage })
	startsInside = is("a first page above 1", func(e *evidence) bool { return e.start > 1 })
	pageRange    = is("a range of pages that starts above 1", func(e *evidence) bool { return e.inRange })
	// One page will do. A range from 1 on, and a Roman number alone, are those of whole books.
	partPages      = is("pages that are not those of a whole", func(e *evidence) bool { return e.inside })
	pageCount      = is("a count of pages", func(e *evidence) bool { return e.isPageCount })
	pagesDiffer    = is("pages that do not begin at the first page", func(e *evidence) bool { return e.pagesDiffer })
	pagesBackwards = is("a last page below the first", func(e *evidence) bool { return e.backwards })
	volumeAndPages = allOf("a volume and pages", volume, pages)
	partAndPages   = allOf("a part's title and pages", partTitle, pages)
	// Beside the title of a whole alone, one page is too little.
	paperPages = anyOf("pages beside a part's title, or a range of them that starts above 1", partAndPages, pageRange)
)

// Identifiers.
var (
	isbn           = is("a valid ISBN", func(e *evidence) bool { return e.isbn })
	isbnMoved      = is("an ISBN under the key of another number", func(e *evidence) bool { return e.isbnMoved })
	thesisISBN     = is("an ISBN of ProQuest's dissertations", func(e *evidence) bool { return e.thesisISBN })
	issn           = is("a valid ISSN", func(e *evidence) bool { return e.issn })
	seriesVolume   = allOf("an ISSN and a volume", issn, volume)
	ericDocument   = is("a number of ERIC's documents", func(e *evidence) bool { return e.ericMark })
	conferenceMark = is("a mark of conferences in the ISSN's place", func(e *evidence) bool { return e.paperMark })
	doi            = is("a DOI", func(e *evidence) bool { return e.doi != "" })
	doiOfChapter   = is("a DOI of a chapter", func(e *evidence) bool { return identifier.IsChapterDOI(e.doi) })
	doiOfBookPart  = is("a DOI made of a book's ISBN and a part's number", func(e *evidence) bool { return e.doiOfBookPart })
	doisDiffer     = is("two DOIs", func(e *evidence) bool { return e.doisDiffer })
	pmid           = is("a PubMed number", func(e *evidence) bool { return e.pmid })
	pmidsDiffer    = is("two PubMed numbers", func(e *evidence) bool { return e.pmidsDiffer })
	oclcNumber     = is("an OCLC number", func(e *evidence) bool { return e.oclc })
)

// People, the imprint and the date.
var (
	author        = is("an author", func(e *evidence) bool { return e.author })
	person        = is("a person as author", func(e *evidence) bool { return e.person })
	nameAmbiguous = is("an author's name that could be split in two ways", func(e *evidence) bool { return e.ambiguous })
	imprint       = is("an imprint", func(e *evidence) bool { return e.imprint })
	placeMark     = is("a colon after the place", func(e *evidence) bool { return e.placeMark })
	date          = is("a date", func(e *evidence) bool { return e.date })
	dayDate       = is("a day", func(e *evidence) bool { return e.dayDate })
	withISBNs     = is("it has no date, or one of the years when books have ISBNs", func(e *evidence) bool { return e.withISBNs })
)

// What one kind of item alone has.
var (
	dissertation = anyOf("what only a dissertation has", degree, school, thesisNote)
	degree       = is("a degree", func(e *evidence) bool { return e.degree })
	school       = is("a school", func(e *evidence) bool { return e.school })
	thesisNote   = is("a dissertation note", func(e *evidence) bool { return e.thesisNote })
	invention    = anyOf("what only a patent has", inventor, application, patentNote)
	inventor     = is("an inventor", func(e *evidence) bool { return e.inventor })
	application  = is("the number of an application", func(e *evidence) bool { return e.application })
	patentNote   = is("a note of a patent", func(e *evidence) bool { return e.patentNote })
	medium       = is("it is not a text", func(e *evidence) bool { return e.medium != "" })
)

// Titles, numbers and people together.
var (
	journalOrISSN   = anyOf("a journal's title or an ISSN", journalTitle, issn)
	partTitleOrPMID = anyOf("a part's title or a PubMed number", partTitle, pmid)
	titleAlone      = is("an author, one title of several words, and no place in a journal", func(e *evidence) bool { return e.titleAlone })
	identified      = anyOf("an author, a date or an OCLC number", author, date, oclcNumber)
	articleData     = anyOf("pages, an author or a DOI", pages, author, doi)
	articleInVolume = allOf("a part's title beside another, a volume, pages and a DOI", titlesDiffer, volumeAndPages, doi)
)

// Evidence of a book or of a journal.
var (
	bookEvidence = anyOf("an ISBN, a book's title or the book format", isbn, bookTitle, formatBook)

	// The ISSN is that of the series in which a book came out: Scopus, EBSCO.
	seriesISSN = &condition{words: "an ISSN that is a series'", any: []clause{
		{when: conditions{isbn, bookTitle, formatBook}, unless: conditions{issue}},
		{when: conditions{isbn, genreBook}, unless: conditions{issue}},
	}}

	journalEvidence = &condition{words: "a sign of a journal", any: []clause{
		{when: conditions{issn}, unless: conditions{seriesISSN}},
		{when: conditions{journalTitle}},
		{when: conditions{volume, issue}},
		{when: conditions{genreJournal}},
		{when: conditions{genreArticle, formatJournal}, unless: conditions{isbn}},                     // Web of Science has the journal in btitle
		{when: conditions{genreArticle, volumeAndPages}, unless: conditions{isbn, imprint, bookName}}, // so have others, without the format
	}}

	journalSign = anyOf("a sign of a journal, or its format", journalEvidence, formatJournal)

	untitledLocation = &condition{words: "a volume, an issue and pages without a title", any: []clause{
		{when: conditions{issue, volumeAndPages}, unless: conditions{anyTitle, isbn}},
	}}

	// Links to Crossref have the title of the journal and the first page, and may have no number of a volume.
	startInJournal = &condition{words: "a first page in what journals are called, and no publisher", any: []clause{
		{when: conditions{startPage, journalName}, unless: conditions{imprint}},
	}}

	citationInJournal = &condition{words: "a place in a journal", any: []clause{
		{when: conditions{journalEvidence}},
		{when: conditions{volumeAndPages}},
		{when: conditions{formatJournal, wholeTitle}},
		{when: conditions{startInJournal}},
	}}
)

// What was decided, for doubts.
var (
	genreContradicted = is("the genre is another type's", func(e *evidence) bool { return !e.genre.agrees(e.decided.decides) })
	// What the genre says is known to be wrong, and what it is, is known.
	isSettled = &condition{words: "what it is though the genre is another type's", any: []clause{
		{when: conditions{thesisSource}},
		{when: conditions{thesisDatabase}},
		{when: conditions{thesisISBN}},
		{when: conditions{patentSource}},
		{when: conditions{isPaper, isbn}},
		{when: conditions{isPaper, conferencePapers}},
		{when: conditions{isPaper, ofMeeting}},
		{when: conditions{isChapter, partsSource}},
		{when: conditions{isChapter, genreBook, titlesDiffer, isbn}},
		{when: conditions{mixedSource, isbn}},
		{when: conditions{thesisNote}},
		{when: conditions{genreJournal, titlesDiffer, volume}},
		{when: conditions{isArticle, wholeSource}},
		{when: conditions{genreItem, wholeSource, isbn}},
	}}
	isDocument = decidedIs("the type is unknown", citation.Document)
	isUnproven = &condition{words: "an article that may be a chapter", any: []clause{
		{when: conditions{isArticle, mixedSource, titlesDiffer, pageRange}, unless: conditions{journalTitle, issn, volume, issue, doi}},
		{when: conditions{isArticle, mixedSource, wholeSource, titlesDiffer, startsInside}, unless: conditions{issn, volume, issue}},
		{when: conditions{isArticle, bookName}, unless: conditions{issue, doi, pmid}},
	}}
	isPaper       = decidedIs("it is read as a paper", citation.Paper)
	isArticle     = decidedIs("it is read as an article", citation.Article)
	isChapter     = decidedIs("it is read as a chapter", citation.Chapter)
	isThesis      = decidedIs("it is read as a thesis", citation.Thesis)
	isBook        = decidedIs("it is read as a book", citation.Book)
	isPeriodical  = decidedIs("it is read as a periodical", citation.Periodical)
	isWhole       = decidedIs("it is read as a whole", citation.Book, citation.Periodical)
	containerLost = is("the rule leaves no title for the whole", func(e *evidence) bool { return e.decided.containerLost })
)
