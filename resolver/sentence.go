package resolver

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/warning"
)

// Sentence returns in one English sentence what the link was read as, what happens to
// the patron and why: the first line of the inspection and of every report.
func (r *Resolution) Sentence() string {
	happens := actionWords[r.Action]
	if r.Reason == RequestsSuspended {
		happens = "the page leads no further"
	}
	outcome := happens + ", because " + r.because() + "."
	if r.Reason == NothingUsable {
		return "No item; " + outcome
	}
	read := typeWords[r.Citation.Type]
	if r.Citation.Type == citation.Document && r.Citation.Medium != "" {
		read = "An item of the medium " + r.Citation.Medium
	}
	switch {
	case r.From["type"] != "":
		read += ", as " + r.From["type"] + " says"
	case r.Rule() != "":
		read += ", by the rule “" + r.Rule() + "”"
	}
	return read + "; " + outcome
}

// because returns why the action was taken.
func (r *Resolution) because() string {
	switch r.Reason {
	case FieldsMissing:
		missing := make([]string, len(r.Missing))
		for i, field := range r.Missing {
			missing[i] = r.fieldWord(field)
		}
		return reasonWords[r.Reason] + " " + strings.Join(missing, ", ")
	case Doubtful:
		if code, field := r.Decision.Doubt(); code != "" {
			return strings.Replace(doubtWords[code], "FIELD", r.fieldWord(field), 1)
		}
		if r.Source == interpret.PlainText {
			return "it was read from plain text"
		}
	}
	return reasonWords[r.Reason]
}

// fieldWord returns a word for a field of the citation: its CSL name, where that is plain.
func (r *Resolution) fieldWord(field string) string {
	switch {
	case field == "container-title" && r.Citation.Type == citation.Chapter:
		return "the book’s title"
	case field == "container-title":
		return "the journal’s title"
	case field == "issued":
		return "year"
	case field == "page":
		return "pages"
	}
	return field
}

var typeWords = map[citation.Type]string{
	citation.Book: "A book", citation.Chapter: "A chapter", citation.Article: "An article", citation.Paper: "A conference paper",
	citation.Periodical: "A journal", citation.Thesis: "A thesis", citation.Report: "A report", citation.Patent: "A patent",
	citation.Document: "An item of no known type",
}

var actionWords = map[Action]string{
	Redirect: "goes straight to the request form",
	Confirm:  "the confirmation page comes first",
	Ask:      "the page asks what the item is",
}

var reasonWords = map[Reason]string{
	FreeToRead:        "a copy is free to read",
	NothingUsable:     "nothing in the link describes one",
	TypeUnknown:       "the link leaves the type open",
	RequestsSuspended: "the library is closed and takes no requests",
	PageRequested:     "the link asks for it",
	LibraryClosed:     "the library is closed and requests will wait",
	NeverConfirm:      "the library’s settings never show the confirmation page",
	AlwaysConfirm:     "the library’s settings always show it for this type",
	FieldsMissing:     "a request needs what is missing:",
	Doubtful:          "that rule leaves the type uncertain",
	Complete:          "nothing needed is missing",
}

// doubtWords are the doubts about a reading, as a reason to show the confirmation page. FIELD is
// what the doubt is about.
var doubtWords = map[warning.Code]string{
	warning.GenreContradicted: "the genre contradicts the rest of the link",
	warning.TypeUncertain:     "nothing in the link says what kind of item it is",
	warning.ContainerUnknown:  "the link does not name the book that the chapter is in",
	warning.ContainerSame:     "the journal has the same title as the article",
	warning.DOIContradicted:   "the DOI is that of a part of a book",
	warning.TitlesOverlap:     "the title of the whole begins with the title of the part",
	warning.JournalUnproven:   "nothing but the genre says that it is an article",
	warning.TitleOfReference:  "the title of the whole ends in page numbers",
	warning.ValueCutShort:     "the link ends in the middle of a value",
	warning.PagesBackwards:    "the last page comes before the first",
	warning.NumbersDiffer:     "the link has two different values for FIELD",
	warning.PagesDiffer:       "the pages do not begin at the first page",
	warning.CharactersLost:    "letters were lost on the way",
	warning.TitleUnproven:     "the link does not say whose its only title is",
	warning.TitlesSwapped:     "the titles seem to be under one another’s keys",
	warning.TitleDropped:      "two keys name different titles",
	warning.AuthorImplausible: "something in an author’s name does not belong there",
	warning.TitleImplausible:  "something in the FIELD does not belong there",
	warning.NumberImplausible: "something in the FIELD does not belong there",
	warning.DOIDiffers:        "the DOI is made of other numbers than the link has",
	warning.ValueLost:         "a value of the link is in no field",
	warning.NameAmbiguous:     "an author’s name can be split in two ways",
}
