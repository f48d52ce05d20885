package citation

import (
	"slices"
	"strings"

	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// Reading is a link understood.
type Reading struct {
	Citation Citation
	Rule     string // how the type was decided, in words for staff
	Low      bool   // the type is doubtful: the patron should look at it
	From     []From // which pair of the link gave which field
	Warnings warning.List
}

// From says that a pair of the link gave a field.
type From struct {
	Field string // a CSL name
	Pair  int    // its place in the ContextObject's Pairs
}

// Read works out what item a link means. Year is the current one: later dates
// than the next year's are not believed.
func Read(co *openurl.ContextObject, year int) Reading {
	r := reader{co: co, quirks: quirksOf(strings.ToLower(co.Source)), latest: year + 1, from: make([]From, 0, 16)}
	r.identifiers()
	r.pages = r.readPages()
	r.decide()
	r.keepSeriesISSN()
	r.titles()
	r.authors()
	r.issued()
	r.imprint()
	r.numbers()
	low := r.rule.low
	if !r.evidence.genre.agrees(r.c.Type) {
		low = true
		r.warn(warning.GenreContradicted, "genre", co.Get(openurl.Genre))
	}
	if r.c.Type == Document {
		r.warn(warning.TypeUncertain, "type", "")
	}
	if r.rule.lost {
		r.warn(warning.ContainerUnknown, "container-title", "")
	}
	return Reading{Citation: r.c, Rule: r.rule.name, Low: low, From: r.from, Warnings: r.warnings}
}

// reader builds a citation from one link.
type reader struct {
	co       *openurl.ContextObject
	quirks   quirk // of the source
	latest   int   // the latest year believed
	c        Citation
	pages    string // whatever the type will be
	evidence evidence
	rule     *rule
	from     []From
	warnings warning.List
}

func (r *reader) warn(code warning.Code, field, detail string) { r.warnings.Add(code, field, detail) }

// used notes that a pair gave a field.
func (r *reader) used(pair int, field string) { r.from = append(r.from, From{field, pair}) }

// unuse takes back the uses of pairs that gave what is in the citation no more.
func (r *reader) unuse(gone func(From) bool) { r.from = slices.DeleteFunc(r.from, gone) }

// take gives a value and notes what it is used for.
func (r *reader) take(f openurl.Field, field string) string {
	i := r.co.Index(f)
	if i < 0 {
		return ""
	}
	r.used(i, field)
	return r.co.Pairs[i].Value
}

// titles sets the title and the container title, each from the key that means it
// for the type found.
func (r *reader) titles() {
	order := titleKeys[r.c.Type]
	if r.c.Type == Report && r.evidence.differs { // a report that has parts
		order = titleKeys[Chapter]
	}
	if r.evidence.inSource {
		order.title, order.container = []openurl.Field{openurl.Title}, []openurl.Field{openurl.DCSource}
	}
	r.c.Title = r.firstTitle("title", order.title, r.c.Type.ownTitle())
	if order.container != nil && !r.rule.lost {
		keys := slices.DeleteFunc(slices.Clone(order.container), func(f openurl.Field) bool { // the own title once more
			v := r.co.Get(f)
			return v == "" || r.c.Title != "" && sameTitle(v, r.c.Title)
		})
		if len(keys) == 0 {
			keys = order.container
		}
		r.c.ContainerTitle = r.firstTitle("container-title", keys, r.c.Type.containerTitle())
		if r.c.Title == "" && r.c.Type != Article {
			r.c.Title, r.c.ContainerTitle = r.c.ContainerTitle, ""
			r.renameUse("container-title", "title")
		}
		if r.c.Type == Document && r.c.ContainerTitle == "" {
			r.c.ContainerTitle = r.firstTitle("container-title", []openurl.Field{openurl.DCSource}, wholeTitle)
		}
		if r.c.Type != Article && r.c.ContainerTitle != "" && sameFold(r.c.Title, r.c.ContainerTitle) {
			r.c.ContainerTitle = ""
		}
	}
	if r.c.Type == Thesis {
		r.c.Title = r.cutThesisNote(r.c.Title)
	}
	if r.rule.lost && r.c.Title == "" {
		r.c.Title = r.firstTitle("title", titleOrder[:], r.c.Type.ownTitle())
	}
}

// titleKeys says for each type where its titles stand, in order of preference.
var titleKeys = map[Type]struct{ title, container []openurl.Field }{
	Book:       {title: []openurl.Field{openurl.BTitle, openurl.Title, openurl.JTitle, openurl.STitle, openurl.ATitle}},
	Chapter:    {title: []openurl.Field{openurl.ATitle}, container: []openurl.Field{openurl.BTitle, openurl.Title, openurl.JTitle, openurl.STitle}},
	Paper:      {title: []openurl.Field{openurl.ATitle}, container: []openurl.Field{openurl.BTitle, openurl.Title, openurl.JTitle, openurl.STitle}},
	Article:    {title: []openurl.Field{openurl.ATitle}, container: []openurl.Field{openurl.JTitle, openurl.Title, openurl.BTitle, openurl.STitle, openurl.DCSource}},
	Periodical: {title: []openurl.Field{openurl.JTitle, openurl.Title, openurl.BTitle, openurl.STitle}},
	// Beside a title of its own, title holds the school, a database or a note: EBSCO, ADS.
	Thesis:   {title: []openurl.Field{openurl.ATitle, openurl.Title, openurl.BTitle, openurl.DCSource}},
	Report:   {title: []openurl.Field{openurl.BTitle, openurl.Title, openurl.ATitle, openurl.JTitle, openurl.STitle}},
	Patent:   {title: []openurl.Field{openurl.ATitle, openurl.Title, openurl.BTitle}},
	Document: {title: []openurl.Field{openurl.ATitle}, container: []openurl.Field{openurl.BTitle, openurl.Title, openurl.JTitle, openurl.STitle}},
}

func (r *reader) firstTitle(field string, keys []openurl.Field, of titleOf) string {
	for _, f := range keys {
		i := r.co.Index(f)
		if i < 0 || r.c.Type == Thesis && isThesisDatabase(r.co.Pairs[i].Value) {
			continue
		}
		if t := title(r.co.Pairs[i].Value, of); t != "" {
			r.used(i, field)
			return t
		}
	}
	return ""
}

// cutThesisNote cuts the note that MathSciNet writes behind a title, "Thesis (Ph
// D )--Stanford University", and takes the school from it.
func (r *reader) cutThesisNote(title string) string {
	before, note, _ := strings.Cut(title, " Thesis (")
	_, school, ok := strings.Cut(note, ")--")
	if !ok {
		return title
	}
	school, _, _ = strings.Cut(school, ",")
	r.c.Publisher = cleanPublisher(school)
	return cleanTitle(before)
}

func (r *reader) renameUse(from, to string) {
	for i := range r.from {
		if r.from[i].Field == from {
			r.from[i].Field = to
		}
	}
}

// issued sets the date: of books and theses the year, of others as exact as it
// is valid.
func (r *reader) issued() {
	doubtful := ""
	for _, f := range [...]openurl.Field{openurl.Date, openurl.Year, openurl.PubDate, openurl.PubYear, openurl.ApplDate} {
		if f == openurl.ApplDate && r.c.Type != Patent {
			continue
		}
		for i, v := range r.co.All(f) {
			d, ok := ParseDate(v, r.latest)
			if !ok {
				doubtful = v
				continue
			}
			r.used(i, "issued")
			if yearOnly[r.c.Type] {
				d = Date{Year: d.Year}
			} else if d.Month == 0 && r.c.Type == Article {
				d.Month = parseMonth(r.take(openurl.Month, "issued"))
			}
			r.c.Issued = d
			return
		}
	}
	if doubtful != "" {
		r.warn(warning.DateInvalid, "issued", doubtful)
	}
}

// yearOnly are the types whose date is a year, whatever databases pad it with.
var yearOnly = map[Type]bool{Book: true, Chapter: true, Thesis: true, Report: true}

// imprint sets publisher, place, edition and series.
func (r *reader) imprint() {
	keys := []openurl.Field{openurl.Pub, openurl.Publisher}
	if r.c.Type == Thesis { // the school before who reproduces its theses
		keys = slices.Insert(keys, 0, openurl.Inst)
	}
	if p := r.firstClean("publisher", cleanPublisher, keys...); p != "" {
		r.c.Publisher = p
	}
	r.c.PublisherPlace = r.firstClean("publisher-place", cleanPlace, openurl.Place, openurl.PubPlace)
	r.c.CollectionTitle = r.firstClean("collection-title", cleanSeries, openurl.Series)
	r.c.Edition = r.firstClean("edition", cleanEdition, openurl.Edition)
	if r.c.Edition == "" {
		r.c.Edition = r.find("edition", func(v string) (string, bool) {
			text, ok := tagged(v, "edition")
			return cleanEdition(text), ok
		}, openurl.Pid, openurl.RfeDat)
	}
}

func (r *reader) firstClean(field string, clean func(string) string, keys ...openurl.Field) string {
	for _, f := range keys {
		if i := r.co.Index(f); i >= 0 {
			if v := clean(r.co.Pairs[i].Value); v != "" {
				r.used(i, field)
				return v
			}
		}
	}
	return ""
}

// keepSeriesISSN drops an ISSN that is not the item's: of a book or chapter it
// is the series', of a dissertation that of a database of abstracts.
func (r *reader) keepSeriesISSN() {
	switch r.c.Type {
	case Book, Chapter:
		if r.co.Get(openurl.Series) == "" {
			r.dropISSN()
		}
	case Thesis:
		r.dropISSN()
	}
}

func (r *reader) dropISSN() {
	r.c.ISSN = ""
	r.unuse(func(f From) bool { return f.Field == "ISSN" })
}

// tagged gives what stands in a tag of private data: <edition>1st ed.</edition>.
// The closing tag may be cut off with the end of the link.
func tagged(s string, names ...string) (string, bool) {
	for _, name := range names {
		_, after, ok := strings.Cut(s, "<"+name+">")
		if !ok {
			continue
		}
		text, _, _ := strings.Cut(after, "<")
		if text = strings.TrimSpace(text); text != "" {
			return text, true
		}
	}
	return "", false
}
