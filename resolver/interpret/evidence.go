package interpret

import (
	"strings"

	"lendlink/resolver/citation"
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
	dissertation bool  // degree, inst or a dissertation note
	invention    bool  // an inventor or the number of an application
	decided      *rule // nil before the decision
}

// partGenres are those of what is part of something else.
var partGenres = map[genre]bool{itemGenre: true, articleGenre: true, preprintGenre: true, newsGenre: true, proceedingGenre: true}

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
	if source := co.Get(openurl.DCSource); source != "" && e.isPartInDublinCore() {
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

// isPartInDublinCore reports whether a Dublin Core record is a part's, with its own title
// under title.
func (e *evidence) isPartInDublinCore() bool {
	return e.format == dcFormat && e.atitle == "" && e.onlyTitle && partGenres[e.genre]
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
