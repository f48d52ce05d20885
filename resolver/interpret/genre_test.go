package interpret

import (
	"slices"
	"testing"

	"lendlink/resolver/openurl"
)

// wordsFor are words that sources send, by what they mean.
var wordsFor = map[genre][]string{
	noGenre: {"", "Unknown", "other", "none", "Text", "text_resource"},
	bookGenre: {"book", "Books", "[book]", "eBook", "e-book", "Monograph", "print book", "printed book", "electronic book", "large print",
		"textbook", "hardcover", "paperback", "Buch", "livre", "libro", "livro", "audiobook", "audio book"},
	itemGenre: {"bookitem", "bookitems", "book item", "book_item", "book-item", "Chapter", "bookchapter", "Book Chapter", "book_chapter",
		"book-chapter", "book part", "bookpart", "booksection", "book section", "inbook", "incollection", "Buchkapitel"},
	articleGenre: {"article", "articles", "journal article", "journal_article", "journal-article", "journalArticle", "magazineArticle",
		"magazine article", "magazine_article", "book review", "book_review", "review", "Artikel"},
	preprintGenre: {"preprint"},
	newsGenre:     {"news", "newspaper", "newspaperArticle"},
	proceedingGenre: {"proceeding", "proceedings", "conference paper", "conference_paper", "conferencePaper", "conference proceeding",
		"conference_proceeding", "conferenceProceeding", "inproceedings", "Konferenz"},
	conferenceGenre: {"conference"},
	journalGenre:    {"journal", "issue", "periodical", "serial", "magazine"},
	reportGenre:     {"report", "technical report", "technical_report", "techreport"},
	documentGenre:   {"document"},
	thesisGenre:     {"dissertation", "Dissertations & Theses", "thesis", "doctoralThesis"},
	patentGenre:     {"patent"},
	foreignGenre:    {"map", "database", "loan"},
}

func TestGenreWords(t *testing.T) {
	for want, words := range wordsFor {
		for _, word := range words {
			if got := parseGenre(word); got != want {
				t.Errorf("%q is genre %d, want %d", word, got, want)
			}
		}
	}
}

// TestEveryGenreMatters takes out one row of genres at a time, and demands that one of the words means something else.
func TestEveryGenreMatters(t *testing.T) {
	all := genres
	defer func() { genres = all }()
	for i, row := range all {
		genres = slices.Delete(slices.Clone(all), i, i+1)
		changed := func(word string) bool { return parseGenre(word) != row.genre }
		if !slices.ContainsFunc(wordsFor[row.genre], changed) {
			t.Errorf("no word needs the row %q", row.name)
		}
	}
}

// What a link has for a genre is read where it has none.
func TestGenreOf(t *testing.T) {
	for link, want := range map[string]genre{
		"genre=article&rft.object_type=chapter":          articleGenre,
		"genre=unknown&object_type=chapter":              itemGenre,
		"object_type=book":                               noGenre,
		"object_type=map":                                noGenre,
		"rft.type=newspaperArticle":                      newsGenre,
		"rft.type=info:eu-repo/semantics/doctoralThesis": thesisGenre,
		"rft.type=Dataset":                               foreignGenre,
		"rft.type=Image":                                 noGenre,
		"rft.format=Conference":                          conferenceGenre,
		"form=21":                                        bookGenre,
		"form=22":                                        articleGenre,
		"form=23":                                        itemGenre,
		"form=24":                                        noGenre,
	} {
		if got := genreOf(openurl.Parse(link)); got != want {
			t.Errorf("%s has genre %d, want %d", link, got, want)
		}
	}
}
