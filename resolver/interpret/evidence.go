package interpret

import (
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
)

// evidence is what the link says about the kind of item, before it is decided.
type evidence struct {
	genre         genre
	format        format
	quirks        quirk  // of the source
	atitle        string // the title of a part, tidied
	btitle        bool
	jtitle        bool
	container     string // the title of a whole, tidied: btitle, title, jtitle or stitle
	onlyTitle     bool   // the container title came as title, and there is no btitle
	inSource      bool   // a Dublin Core record of a part: its own title came as title, what it is part of as source
	titleOfPart   bool   // title names the part, and btitle the whole
	otherTitle    bool   // title names another work than btitle or jtitle
	continues     bool   // the container title begins with atitle, and goes on after a mark
	differs       bool   // atitle and container are both there and not the same
	equal         bool   // both there and the same
	isbn          bool   // a valid one
	isbnMoved     bool   // it came under another number's key
	issn          bool   // a valid one, a series' too: seriesISSN says which are those
	volume        bool
	issue         bool
	pages         bool
	isPageCount   bool // what came as pages is their count
	startPage     bool // under the key for a first page
	doisDiffer    bool // the link has two
	pmidsDiffer   bool
	inside        bool // the pages are those of a part
	inRange       bool // the pages are a range that starts above 1
	backwards     bool // the last page is below the first
	cutShort      bool // the link ends in the middle of a value
	titleCut      bool // a quotation mark cut the title of a part
	titleAlone    bool // with an author the title of a whole is the only one, and nothing places it in a journal
	titleInTitle  bool // title is the article's, and the journal's is in jtitle
	titlesSwapped bool // the part's title is one of a journal, and the whole's is not
	lettersLost   bool // in a title or a name
	pagesDiffer   bool // from the first page under its own key
	endsInPages   bool // the container title ends in pages: it is the rest of a reference
	start         int  // the first page; 0 when there is none or it is not a number
	oclc          bool
	imprint       bool // a publisher or a place
	placeMark     bool // the place has the colon of a catalogue card after it
	author        bool
	person        bool // a personal author, not an organisation
	date          bool
	doiOfBookPart bool
	doi           string
	pmid          bool
	degree        bool
	school        bool // inst
	thesisNote    bool // a dissertation note
	thesisISBN    bool // an ISBN of who reproduces dissertations
	inventor      bool
	application   bool // its number
	patentNote    bool
	ambiguous     bool   // an author's name could be split in two ways
	dayDate       bool   // the date is a day, not the first of a month that means the month
	ericMark      bool   // what came as ISSN is the mark of ERIC's documents
	paperMark     bool   // the same of papers of conferences
	withISBNs     bool   // of 1970 or later, or without a date: books have ISBNs then
	medium        string // what the item is, where it is not a text: video, map
	decided       *rule  // nil before the decision
}

// partGenres are those of what is part of something else.
var partGenres = map[genre]bool{itemGenre: true, articleGenre: true, preprintGenre: true, newsGenre: true, proceedingGenre: true}

// gather returns the evidence that the link has.
func (r *reader) gather() evidence {
	co := r.co
	e := evidence{
		genre: genreOf(co), format: parseFormat(co.Get(openurl.Format)), quirks: r.quirks,
		atitle: r.title(openurl.ATitle), btitle: co.Get(openurl.BTitle) != "", jtitle: co.Get(openurl.JTitle) != "",
		isbn: r.c.ISBN != "", isbnMoved: r.isbnMoved, issn: r.c.ISSN != "",
		volume: co.Get(openurl.Volume) != "", issue: co.Get(openurl.Issue) != "",
		date:   r.hasAny(dateKeys),
		person: co.Get(openurl.AuLast) != "" || co.Get(openurl.Au) != "" || co.Get(openurl.Creator) != "",
		doi:    r.c.DOI, doiOfBookPart: identifier.IsBookPartDOI(r.c.DOI), pmid: r.c.PMID != "",
		inventor: co.Get(openurl.Inventor) != "" || co.Get(openurl.InvLast) != "", application: co.Get(openurl.ApplNumber) != "",
		patentNote: r.patentNote(), degree: isDegree(co.Get(openurl.Degree)), school: isSchool(co.Get(openurl.Inst)),
		thesisNote: r.dissertationNote(), thesisISBN: isThesisISBN(r.c.ISBN),
		oclc:      r.c.Custom.OCLC != "",
		imprint:   r.hasAny(publisherKeys) || r.hasAny(placeKeys),
		placeMark: strings.HasSuffix(co.Get(openurl.Place), ":"),
		ambiguous: r.isAmbiguous(),
		medium:    r.medium(),
		cutShort:  co.CutShort,
		titleCut:  co.TitleCut,
	}
	e.author = e.person || co.Get(openurl.AuCorp) != ""
	same := false // atitle and container
	for _, f := range titleOrder {
		title := r.title(f)
		if title == "" {
			continue
		}
		if e.container == "" {
			e.container, e.onlyTitle = title, f == openurl.Title
		} else if f == openurl.STitle { // of a whole book it is the same title, abbreviated
			break
		}
		// A part whose title comes twice still has its whole's under the next key.
		same = citation.SameTitle(e.atitle, title)
		if !same {
			e.container = title
			break
		}
	}
	switch {
	case e.isRecordOfPart():
		e.inSource, e.atitle, e.container = true, e.container, r.title(openurl.DCSource)
		same = citation.SameTitle(e.atitle, e.container)
	case r.titleAndJournal(&e):
		e.titleInTitle, e.atitle, e.container = true, r.title(openurl.Title), r.title(openurl.JTitle)
		same = false
	case r.isOthersJournal(&e):
		e.otherTitle = true
	case !r.twoWorks(&e):
	case !r.rangeInside():
		e.otherTitle = true
	default:
		e.titleOfPart, e.atitle, e.container = true, r.title(openurl.Title), r.title(openurl.BTitle)
		same = citation.SameTitle(e.atitle, e.container)
	}
	if e.atitle != "" && e.container != "" {
		e.equal, e.differs = same, !same
		e.continues = e.differs && continuesWith(e.container, e.atitle)
	}
	e.pages = r.pages != ""
	e.startPage = e.pages && co.Get(openurl.SPage) != ""
	e.isPageCount = citation.IsPageCount(co.Get(openurl.Pages))
	e.start = citation.FirstPage(r.pages)
	e.doisDiffer, e.pmidsDiffer = r.differ(identifier.ParseDOI, openurl.DOI), r.differ(identifier.ParsePMID, openurl.PMID)
	e.inRange, e.backwards, e.endsInPages = r.rangeInside(), citation.IsBackwards(r.pages), citation.EndsInPages(e.container)
	e.inside = e.pages && areInside(r.pages, e.start)
	r.suspect(&e)
	return e
}

// hasAny reports whether the link has one of the keys.
func (r *reader) hasAny(keys []openurl.Field) bool {
	return slices.ContainsFunc(keys, func(f openurl.Field) bool { return r.co.Get(f) != "" })
}

// differ reports whether the key of a kind of identifier and the identifiers of the item
// have two of that kind.
func (r *reader) differ(parse func(string) (string, bool), key openurl.Field) bool {
	if !r.areSeveral(key, openurl.ID) { // in most links
		return false
	}
	first := ""
	for _, f := range [...]openurl.Field{key, openurl.ID} {
		for _, v := range r.co.All(f) {
			id, ok := parse(v)
			if ok && first != "" && !strings.EqualFold(id, first) {
				return true
			}
			if ok {
				first = id
			}
		}
	}
	return false
}

// areSeveral reports whether the keys have more than one value.
func (r *reader) areSeveral(keys ...openurl.Field) bool {
	n := 0
	for _, f := range keys {
		for range r.co.All(f) {
			n++
		}
	}
	return n > 1
}

// isAmbiguous reports whether an author's name could be split in two ways.
func (r *reader) isAmbiguous() bool {
	inParts := slices.ContainsFunc(r.c.Author, name.Name.IsAmbiguous) || name.HasAddition(r.co.Get(openurl.AuFirst))
	return inParts || name.IsHanPair(r.co.Get(openurl.Au)) || r.sharesGiven() || r.hasUnknownOrder()
}

// areInside reports whether pages are those of a part: no range from 1 on, which a whole
// book has, and no single Roman page, which counts its front matter.
func areInside(pages string, start int) bool {
	if strings.Contains(pages, "-") {
		return start != 1
	}
	return text.Roman(pages) == 0
}

// isRecordOfPart reports whether a Dublin Core record is that of a part: its title is the
// part's own, and what it is part of came as source, if at all.
func (e *evidence) isRecordOfPart() bool {
	return e.format == dcFormat && e.atitle == "" && e.onlyTitle && partGenres[e.genre]
}

// twoWorks reports whether title and btitle name two works: neither begins the other. With a
// range of pages inside a book, title is a part's and btitle the book's: Wiley and hand-made
// templates have it so.
func (r *reader) twoWorks(e *evidence) bool {
	part, whole := r.co.Get(openurl.Title), r.co.Get(openurl.BTitle)
	if e.atitle != "" || part == "" || whole == "" || part == whole { // in most links
		return false
	}
	part, whole = text.Fold(part), text.Fold(whole)
	return !strings.HasPrefix(part, whole) && !strings.HasPrefix(whole, part)
}

// rangeInside reports whether the pages are a range that starts above 1.
func (r *reader) rangeInside() bool {
	return strings.Contains(r.pages, "-") && citation.FirstPage(r.pages) > 1
}

// continuesWith reports whether a title begins with another and goes on after a period, a
// comma or a colon.
func continuesWith(whole, part string) bool {
	part = strings.TrimRight(part, " .,:=")
	rest, ok := text.CutFold(strings.Trim(whole, " ="), part)
	return ok && strings.IndexAny(strings.TrimLeft(rest, " "), ".,:") == 0
}

// isDegree reports whether a value names a degree. ADS sends rft.degree=false for works without one.
func isDegree(s string) bool { return s != "" && !strings.EqualFold(s, "false") }

// isSchool reports whether inst names the school of a thesis. Alma's code of the library,
// 01UNI_INST, comes under the same key.
func isSchool(inst string) bool { return inst != "" && !strings.Contains(inst, "_") }

// titleOrder is where the title of a whole is looked for.
var titleOrder = [...]openurl.Field{openurl.BTitle, openurl.Title, openurl.JTitle, openurl.STitle}

// dissertationNote reports whether private data or a catalogue's note hold that of a
// dissertation: FirstSearch's tag, CSA's number in Dissertation Abstracts, Thesis (Ph.D.), a
// British awarding body; or the publisher only reproduces dissertations.
func (r *reader) dissertationNote() bool {
	note := strings.ToLower(r.co.Get(openurl.Note))
	if strings.HasPrefix(note, "thesis (") || strings.HasPrefix(note, "dissertation (") || strings.Contains(note, "awarding body") {
		return true
	}
	for _, f := range publisherKeys {
		if isThesisPublisher(r.co.Get(f)) {
			return true
		}
	}
	for _, f := range [...]openurl.Field{openurl.RfeDat, openurl.Pid} {
		for _, v := range r.co.All(f) {
			kind, _ := tagged(v, "DT")
			if _, ok := text.CutFold(kind, "dissertation"); ok || strings.Contains(v, "<dissnote>") || hasDissertationNumber(v) {
				return true
			}
		}
	}
	return false
}

// patentNote reports whether private data cite a patent: Chemical Abstracts ends what it cites
// with the kind of document, <source>U.S. (2006), 12pp. CODEN:USXXAM Patent</source>; Ovid has
// <DT>Patent</DT>.
func (r *reader) patentNote() bool {
	for _, v := range r.co.All(openurl.Pid) {
		cited, _ := tagged(v, "source")
		kind, _ := tagged(v, "DT")
		if strings.Contains(cited, "CODEN:") && strings.HasSuffix(cited, " Patent") || strings.EqualFold(kind, "patent") {
			return true
		}
	}
	return false
}

// hasDissertationNumber reports whether private data hold a number of Dissertation
// Abstracts: dissertationNumber=AAI9951177.
func hasDissertationNumber(s string) bool {
	_, number, _ := strings.Cut(s, "dissertationNumber=")
	number, _, _ = strings.Cut(number, "&")
	return text.Digits.In(number)
}
