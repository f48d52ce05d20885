package interpret

import (
	"slices"
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

// The titles.
var (
	partTitle      = is("a part's title", func(e *evidence) bool { return e.atitle != "" })
	wholeTitle     = is("the title of a whole", func(e *evidence) bool { return e.container != "" })
	bookTitle      = is("a book's title", func(e *evidence) bool { return e.btitle })
	journalTitle   = is("a journal's title", func(e *evidence) bool { return e.jtitle })
	titleKey       = is("the key title, and no book's title", func(e *evidence) bool { return e.onlyTitle })
	titlesDiffer   = is("a part's title beside another of the whole", func(e *evidence) bool { return e.differs })
	titlesEqual    = is("the same title for the part and the whole", func(e *evidence) bool { return e.equal })
	oneTitle       = is("one title only", func(e *evidence) bool { return (e.atitle == "") != (e.container == "") })
	thesisDatabase = is("a database of theses as title of the whole", func(e *evidence) bool { return isThesisDatabase(e.container) })
	thesisSource   = is("the source has only theses", func(e *evidence) bool { return e.quirks.has(onlyTheses) })
	thesisISBN     = is("an ISBN of ProQuest's dissertations", func(e *evidence) bool { return e.thesisISBN })
	patentSource   = is("the source has only patents", func(e *evidence) bool { return e.quirks.has(onlyPatents) })
	patentGazette  = is("a gazette of patents as title of the whole",
		func(e *evidence) bool { return isPatentGazette(e.container) })
	bookSource  = is("the source has only books", func(e *evidence) bool { return e.quirks.has(onlyBooks) })
	exactSource = is("the source sends parts of books alone as bookitem", func(e *evidence) bool { return e.quirks.has(exactItems) })
	wholeSource = is("the source sends whole books as bookitem", func(e *evidence) bool { return e.quirks.has(wholeItems) })
	partsSource = is("the source has only parts of books", func(e *evidence) bool { return e.quirks.has(onlyParts) })
	newsSource  = is("the source sends newspapers as bookitem", func(e *evidence) bool { return e.quirks.has(newsItems) })
	genreSource = is("the source names the genre of books", func(e *evidence) bool { return e.quirks.has(booksHaveGenre) })
	yearSource  = is("the source has a year of all its books", func(e *evidence) bool { return e.quirks.has(booksHaveYear) })
	plainSource = is("the source has no marks after the place of its books",
		func(e *evidence) bool { return e.quirks.has(booksHavePlainPlace) })
	typedSource      = is("the source sends what a patron typed", func(e *evidence) bool { return e.quirks.has(typedJournals) })
	mixedSource      = is("the source sends parts of books as articles", func(e *evidence) bool { return e.quirks.has(chaptersAsArticles) })
	otherTitle       = is("two works under two keys for the title of a whole", func(e *evidence) bool { return e.otherTitle })
	titleContinues   = is("a title of the whole that begins with the part's", func(e *evidence) bool { return e.continues })
	ofConference     = is("the title of the whole names a conference", func(e *evidence) bool { return namesConference(e.container) })
	conferencePapers = is("the title of the whole is papers of a conference",
		func(e *evidence) bool { return strings.HasPrefix(e.container, "Conference Papers") })
	ofMeeting = is("no ISSN, and a title of the whole that names one meeting",
		func(e *evidence) bool { return !e.issn && namesMeeting(e.container) })
	bookName = is("no ISSN, and a title of the whole that books have",
		func(e *evidence) bool { return !e.issn && namesBook(e.container) })
	journalName     = is("a title of the whole that journals have", func(e *evidence) bool { return namesJournal(e.container) })
	withISBNs       = is("it has no date, or one of the years when books have ISBNs", func(e *evidence) bool { return e.withISBNs })
	medium          = is("it is not a text", func(e *evidence) bool { return e.medium != "" })
	anyTitle        = anyOf("a title", partTitle, wholeTitle)
	journalOrISSN   = anyOf("a journal's title or an ISSN", journalTitle, issn)
	partTitleOrPMID = anyOf("a part's title or a PubMed number", partTitle, pmid)
)

// Titles with pages.
var (
	partAndPages = allOf("a part's title and pages", partTitle, pages)
	paperPages   = anyOf("pages of a part", partAndPages, pageRange)
)

// Numbers, people and the date.
var (
	isbn           = is("a valid ISBN", func(e *evidence) bool { return e.isbn })
	issn           = is("a valid ISSN", func(e *evidence) bool { return e.issn })
	doi            = is("a DOI", func(e *evidence) bool { return e.doi != "" })
	doiOfChapter   = is("a DOI of a chapter", func(e *evidence) bool { return identifier.IsChapterDOI(e.doi) })
	doiOfBookPart  = is("a DOI made of a book's ISBN and a part's number", func(e *evidence) bool { return e.doiOfBookPart })
	isbnMoved      = is("an ISBN under the key of another number", func(e *evidence) bool { return e.isbnMoved })
	pmid           = is("a PubMed number", func(e *evidence) bool { return e.pmid })
	volume         = is("a volume", func(e *evidence) bool { return e.volume })
	issue          = is("an issue", func(e *evidence) bool { return e.issue })
	pages          = is("pages", func(e *evidence) bool { return e.pages })
	startPage      = is("a first page", func(e *evidence) bool { return e.startPage })
	pageCount      = is("a count of pages", func(e *evidence) bool { return e.isPageCount })
	startsInside   = is("a first page above 1", func(e *evidence) bool { return e.start > 1 })
	doisDiffer     = is("two DOIs", func(e *evidence) bool { return e.doisDiffer })
	pmidsDiffer    = is("two PubMed numbers", func(e *evidence) bool { return e.pmidsDiffer })
	pageRange      = is("a range of pages that starts above 1", func(e *evidence) bool { return e.inRange })
	pagesBackwards = is("a last page below the first", func(e *evidence) bool { return e.backwards })
	titleAlone     = is("an author, one title of several words, and no place in a journal", func(e *evidence) bool { return e.titleAlone })
	titleInTitle   = is("the key title beside a journal's title", func(e *evidence) bool { return e.titleInTitle })
	titlesSwapped  = is("a part's title that a journal would have", func(e *evidence) bool { return e.titlesSwapped })
	lettersLost    = is("a title or a name that lost letters", func(e *evidence) bool { return e.lettersLost })
	pagesDiffer    = is("pages that do not begin at the first page", func(e *evidence) bool { return e.pagesDiffer })
	titleCut       = is("a part's title that was cut at a quotation mark", func(e *evidence) bool { return e.titleCut })
	cutShort       = is("a link that ends in the middle of a value", func(e *evidence) bool { return e.cutShort })
	referenceRest  = is("a title of the whole that ends in pages", func(e *evidence) bool { return e.endsInPages })
	partPages      = is("pages of a part", func(e *evidence) bool { return e.inside })
	placeMark      = is("a colon after the place", func(e *evidence) bool { return e.placeMark })
	imprint        = is("an imprint", func(e *evidence) bool { return e.imprint })
	nameAmbiguous  = is("an author's name that could be split in two ways", func(e *evidence) bool { return e.ambiguous })
	seriesVolume   = allOf("an ISSN and a volume", issn, volume)
	oclcNumber     = is("an OCLC number", func(e *evidence) bool { return e.oclc })
	identified     = anyOf("an author, a date or an OCLC number", author, date, oclcNumber)
	author         = is("an author", func(e *evidence) bool { return e.author })
	person         = is("a person as author", func(e *evidence) bool { return e.person })
	date           = is("a date", func(e *evidence) bool { return e.date })
	dayDate        = is("a day", func(e *evidence) bool { return e.dayDate })
	ericDocument   = is("a number of ERIC's documents", func(e *evidence) bool { return e.ericMark })
	conferenceMark = is("a mark of conferences in the ISSN's place", func(e *evidence) bool { return e.paperMark })
	dissertation   = anyOf("what only a dissertation has", degree, school, thesisNote)
	degree         = is("a degree", func(e *evidence) bool { return e.degree })
	school         = is("a school", func(e *evidence) bool { return e.school })
	thesisNote     = is("a dissertation note", func(e *evidence) bool { return e.thesisNote })
	invention      = anyOf("what only a patent has", inventor, application, patentNote)
	inventor       = is("an inventor", func(e *evidence) bool { return e.inventor })
	application    = is("the number of an application", func(e *evidence) bool { return e.application })
	patentNote     = is("a note of a patent", func(e *evidence) bool { return e.patentNote })
	volumeAndPages = allOf("a volume and pages", volume, pages)
	articleData    = anyOf("pages, an author or a DOI", pages, author, doi)
)

// articleInVolume is what titles and numbers say together.
var articleInVolume = allOf("a part's title beside another, a volume, pages and a DOI", titlesDiffer, volumeAndPages, doi)

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

func decidedIs(words string, types ...citation.Type) *condition {
	return is(words, func(e *evidence) bool { return slices.Contains(types, e.decided.decides) })
}

func is(words string, holds func(e *evidence) bool) *condition {
	return &condition{words: words, holds: holds}
}

func genreIs(words string, g genre) *condition {
	return is(words, func(e *evidence) bool { return e.genre == g })
}

func formatIs(words string, f format) *condition {
	return is(words, func(e *evidence) bool { return e.format == f })
}

// anyOf returns the condition that holds where one of these does.
func anyOf(words string, cs ...*condition) *condition {
	c := &condition{words: words}
	for _, one := range cs {
		c.any = append(c.any, clause{when: conditions{one}})
	}
	return c
}

// allOf returns the condition that holds where all of these do.
func allOf(words string, cs ...*condition) *condition {
	return &condition{words: words, any: []clause{{when: cs}}}
}
