package interpret

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
)

// genre is what the source says the item is. It is a hint, not the truth.
type genre uint8

const (
	noGenre      genre = iota // none, or one that says nothing: unknown, other
	foreignGenre              // a word that OpenURL does not have: map, database
	bookGenre                 // book
	itemGenre                 // bookitem: a part of a book
	articleGenre              // article
	preprintGenre
	newsGenre
	proceedingGenre // one paper
	conferenceGenre // the volume
	journalGenre    // journal, issue
	reportGenre
	documentGenre
	thesisGenre
	patentGenre
)

// genres are the values that sources send, in lower case. What begins with one
// counts as it (books, articles); the longest fits.
var genres = []struct {
	name  string
	genre genre
}{
	// Summon's, without blanks
	{"conferencepaper", proceedingGenre}, {"conferenceproceeding", proceedingGenre},
	{"journalarticle", articleGenre},
	// Zotero's, DSpace's
	{"magazinearticle", articleGenre}, {"bookpart", itemGenre}, {"booksection", itemGenre}, {"book section", itemGenre},
	// BibTeX's, which ADS sends
	{"inproceedings", proceedingGenre}, {"incollection", itemGenre},
	{"techreport", reportGenre}, {"technical_report", reportGenre},
	{"print book", bookGenre}, {"printed book", bookGenre}, {"electronic book", bookGenre},
	{"large print", bookGenre}, {"textbook", bookGenre}, {"hardcover", bookGenre}, {"paperback", bookGenre},
	{"buch", bookGenre}, {"livre", bookGenre}, {"libro", bookGenre}, {"livro", bookGenre}, {"text", noGenre},
	{"audiobook", bookGenre}, {"audio book", bookGenre},
	// German repositories'
	{"artikel", articleGenre}, {"buchkapitel", itemGenre}, {"konferenz", proceedingGenre},
	{"unknown", noGenre}, {"other", noGenre}, {"none", noGenre},
	{"book", bookGenre}, {"ebook", bookGenre}, {"e-book", bookGenre}, {"monograph", bookGenre},
	{"bookitem", itemGenre}, {"book item", itemGenre}, {"book_item", itemGenre}, {"book-item", itemGenre},
	{"chapter", itemGenre}, {"bookchapter", itemGenre}, {"book chapter", itemGenre}, {"book_chapter", itemGenre},
	{"book-chapter", itemGenre}, {"book part", itemGenre}, {"inbook", itemGenre},
	{"article", articleGenre}, {"journal article", articleGenre}, {"journal_article", articleGenre},
	{"journal-article", articleGenre}, {"magazine article", articleGenre}, {"magazine_article", articleGenre},
	{"book review", articleGenre}, {"book_review", articleGenre}, {"review", articleGenre},
	{"preprint", preprintGenre},
	{"news", newsGenre},
	{"proceeding", proceedingGenre}, {"conference paper", proceedingGenre}, {"conference_paper", proceedingGenre},
	{"conference proceeding", proceedingGenre}, {"conference_proceeding", proceedingGenre},
	{"conference", conferenceGenre},
	{"journal", journalGenre}, {"issue", journalGenre}, {"periodical", journalGenre}, {"serial", journalGenre}, {"magazine", journalGenre},
	{"report", reportGenre}, {"technical report", reportGenre}, {"document", documentGenre},
	{"patent", patentGenre},
}

// genreOf returns what the link says the item is: by its genre, else by another key that says so.
func genreOf(co *openurl.ContextObject) genre {
	g := parseGenre(co.Get(openurl.Genre))
	if g == noGenre {
		g = objectGenre(co.Get(openurl.ObjectType))
	}
	if g == noGenre {
		g = dcGenre(co.Get(openurl.DCType))
	}
	if g == noGenre {
		g = dcGenre(co.Get(openurl.DCFormat))
	}
	if g == noGenre {
		g = formGenres[co.Get(openurl.Form)]
	}
	return g
}

func parseGenre(s string) genre {
	s = strings.ToLower(strings.Trim(text.Tidy(s), " .,:;/[]"))
	if s == "" {
		return noGenre
	}
	if strings.Contains(s, "dissert") || strings.Contains(s, "thes") {
		return thesisGenre
	}
	switch s { // the usual ones
	case "book":
		return bookGenre
	case "article":
		return articleGenre
	case "bookitem":
		return itemGenre
	}
	found, longest := foreignGenre, 0
	for _, g := range genres {
		if len(g.name) > longest && strings.HasPrefix(s, g.name) {
			found, longest = g.genre, len(g.name)
		}
	}
	return found
}

// objectGenre reads Alma's object_type where there is no genre. BOOK says
// nothing: parts of books have it too.
func objectGenre(s string) genre {
	if g := parseGenre(s); g != bookGenre && g != foreignGenre {
		return g
	}
	return noGenre
}

// formGenres are the types for which ILLiad has its fixed forms.
var formGenres = map[string]genre{"21": bookGenre, "22": articleGenre, "23": itemGenre}

// dcGenre reads the type of a Dublin Core record where there is no genre: Zotero sends
// articles in newspapers so, repositories theses (info:eu-repo/semantics/doctoralThesis).
// Other types, such as Text, say nothing, except that a data set is not a book.
func dcGenre(s string) genre {
	s = s[strings.LastIndexByte(s, '/')+1:]
	if g := parseGenre(s); g != foreignGenre || strings.EqualFold(s, "dataset") {
		return g
	}
	return noGenre
}

// agrees reports whether a genre fits the type that was found. A genre that says nothing contradicts
// nothing.
func (g genre) agrees(t citation.Type) bool {
	for _, ok := range genreTypes[g] {
		if ok == t {
			return true
		}
	}
	return genreTypes[g] == nil
}

var genreTypes = [...][]citation.Type{
	bookGenre: {citation.Book}, itemGenre: {citation.Chapter}, articleGenre: {citation.Article},
	preprintGenre: {citation.Article}, newsGenre: {citation.Article, citation.Periodical},
	proceedingGenre: {citation.Paper}, conferenceGenre: {citation.Paper, citation.Book},
	journalGenre: {citation.Periodical}, reportGenre: {citation.Report},
	thesisGenre: {citation.Thesis}, patentGenre: {citation.Patent},
}

// format is the metadata format that rft_val_fmt names.
type format uint8

const (
	noFormat format = iota
	bookFormat
	journalFormat
	dissertationFormat
	patentFormat
	dcFormat
)

var formats = []struct {
	name   string
	format format
}{
	{"book", bookFormat}, {"journal", journalFormat}, {"dissertation", dissertationFormat},
	{"patent", patentFormat}, {"dc", dcFormat}, {"oai_dc", dcFormat},
}

// parseFormat reads the last part of info:ofi/fmt:kev:mtx:book, however the
// parts before it are written.
func parseFormat(s string) format {
	s = strings.ToLower(s[strings.LastIndexAny(s, ":/")+1:])
	for _, f := range formats {
		if strings.HasPrefix(s, f.name) {
			return f.format
		}
	}
	return noFormat
}
