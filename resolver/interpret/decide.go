package interpret

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/openurl"
)

// evidence is what the link says about the kind of item, before it is decided.
type evidence struct {
	genre        genre
	format       format
	quirks       quirk  // of the source
	atitle       string // the title of a part, as sent
	btitle       bool
	jtitle       bool
	container    string // the title of a whole, as sent: btitle, title, jtitle or stitle
	onlyTitle    bool   // the container title came as title, and there is no btitle
	inSource     bool   // a Dublin Core record of a part: its own title came as title, what it is part of as source
	differs      bool   // atitle and container are both there and not the same
	equal        bool   // both there and the same
	isbn         bool   // a valid one
	issn         bool   // a valid one that is not a series'
	volume       bool
	issue        bool
	pages        bool
	counted      bool // what came as pages is their count
	start        int  // the first page; 0 when there is none or it is no number
	author       bool
	person       bool // an author who is no body
	date         bool
	doi          string
	pmid         bool
	dissertation bool // degree, inst or a dissertation note
	invention    bool // an inventor or the number of an application
}

func (e *evidence) book() bool { return e.isbn || e.btitle || e.format == bookFormat }

func (e *evidence) journal() bool {
	return e.issn && !e.series() || e.jtitle || e.volume && e.issue || e.genre == journalGenre ||
		e.genre == articleGenre && e.format == journalFormat && !e.isbn // Web of Science has the journal in btitle
}

// series reports whether the ISSN must be that of the series in which a book came out, as
// in links to its chapters: Scopus, EBSCO.
func (e *evidence) series() bool {
	return e.isbn && !e.jtitle && !e.issue && (e.format == bookFormat && e.btitle || e.genre == bookGenre)
}

// alone reports whether there is one title only, whichever key it came under.
func (e *evidence) alone() bool { return (e.atitle == "") != (e.container == "") }

// rule is one way to know the type. Rules are tried in order; the first that
// fits decides.
type rule struct {
	name    string // what staff read
	decides citation.Type
	low     bool // doubtful: the patron should look
	// lost: the title is the part's own, and what it is part of is unknown
	lost bool
	fits func(e *evidence) bool
}

var rules = []rule{
	{name: "the format, the genre or the database is for dissertations", decides: citation.Thesis, fits: func(e *evidence) bool {
		return e.format == dissertationFormat || e.genre == thesisGenre || e.dissertation || isThesisDatabase(e.container) || e.quirks.has(onlyTheses)
	}},
	{name: "the format or the genre is patent, or there is an inventor", decides: citation.Patent, fits: func(e *evidence) bool {
		return e.format == patentFormat || e.genre == patentGenre || e.invention
	}},
	{name: "genre bookitem, with a title of its own beside the book's", decides: citation.Chapter, fits: func(e *evidence) bool {
		return e.genre == itemGenre && e.differs
	}},
	{name: "a title of its own beside a book's, and nothing of a journal", decides: citation.Chapter, fits: func(e *evidence) bool {
		return e.differs && e.book() && !e.journal() && wholeGenres[e.genre]
	}},
	{name: "genre bookitem with one title, and pages or a DOI of a chapter: the title is the chapter's", decides: citation.Chapter, low: true, lost: true, fits: func(e *evidence) bool {
		return e.genre == itemGenre && e.alone() && (e.start > 1 || identifier.IsChapterDOI(e.doi))
	}},
	{name: "genre bookitem with one title and no sign of a book: the title is the chapter's", decides: citation.Chapter, low: true, lost: true, fits: func(e *evidence) bool {
		return e.genre == itemGenre && e.alone() && !e.isbn && !e.btitle && (e.onlyTitle || e.container == "")
	}},
	{name: "the title of a part alone, with its pages in a book", decides: citation.Chapter, low: true, lost: true, fits: func(e *evidence) bool {
		return e.atitle != "" && e.container == "" && !e.journal() && (e.genre == itemGenre && e.pages || e.genre == noGenre && e.book() && e.start > 1)
	}},
	{name: "genre bookitem with the same title twice, and pages inside a book: the chapter lost its own title or its book's", decides: citation.Chapter, low: true, lost: true, fits: func(e *evidence) bool {
		return e.genre == itemGenre && e.equal && e.start > 1 && !e.counted
	}},
	{name: "genre proceeding", decides: citation.Paper, fits: func(e *evidence) bool { return e.genre == proceedingGenre }},
	{name: "genre conference, with a title beside the conference's", decides: citation.Paper, fits: func(e *evidence) bool {
		return e.genre == conferenceGenre && e.differs
	}},
	{name: "genre conference, with one title and its pages: the title is the paper's", decides: citation.Paper, low: true, lost: true, fits: func(e *evidence) bool {
		return e.genre == conferenceGenre && e.atitle != "" && e.container == "" && e.pages
	}},
	{name: "genre of a book or its part, but one title only: a whole book", decides: citation.Book, fits: func(e *evidence) bool {
		return bookish[e.genre] && (e.atitle == "" || e.equal || e.container == "" && !e.pages && (e.isbn || e.genre == bookGenre))
	}},
	{name: "an ISBN, a book title or the book format, and no title of a part", decides: citation.Book, fits: func(e *evidence) bool {
		return !e.differs && e.book() && (e.genre == noGenre || bookish[e.genre])
	}},
	{name: "an ISBN and a title, and a genre under which books come by mistake", decides: citation.Book, fits: func(e *evidence) bool {
		return e.isbn && e.container != "" && !e.differs && !e.journal() &&
			(e.genre == otherGenre || e.genre == documentGenre || e.genre == articleGenre && e.atitle == "")
	}},
	{name: "no genre, but a title and an author, and nothing of a journal", decides: citation.Book, fits: func(e *evidence) bool {
		return e.genre == noGenre && e.container != "" && !e.differs && e.author && !e.journal() && !(e.volume && e.pages) && e.format != dcFormat
	}},
	{name: "genre journal, issue or newspaper without an article", decides: citation.Periodical, fits: func(e *evidence) bool {
		return e.atitle == "" && (e.genre == journalGenre || e.genre == newsGenre && e.container != "" && !e.pages && !e.author && e.doi == "")
	}},
	{name: "a journal, and nothing of an article in it", decides: citation.Periodical, fits: func(e *evidence) bool {
		return (e.jtitle || e.issn) && e.atitle == "" && !e.pages && !e.author && e.doi == "" && !e.pmid && !bookish[e.genre]
	}},
	{name: "genre article, but a journal's title or ISSN only", decides: citation.Periodical, fits: func(e *evidence) bool {
		return e.genre == articleGenre && (e.container != "" || e.issn) && (e.atitle == "" && !e.date && !e.author || e.equal && !e.person) && !e.pages && !e.volume && e.doi == "" && !e.pmid
	}},
	{name: "genre article, preprint or news", decides: citation.Article, fits: func(e *evidence) bool {
		return e.genre == articleGenre || e.genre == preprintGenre || e.genre == newsGenre
	}},
	{name: "an article's title with a journal's", decides: citation.Article, fits: func(e *evidence) bool {
		return e.atitle != "" && (e.journal() || e.format == journalFormat)
	}},
	{name: "no genre, but the title of an article or a PubMed number", decides: citation.Article, low: true, fits: func(e *evidence) bool {
		return e.genre == noGenre && (e.atitle != "" || e.pmid) && !e.book()
	}},
	{name: "no genre and no article's title, but a place in a journal", decides: citation.Article, low: true, fits: func(e *evidence) bool {
		return e.genre == noGenre && e.atitle == "" && !e.book() && e.format != dcFormat && (e.journal() || e.volume && e.pages || e.format == journalFormat && e.container != "") &&
			(e.pages || e.author || e.doi != "")
	}},
	{name: "genre report", decides: citation.Report, fits: func(e *evidence) bool { return e.genre == reportGenre }},
	{name: "genre book with two titles: the first is a part's", decides: citation.Chapter, low: true, fits: func(e *evidence) bool {
		return bookish[e.genre] && e.differs
	}},
	{name: "nothing says what it is", decides: citation.Document, low: true, fits: func(*evidence) bool { return true }},
}

// wholeGenres are the genres under which sources send chapters by mistake:
// Wiley and CRC as book, CAS and bepress as article, Primo as document.
var wholeGenres = map[genre]bool{
	noGenre: true, otherGenre: true, bookGenre: true, reportGenre: true, documentGenre: true, articleGenre: true,
}

// partGenres are those of what is part of something else.
var partGenres = map[genre]bool{itemGenre: true, articleGenre: true, preprintGenre: true, newsGenre: true, proceedingGenre: true}

// bookish are the genres under which whole books come: EBSCO, Scopus and Web of
// Science send them as bookitem.
var bookish = map[genre]bool{bookGenre: true, itemGenre: true, conferenceGenre: true}

// decide finds the type of the item.
func (r *reader) decide() {
	e := r.gather()
	for i := range rules {
		if rules[i].fits(&e) {
			r.rule = &rules[i]
			break
		}
	}
	r.c.Type = r.rule.decides
	r.evidence = e
}

// gather looks through the link for evidence.
func (r *reader) gather() evidence {
	co := r.co
	e := evidence{
		genre: parseGenre(co.Get(openurl.Genre)), format: parseFormat(co.Get(openurl.Format)), quirks: r.quirks,
		atitle: co.Get(openurl.ATitle), btitle: co.Get(openurl.BTitle) != "", jtitle: co.Get(openurl.JTitle) != "",
		isbn: r.c.ISBN != "", issn: r.c.ISSN != "",
		volume: co.Get(openurl.Volume) != "", issue: co.Get(openurl.Issue) != "",
		date:   co.Get(openurl.Date) != "" || co.Get(openurl.Year) != "" || co.Get(openurl.PubDate) != "" || co.Get(openurl.PubYear) != "",
		person: co.Get(openurl.AuLast) != "" || co.Get(openurl.Au) != "" || co.Get(openurl.Creator) != "",
		doi:    r.c.DOI, pmid: r.c.PMID != "",
		invention:    co.Get(openurl.Inventor) != "" || co.Get(openurl.InvLast) != "" || co.Get(openurl.ApplNumber) != "",
		dissertation: isDegree(co.Get(openurl.Degree)) || isSchool(co.Get(openurl.Inst)) || r.dissertationNote(),
	}
	e.author = e.person || co.Get(openurl.AuCorp) != ""
	if e.genre == noGenre {
		e.genre = objectGenre(co.Get(openurl.ObjectType))
	}
	if e.genre == noGenre {
		e.genre = dcGenre(co.Get(openurl.DCType))
	}
	for _, f := range titleOrder {
		title := co.Get(f)
		if title == "" {
			continue
		}
		if e.container == "" {
			e.container, e.onlyTitle = title, f == openurl.Title
		} else if f == openurl.STitle { // of a whole book it is the same title, abbreviated
			break
		}
		// A part whose title comes twice still has its whole's under the next key.
		if e.atitle == "" || !citation.SameTitle(e.atitle, title) {
			e.container = title
			break
		}
	}
	if source := co.Get(openurl.DCSource); source != "" && e.format == dcFormat && e.atitle == "" && e.onlyTitle && partGenres[e.genre] {
		e.inSource, e.atitle, e.container = true, e.container, source
	}
	if e.atitle != "" && e.container != "" {
		e.equal = citation.SameTitle(e.atitle, e.container)
		e.differs = !e.equal
	}
	e.pages = r.pages != ""
	e.counted = citation.IsPageCount(co.Get(openurl.Pages))
	e.start = citation.FirstPage(r.pages)
	return e
}

// isDegree reports whether degree names one. ADS sends rft.degree=false for what has none.
func isDegree(s string) bool { return s != "" && !strings.EqualFold(s, "false") }

// isSchool reports whether inst names who gave the degree. Alma's code of the library,
// 01UNI_INST, comes under the same key.
func isSchool(inst string) bool { return inst != "" && !strings.Contains(inst, "_") }

// titleOrder is where the title of a whole is looked for.
var titleOrder = [...]openurl.Field{openurl.BTitle, openurl.Title, openurl.JTitle, openurl.STitle}

// objectGenre reads Alma's object_type where there is no genre. BOOK says
// nothing: parts of books have it too.
func objectGenre(s string) genre {
	if g := parseGenre(s); g != bookGenre && g != otherGenre {
		return g
	}
	return noGenre
}

// dcGenre reads the type of a Dublin Core record where there is no genre: Zotero sends
// articles in newspapers so, repositories theses (info:eu-repo/semantics/doctoralThesis).
// What is none of ours, such as Text, says nothing.
func dcGenre(s string) genre {
	if g := parseGenre(s[strings.LastIndexByte(s, '/')+1:]); g != otherGenre {
		return g
	}
	return noGenre
}

// dissertationNote reports whether FirstSearch's private data hold a dissertation note.
func (r *reader) dissertationNote() bool {
	for _, f := range [...]openurl.Field{openurl.RfeDat, openurl.Pid} {
		for _, v := range r.co.All(f) {
			if strings.Contains(v, "<dissnote>") {
				return true
			}
		}
	}
	return false
}
