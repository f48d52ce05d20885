package requestform

import "lendlink/resolver/citation"

// Metadata formats of the OpenURL registry.
const (
	formatBook         = "info:ofi/fmt:kev:mtx:book"
	formatJournal      = "info:ofi/fmt:kev:mtx:journal"
	formatDissertation = "info:ofi/fmt:kev:mtx:dissertation"
	formatPatent       = "info:ofi/fmt:kev:mtx:patent"
	formatDC           = "info:ofi/fmt:kev:mtx:dc"
	formatEither       = "" // book or journal, as the item's numbers say
)

// layout is how an item is sent: under which genre, in which format, and whether
// as a part of something, with a title of its own beside the whole's.
type layout struct {
	genre, format string
	part          bool
}

// byType is how each type is sent where the settings say nothing else.
var byType = map[citation.Type]layout{
	citation.Book:       {"book", formatBook, false},
	citation.Chapter:    {"bookitem", formatBook, true},
	citation.Article:    {"article", formatJournal, true},
	citation.Paper:      {"proceeding", formatEither, true},
	citation.Periodical: {"journal", formatJournal, false},
	citation.Report:     {"report", formatBook, false},
	// The dissertation format has no genre; OCLC's own sources send this one.
	citation.Thesis: {"dissertation", formatDissertation, false},
	// Nor has the patent format, and no other genre means a patent: the format says
	// it, the genre claims nothing.
	citation.Patent: {"unknown", formatPatent, false},
	// Any other format would claim that the item is a book or from a journal.
	citation.Document: {"unknown", formatDC, false},
}

// byGenre is what a genre asks for, whatever type is sent under it. With a genre
// that is not here (unknown, or one of the library's own) the type's layout stays.
var byGenre = map[string]layout{
	"book":         {"book", formatBook, false},
	"bookitem":     {"bookitem", formatBook, true},
	"report":       {"report", formatBook, false},
	"document":     {"document", formatBook, false},
	"article":      {"article", formatJournal, true},
	"preprint":     {"preprint", formatJournal, true},
	"journal":      {"journal", formatJournal, false},
	"issue":        {"issue", formatJournal, false},
	"proceeding":   {"proceeding", formatEither, true},
	"conference":   {"conference", formatEither, false},
	"dissertation": {"dissertation", formatDissertation, false},
}

// layout decides how the item is sent.
func (f *Form) layout(c *citation.Citation) layout {
	l, ok := byType[c.Type]
	if !ok {
		l = byType[citation.Document]
	}
	if genre := f.Types[c.Type].Genre; genre != "" {
		if other, ok := byGenre[genre]; ok {
			// A whole stays one also under the genre of a part: its title fills
			// the field of the whole, the part's stays empty.
			other.part = other.part && l.part
			l = other
		}
		l.genre = genre
	}
	if l.format == formatEither {
		// A paper is in a journal when an ISSN is known; but beside an ISBN the
		// ISSN is that of the volume's series.
		l.format = formatBook
		if c.ISSN != "" && c.ISBN == "" {
			l.format = formatJournal
		}
	}
	return l
}
