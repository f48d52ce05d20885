package interpret

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
)

// suspect gathers what makes a value of the link doubtful, whatever the type is.
func (r *reader) suspect(e *evidence) {
	isNumbered := e.issn || e.volume || e.issue || e.pages
	isAlone := e.atitle == "" && !e.jtitle && !isNumbered
	e.titleAlone = e.author && isAlone && hasWords(e.container, 3) && !namesJournal(e.container)
	e.titlesSwapped = e.container != "" && namesJournal(e.atitle) && !namesJournal(e.container)
	e.lettersLost = r.hasLostLetters()
	e.pagesDiffer = r.pagesDiffer()
	e.dayDate = isDay(r.co.Get(openurl.Date))
	if r.c.ISSN == "" { // databases have marks of their own in its place
		mark := r.co.Get(openurl.ISSN)
		e.ericMark, e.paperMark = strings.HasPrefix(mark, "ERICRIE"), strings.Contains(mark, "Conferenc")
	}
	lacksGenre := e.genre == noGenre && r.quirks.has(booksHaveGenre) // else no doubt needs the date
	e.withISBNs = !lacksGenre || r.mayHaveISBN()
}

// isDay reports whether a date is written with its day, 20180821. The first of a month means the
// month or the year.
func isDay(date string) bool {
	return len(date) == len("20180821") && text.AllDigits(date) && !strings.HasSuffix(date, "01")
}

// titleAndJournal reports whether title and jtitle name two works and nothing else is an article's
// title: then title is that. A short form of the journal's title is not another work.
func (r *reader) titleAndJournal(e *evidence) bool {
	title, journal := r.title(openurl.Title), r.title(openurl.JTitle)
	switch {
	case e.atitle != "" || e.isbn:
		return false
	case partGenres[e.genre] || e.genre == noGenre:
		return hasWords(title, 2) && !isShortFor(title, journal) && !isShortFor(journal, title)
	}
	return false
}

// isOthersJournal reports whether title and jtitle of a journal with a person for an author name two works: a
// link resolver filled the link in from a record of another item.
func (r *reader) isOthersJournal(e *evidence) bool {
	if e.genre != journalGenre || !e.person {
		return false
	}
	title, journal := r.title(openurl.Title), r.title(openurl.JTitle)
	return !isShortFor(title, journal) && !isShortFor(journal, title)
}

// hasWords reports whether a text has as many words, or more.
func hasWords(s string, least int) bool {
	for range strings.FieldsSeq(s) {
		if least--; least == 0 {
			return true
		}
	}
	return false
}

// isShortFor reports whether a title is another one with its words shortened or left out: "J.
// Fluv. Stud.", "Fluvial Studies".
func isShortFor(short, long string) bool {
	words := strings.Fields(strings.ToLower(long))
	for word := range strings.FieldsSeq(strings.ToLower(short)) {
		word = strings.Trim(word, ".,:()")
		for len(words) > 0 && !strings.HasPrefix(strings.Trim(words[0], ".,:()"), word) {
			words = words[1:]
		}
		if len(words) == 0 {
			return false
		}
		words = words[1:]
	}
	return true
}

// journalBeginnings are how titles of journals begin and titles of articles do not. In lower case.
var journalBeginnings = text.BeginningsOf(
	"journal of ", "the journal of ", "international journal of ", "european journal of ", "american journal of ", "british journal of ",
	"annals of the ", "transactions of the ", "proceedings of the ", "bulletin of the ", "zeitschrift für ", "archiv für ",
	"revue d'", "revue de ", "revue des ", "rivista di ", "revista de ", "revista española de ", "revista brasileira de ",
)

// namesJournal reports whether a title is what a journal would be called.
func namesJournal(title string) bool { return journalBeginnings.Begin(title) }

// bookWords are in the titles of books with parts by many hands, and seldom in those of journals. Folded.
var bookWords = text.Words(`handbook encyclopedia encyclopaedia dictionary companion textbook casebook sourcebook
	handbuch lexikon worterbuch enzyklopadie encyclopedie dictionnaire manuel enciclopedia diccionario dizionario
	festschrift amicorum`)

// namesBook reports whether a title is what a book of many parts would be called, or has a publisher after it:
// "Handbook of weirs", "Weirs and towns (Weir Press)".
func namesBook(title string) bool {
	if strings.HasSuffix(title, " Press)") {
		return true
	}
	for word := range strings.FieldsSeq(title) {
		if bookWords.Has(word) {
			return true
		}
	}
	return false
}

// pagesDiffer reports whether the pages are a range that does not begin at the first page, which
// came under its own key. With an article's number without a last page they are its own, from 1 on.
func (r *reader) pagesDiffer() bool {
	if r.co.Get(openurl.Pages) == "" || r.co.Get(openurl.SPage) == "" {
		return false
	}
	whole, start := citation.CleanPages(r.co.Get(openurl.Pages)), citation.CleanPages(r.co.Get(openurl.SPage))
	first, _, isRange := strings.Cut(whole, "-")
	start, _, _ = strings.Cut(start, "-")
	if !isRange || !text.AllDigits(first) || !text.AllDigits(start) {
		return false
	}
	isOwn := text.Atoi(first) == 1 && r.co.Get(openurl.EPage) == ""
	return !isOwn && text.Atoi(first) != text.Atoi(start)
}
