package interpret

import (
	"slices"

	"lendlink/resolver/citation"
)

// rules are tried in order; the first that holds decides.
var rules = slices.Concat(rulesOfKinds, rulesOfTitles)

// rulesOfTitles decide by titles, numbers and the genre, between books, articles and their parts.
var rulesOfTitles = []rule{
	{
		name:    "genre bookitem, but a volume and an issue, and nothing of a book",
		example: "genre=bookitem&atitle=Mud&title=Weir+Letters&volume=3&issue=2",
		clause:  clause{when: conditions{genreItem, partTitle, volume, issue}, unless: conditions{isbn, bookTitle, imprint}},
		decides: citation.Article,
	},
	{
		name:    "the title of the whole begins with the part's and names a conference: its volume",
		example: "genre=conference&atitle=Weir+Days&title=Weir+Days:+Proceedings&date=1990",
		clause:  clause{when: conditions{genreOfBooks, titleContinues, ofConference}, unless: conditions{pages}},
		decides: citation.Book,
	},
	{
		name:    "genre bookitem, with a title of its own beside the book's",
		example: "genre=bookitem&atitle=Mud&title=Weirs",
		clause:  clause{when: conditions{genreItem, titlesDiffer}},
		decides: citation.Chapter,
	},
	{
		name:    "a title of its own beside a book's, and nothing of a journal",
		example: "genre=article&atitle=Mud&btitle=Weirs&isbn=9780471117094",
		clause:  clause{when: conditions{genreOfMistakenParts, titlesDiffer, bookEvidence}, unless: conditions{journalEvidence}},
		decides: citation.Chapter,
	},
	{
		name:    "a DOI of a book's part, and two titles",
		example: "genre=article&atitle=Mud&jtitle=Weirs&doi=10.1007/978-0-306-40615-7_7",
		clause:  clause{when: conditions{doiOfBookPart, titlesDiffer}, unless: conditions{seriesVolume}},
		decides: citation.Chapter,
	},
	{
		name:    "a DOI of a book's part, and no title of the whole",
		example: "doi=10.1007/978-0-306-40615-7_7",
		clause:  clause{when: conditions{doiOfBookPart}, unless: conditions{wholeTitle, seriesVolume}},
		decides: citation.Chapter, low: true,
	},
	{
		name:    "genre bookitem with one title, and pages inside a book: the title is the chapter's",
		example: "genre=bookitem&title=Mud&isbn=9780471117094&spage=15",
		clause:  clause{when: conditions{genreItem, oneTitle, startsInside}},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name:    "genre bookitem with one title, and a DOI of a chapter: the title is the chapter's",
		example: "genre=bookitem&title=Mud&isbn=9780306406157&doi=10.1007/978-0-306-40615-7_7",
		clause:  clause{when: conditions{genreItem, oneTitle, doiOfChapter}},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name:    "genre bookitem with the key title alone, and no ISBN: the title is the chapter's",
		example: "genre=bookitem&title=Mud",
		clause:  clause{when: conditions{genreItem, titleKey}, unless: conditions{partTitle, isbn, wholeSource}},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name:    "genre bookitem with a part's title alone, and no ISBN: the title is the chapter's",
		example: "genre=bookitem&atitle=Mud",
		clause:  clause{when: conditions{genreItem, partTitle}, unless: conditions{wholeTitle, isbn}},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name:    "genre bookitem with a part's title alone, and its pages",
		example: "genre=bookitem&atitle=Mud&isbn=9780471117094&pages=1-14",
		clause:  clause{when: conditions{genreItem, partTitle, pages}, unless: conditions{wholeTitle, journalEvidence}},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name:    "genre bookitem with a part's title alone, from a source that sends no whole books so",
		example: "sid=zotero.org&genre=bookitem&atitle=Mud&isbn=9780471117094",
		clause:  clause{when: conditions{exactSource, genreItem, partTitle}, unless: conditions{wholeTitle}},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name:    "genre book, but a part's title alone, and its pages",
		example: "genre=book&atitle=Mud&isbn=9780471117094&pages=15-20",
		clause:  clause{when: conditions{genreBook, partTitle, partPages}, unless: conditions{wholeTitle}},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name:    "no useful genre, but a part's title alone, and pages inside a book",
		example: "atitle=Mud&isbn=9780471117094&spage=15",
		clause: clause{
			when:   conditions{genreNone, partTitle, bookEvidence, startsInside},
			unless: conditions{wholeTitle, journalEvidence},
		},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name:    "genre bookitem with the same title twice, and pages inside a book: the chapter lost one of its titles",
		example: "genre=bookitem&atitle=Mud&btitle=Mud&spage=15",
		clause:  clause{when: conditions{genreItem, titlesEqual, startsInside}, unless: conditions{pageCount}},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name:    "genre proceeding",
		example: "genre=proceeding&atitle=Mud",
		clause:  clause{when: conditions{genreProceeding}},
		decides: citation.Paper,
	},
	{
		name:    "genre conference, with a title beside the conference's",
		example: "genre=conference&atitle=Mud&title=Weir+days",
		clause:  clause{when: conditions{genreConference, titlesDiffer}},
		decides: citation.Paper,
	},
	{
		name:    "genre conference, with one title and its pages: the title is the paper's",
		example: "genre=conference&atitle=Mud&pages=15-20",
		clause:  clause{when: conditions{genreConference, oneTitle, paperPages}},
		decides: citation.Paper, containerLost: true,
	},
	{
		name:    "a Dublin Core record of a conference: taken for a paper of it",
		example: "rft_val_fmt=info:ofi/fmt:kev:mtx:dc&rft.format=Conference&rft.title=Weirs",
		clause:  clause{when: conditions{genreConference, formatDublinCore}},
		decides: citation.Paper, containerLost: true,
	},
	{
		name: "%s, but no title of a part: a whole book", says: genreOfBooks,
		example: "genre=book&title=Weirs",
		clause:  clause{when: conditions{genreOfBooks}, unless: conditions{partTitle}},
		decides: citation.Book,
	},
	{
		name: "%s, but the same title twice: a whole book", says: genreOfBooks,
		example: "genre=bookitem&atitle=Weirs&title=Weirs",
		clause:  clause{when: conditions{genreOfBooks, titlesEqual}},
		decides: citation.Book,
	},
	{
		name:    "genre book, with a part's title alone: a whole book",
		example: "genre=book&atitle=Weirs",
		clause:  clause{when: conditions{genreBook}, unless: conditions{wholeTitle}},
		decides: citation.Book,
	},
	{
		name:    "the book format, but no title, and a first page inside a book: a part of it",
		example: "rft_val_fmt=info:ofi/fmt:kev:mtx:book&date=1881&spage=15",
		clause:  clause{when: conditions{genreNone, formatBook, startsInside}, unless: conditions{anyTitle, untitledLocation}},
		decides: citation.Chapter, containerLost: true,
	},
	{
		name: "%s, and not two titles that differ", says: bookEvidence,
		example: "btitle=Weirs&isbn=9780471117094",
		clause:  clause{when: conditions{genreNoneOrOfBooks, bookEvidence}, unless: conditions{titlesDiffer, untitledLocation}},
		decides: citation.Book,
	},
	{
		name:    "an ISBN and a title, and a genre under which anything comes",
		example: "genre=document&title=Weirs&isbn=9780471117094",
		clause:  clause{when: conditions{genreDocumentOrForeign, isbn, wholeTitle}, unless: conditions{journalEvidence}},
		decides: citation.Book,
	},
	{
		name:    "genre article with the same title twice, from a source of books",
		example: "sid=EBSCO:HathiTrust&genre=article&atitle=Weirs&title=Weirs",
		clause:  clause{when: conditions{bookSource, titlesEqual}},
		decides: citation.Book,
	},
	{
		name:    "genre article, but an ISBN in the ISSN's place and no title",
		example: "genre=article&issn=9780471117094",
		clause:  clause{when: conditions{genreArticle, isbnMoved}, unless: conditions{anyTitle, journalEvidence}},
		decides: citation.Book,
	},
	{
		name:    "genre article, but an ISBN, one title and nothing of a journal",
		example: "genre=article&title=Weirs&isbn=9780471117094",
		clause:  clause{when: conditions{genreArticle, isbn, oneTitle}, unless: conditions{partAndPages, journalEvidence}},
		decides: citation.Book,
	},
	{
		name:    "no useful genre, but a title and an author, and nothing of a journal",
		example: "title=Weirs&aulast=Lee",
		clause: clause{
			when:   conditions{genreNone, wholeTitle, author},
			unless: conditions{titlesDiffer, journalEvidence, volumeAndPages, formatDublinCore, pageRange, startInJournal},
		},
		decides: citation.Book,
	},
	{
		name:    "the genre names a periodical, and no title of an article",
		example: "genre=journal&title=Weir+Letters",
		clause:  clause{when: conditions{genreJournal}, unless: conditions{partTitle}},
		decides: citation.Periodical,
	},
	{
		name:    "genre newspaper, and nothing of an article in it",
		example: "genre=newspaper&title=Weir+Post",
		clause:  clause{when: conditions{genreNews, wholeTitle}, unless: conditions{partTitle, pages, author, doi}},
		decides: citation.Periodical,
	},
	{
		name:    "a journal, and nothing of an article in it",
		example: "issn=0378-5955&title=Weir+Letters",
		clause: clause{
			when:   conditions{journalOrISSN},
			unless: conditions{partTitle, titleCut, pages, author, doi, pmid},
		},
		decides: citation.Periodical,
	},
	{
		name:    "genre article, but the title of a whole only",
		example: "genre=article&title=Weir+Letters",
		clause: clause{
			when:   conditions{genreArticle, wholeTitle},
			unless: conditions{partTitle, date, author, pages, volume, doi, pmid},
		},
		decides: citation.Periodical,
	},
	{
		name:    "genre article, but the same title twice, and nothing of an article",
		example: "genre=article&atitle=Weir+Letters&title=Weir+Letters&date=1990",
		clause: clause{
			when:   conditions{genreArticle, titlesEqual},
			unless: conditions{person, pages, volume, doi, pmid},
		},
		decides: citation.Periodical,
	},
	{
		name: "%s", says: genreOfArticles,
		example: "genre=article&atitle=Mud&title=Weir+Letters",
		clause:  clause{when: conditions{genreOfArticles}},
		decides: citation.Article,
	},
	{
		name:    "an article's title with a journal's",
		example: "atitle=Mud&jtitle=Weir+Letters",
		clause:  clause{when: conditions{partTitle, journalSign}},
		decides: citation.Article,
	},
	// What is left of genre book: rules above had it with a sign of a book or of a journal, and with one title.
	{
		name:    "genre book with two titles: the first is a part's",
		example: "genre=book&title=Weir+Letters&atitle=Mud",
		clause:  clause{when: conditions{genreBook}},
		decides: citation.Chapter,
	},
	{
		name: "no useful genre, but %s", says: articleInVolume,
		example: "atitle=Mud&title=Weirs&volume=3&spage=5&doi=10.1080/01419870.2019.1234567",
		clause:  clause{when: conditions{genreNone, articleInVolume}, unless: conditions{doiOfChapter}},
		decides: citation.Article,
	},
	{
		name: "no useful genre, but %s", says: partTitleOrPMID,
		example: "atitle=Mud&date=1990",
		clause:  clause{when: conditions{genreNone, partTitleOrPMID}},
		decides: citation.Article, low: true,
	},
	{
		name:    "no useful genre and no article's title, but a place in a journal",
		example: "jtitle=Weir+Letters&volume=3&spage=5",
		clause: clause{
			when:   conditions{genreNone, citationInJournal, articleData},
			unless: conditions{formatDublinCore},
		},
		decides: citation.Article, low: true,
	},
	{
		name:    "genre report, but a part's title beside another, and its pages",
		example: "genre=report&atitle=Mud&title=Weirs&pages=15-20",
		clause:  clause{when: conditions{genreReport, titlesDiffer, partPages}},
		decides: citation.Chapter,
	},
	{
		name:    "genre report",
		example: "genre=report&title=Mud",
		clause:  clause{when: conditions{genreReport}},
		decides: citation.Report,
	},
	{
		name:    "nothing says what it is",
		example: "doi=10.1080/01419870.2019.1234567",
		decides: citation.Document,
	},
}
