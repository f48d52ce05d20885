package requestform

import (
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/placeholder"
)

// Metadata formats of the OpenURL registry.
const (
	formatBook         = "info:ofi/fmt:kev:mtx:book"
	formatJournal      = "info:ofi/fmt:kev:mtx:journal"
	formatDissertation = "info:ofi/fmt:kev:mtx:dissertation"
	formatPatent       = "info:ofi/fmt:kev:mtx:patent"
	formatDC           = "info:ofi/fmt:kev:mtx:dc"
)

// shape is how an item is sent: under which genre, in which format, and whether
// as a part of something, with a title of its own besides the whole's.
type shape struct {
	genre, format string
	part          bool
}

// genreRow is how the items of a type are sent, where the condition holds.
type genreRow struct {
	of   citation.Type
	when func(*citation.Citation) bool
	as   shape
}

func always(*citation.Citation) bool { return true }

// inJournal reports whether a paper is in a journal: when an ISSN is known; but
// with an ISBN the ISSN is that of the volume's series.
func inJournal(c *citation.Citation) bool { return c.ISSN != "" && c.ISBN == "" }

func inContainer(c *citation.Citation) bool { return c.ContainerTitle != "" }

// openURLGenres is how each type is sent where neither the form nor the settings say
// otherwise. Of several rows that hold the first counts.
var openURLGenres = []genreRow{
	{citation.Book, always, shape{"book", formatBook, false}},
	{citation.Chapter, always, shape{"bookitem", formatBook, true}},
	{citation.Article, always, shape{"article", formatJournal, true}},
	{citation.Paper, inJournal, shape{"proceeding", formatJournal, true}},
	{citation.Paper, always, shape{"proceeding", formatBook, true}},
	{citation.Periodical, always, shape{"journal", formatJournal, false}},
	{citation.Report, always, shape{"report", formatBook, false}},
	// The dissertation format has no genre; OCLC's own sources send this one.
	{citation.Thesis, always, shape{"dissertation", formatDissertation, false}},
	// Nor has the patent format, and no other genre means a patent: the format says
	// it, the genre claims nothing.
	{citation.Patent, always, shape{"unknown", formatPatent, false}},
	// Any other format would claim that the item is a book or from a journal.
	{citation.Document, always, shape{"unknown", formatDC, false}},
}

// openURLOther are the genres under which no type is sent by default, and the
// others where the type's own row does not say which of several it means.
var openURLOther = []genreRow{
	{"", always, shape{"document", formatBook, false}},
	{"", always, shape{"preprint", formatJournal, true}},
	{"", always, shape{"issue", formatJournal, false}},
	{"", inJournal, shape{"conference", formatJournal, false}},
	{"", always, shape{"conference", formatBook, false}},
}

// shape decides how an item is sent; genre is what the settings ask for, or "".
// A genre of the library's own keeps the type's shape.
func (s *spec) shape(c *citation.Citation, genre string) shape {
	tables := [][]genreRow{s.genres, openURLGenres, openURLOther}
	if s.foreign {
		tables = tables[:1]
	}
	sh, _ := pick(tables, c, func(r genreRow) bool { return r.of == c.Type })
	if genre == "" {
		return sh
	}
	known := func(r genreRow) bool { return r.as.genre == genre && genre != "unknown" }
	if other, ok := pick(tables, c, known); ok {
		// A whole stays one also under the genre of a part: its title fills
		// the field of the whole, the part's stays empty.
		other.part = other.part && sh.part
		sh = other
	}
	sh.genre = genre
	return sh
}

// pick returns the shape of the first row that is wanted and holds.
func pick(tables [][]genreRow, c *citation.Citation, wanted func(genreRow) bool) (shape, bool) {
	for _, table := range tables {
		for _, r := range table {
			if wanted(r) && r.when(c) {
				return r.as, true
			}
		}
	}
	return shape{}, false
}

// Genres returns the genres that settings can send a type under.
func Genres(name Service) []string {
	s := specOf(name)
	tables := [][]genreRow{s.genres, openURLGenres, openURLOther}
	genres := []string{"patent"}
	if s.foreign {
		tables, genres = tables[:1], nil
	}
	for _, table := range tables {
		for _, r := range table {
			genres = append(genres, r.as.genre)
		}
	}
	slices.Sort(genres)
	return slices.Compact(genres)
}

// place puts the item's own title and its container's in the fields that the genre's
// form has. A form has a field for the whole's title and, for articles and chapters,
// one for the part's:
//
//   - with a container, that is the whole and the own title the part. So a chapter
//     sent as an article fills the Article form with the book as its journal
//     title; sent as a book it asks for the book and still names the chapter.
//   - a part without known container sends its own title as the part's alone,
//     rather than as a book that does not exist. A form for wholes has no such
//     field, so there it goes in the only one.
//
// The dc format has no key for a book's or a journal's title.
func (s shape) place(it *placeholder.Item) {
	title, container := placeholder.Clean(it.Citation.Title), placeholder.Clean(it.Citation.ContainerTitle)
	switch {
	case container != "":
		it.Whole, it.Part = container, title
	case s.part:
		it.Part = title
	default:
		it.Whole = title
	}
	it.Genre, it.Format = s.genre, s.format
	switch s.format {
	case formatJournal:
		it.Journal = it.Whole
	case formatDC:
	default:
		it.Book = it.Whole
	}
}

// The conditions of rows.

func whole(s shape) bool      { return !s.part }
func isPart(s shape) bool     { return s.part }
func article(s shape) bool    { return s.part && s.format == formatJournal }
func bookPart(s shape) bool   { return s.part && s.format != formatJournal }
func notArticle(s shape) bool { return !article(s) }
