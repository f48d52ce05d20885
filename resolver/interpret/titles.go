package interpret

import (
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// readTitles sets the title and the container title, each from the key that means it
// for the type found.
func (r *reader) readTitles() {
	order := titleKeys[r.c.Type]
	switch {
	case r.evidence.ericMark: // title has the publisher
		order = titleKeys[citation.Thesis]
		if r.evidence.atitle != "" {
			r.c.Publisher = r.firstTitle("publisher", []openurl.Field{openurl.Title}, citation.WholeTitle)
		}
	case r.evidence.inSource:
		order.title, order.container = []openurl.Field{openurl.Title}, []openurl.Field{openurl.DCSource}
	case r.evidence.titleInTitle:
		order.title, order.container = []openurl.Field{openurl.Title}, []openurl.Field{openurl.JTitle}
	case r.evidence.titleOfPart:
		order.title, order.container = []openurl.Field{openurl.Title}, []openurl.Field{openurl.BTitle}
	}
	r.c.Title = r.firstTitle("title", order.title, r.c.Type.TitleKind())
	if !r.evidence.decided.containerLost {
		var room [len(journalTitleOrder)]openurl.Field                                               // the longest
		keys := slices.DeleteFunc(append(room[:0], order.container...), func(f openurl.Field) bool { // the own title once more
			return citation.SameTitle(r.title(f), r.c.Title)
		})
		r.c.ContainerTitle = citation.CutReference(r.firstTitle("container-title", keys, r.c.Type.ContainerKind()))
		r.c.ContainerTitle = citation.CutRepeated(r.c.ContainerTitle)
		if r.c.Type == citation.Article || r.c.Type == citation.Paper {
			r.c.ContainerTitle = citation.CutRotated(r.c.ContainerTitle)
		}
		if r.c.Title == "" && r.c.Type != citation.Article {
			r.c.Title, r.c.ContainerTitle = r.c.ContainerTitle, ""
			r.renameUse("container-title", "title")
		}
		if r.c.Type == citation.Document && r.c.ContainerTitle == "" {
			r.c.ContainerTitle = r.firstTitle("container-title", []openurl.Field{openurl.DCSource}, citation.WholeTitle)
		}
		if r.c.ContainerTitle == "Undefined" { // ERIC's reports, as ProQuest sends them; books may be called so
			r.warn(warning.PlaceholderDropped, "container-title", r.c.ContainerTitle)
			r.c.ContainerTitle = ""
			r.dropUses(func(f From) bool { return f.Field == "container-title" })
		}
		if text.SameFold(r.c.Title, r.c.ContainerTitle) {
			r.c.ContainerTitle = ""
		}
		r.c.Title = citation.CutContainer(r.c.Title, r.c.ContainerTitle)
	}
	if r.c.Type == citation.Thesis {
		r.c.Title = r.cutThesisNote(r.c.Title)
	}
	if r.evidence.decided.containerLost && r.c.Title == "" {
		r.c.Title = r.firstTitle("title", titleOrder[:], r.c.Type.TitleKind())
	}
}

// titleKeys has for each type the keys of its titles, in order of preference.
var titleKeys = map[citation.Type]struct{ title, container []openurl.Field }{
	citation.Book:       {title: []openurl.Field{openurl.BTitle, openurl.Title, openurl.JTitle, openurl.STitle, openurl.ATitle}},
	citation.Chapter:    {title: []openurl.Field{openurl.ATitle}, container: titleOrder[:]},
	citation.Paper:      {title: []openurl.Field{openurl.ATitle}, container: titleOrder[:]},
	citation.Article:    {title: []openurl.Field{openurl.ATitle}, container: journalTitleOrder[:]},
	citation.Periodical: {title: []openurl.Field{openurl.JTitle, openurl.Title, openurl.BTitle, openurl.STitle}},
	// With a title of its own, title holds the school, a database or a note: EBSCO, ADS.
	citation.Thesis:   {title: []openurl.Field{openurl.ATitle, openurl.Title, openurl.BTitle, openurl.DCSource}},
	citation.Report:   {title: []openurl.Field{openurl.ATitle}, container: titleOrder[:]}, // some have parts
	citation.Patent:   {title: []openurl.Field{openurl.ATitle, openurl.Title, openurl.BTitle}},
	citation.Document: {title: []openurl.Field{openurl.ATitle}, container: titleOrder[:]},
}

// journalTitleOrder is where an article's journal is looked for.
var journalTitleOrder = [...]openurl.Field{openurl.JTitle, openurl.Title, openurl.BTitle, openurl.STitle, openurl.DCSource}

// title returns the title under a key, tidied. The rules look at most titles several times.
func (r *reader) title(f openurl.Field) string {
	if int(f) >= len(r.titles) {
		return text.Tidy(r.co.Get(f))
	}
	if r.titles[f] == "" {
		r.titles[f] = text.Tidy(r.co.Get(f))
	}
	return r.titles[f]
}

func (r *reader) firstTitle(field string, keys []openurl.Field, of citation.TitleKind) string {
	for _, f := range keys {
		if r.c.Type == citation.Thesis && isThesisDatabase(r.title(f)) {
			continue
		}
		if t := citation.CleanTidiedTitle(r.title(f), of); t != "" {
			r.used(r.co.Index(f), field)
			return t
		}
	}
	return ""
}

// cutThesisNote cuts the note that MathSciNet writes after a title, "Thesis (Ph
// D )--Stanford University", and takes the school from it.
func (r *reader) cutThesisNote(sent string) string {
	before, note, _ := strings.Cut(sent, " Thesis (")
	_, school, ok := strings.Cut(note, ")--")
	if !ok {
		return sent
	}
	school, _, _ = strings.Cut(school, ",")
	r.c.Publisher = citation.CleanPublisher(school)
	return citation.CleanTidiedTitle(before, citation.WholeTitle)
}

func (r *reader) renameUse(from, to string) {
	for i := range r.from {
		if r.from[i].Field == from {
			r.from[i].Field = to
		}
	}
}
