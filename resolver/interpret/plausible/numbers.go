package plausible

import (
	"strings"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
)

// notes are words that may come instead of a volume's number. Folded.
var notes = text.Words(`suppl supplement spec special issue series new old sonderheft beiheft`)

// wordyVolume returns a volume that has no number, neither in digits nor in letters, and a word that is not
// one of notes.
func wordyVolume(item *Item) string {
	v := item.Citation.Volume
	if len(v) < 4 || item.Citation.Type == citation.Book || text.Digits.In(v) { // most
		return ""
	}
	for word := range strings.FieldsSeq(v) {
		if len(word) > 3 && text.HasLetter(word) && text.Roman(word) == 0 && !notes.Has(word) {
			return v
		}
	}
	return ""
}

// volume makes a check of one that looks at the volume, and issue of one that looks at the issue.
func volume(holds func(string) bool) func(*Item) string {
	return func(item *Item) string {
		if item.Citation.Type == citation.Book { // v. 1: 1850-1900
			return ""
		}
		return only(item.Citation.Volume, holds)
	}
}

func issue(holds func(string) bool) func(*Item) string {
	return func(item *Item) string { return only(item.Citation.Issue, holds) }
}

// referenceSigns separate the numbers of a reference; pageSigns are those that no pages have.
var (
	referenceSigns = text.Chars(":;=")
	pageSigns      = text.Chars(":;=(")
)

// isReference reports whether a number has what comes after it in a reference: "12 (3): 77", "4, pp. 14", a day.
func isReference(s string) bool {
	if len(s) < 4 || text.AllDigits(s) { // most
		return false
	}
	if isDay(s) || strings.Contains(s, "pp.") || strings.Contains(s, " p.") || strings.Contains(s, " S. ") {
		return true
	}
	return text.IsDigit(s[0]) && referenceSigns.In(s)
}

// isDay reports whether a text is a day as ISO 8601 writes it.
func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// longNumber returns a volume or an issue of six digits or more: an identifier, or the date of a day.
func longNumber(item *Item) string {
	for _, s := range [...]string{item.Citation.Volume, item.Citation.Issue} {
		if len(s) > 5 && text.AllDigits(s) {
			return s
		}
	}
	return ""
}

// pageForVolume returns a volume or an issue of three digits that is the first page, too. Smaller numbers are so
// by chance.
func pageForVolume(item *Item) string {
	c := item.Citation
	first, _, _ := strings.Cut(c.Page, "-")
	if len(first) > 2 && (first == c.Volume || first == c.Issue) {
		return first
	}
	return ""
}

// oddPages returns pages with a sign that separates numbers of other kinds, or with a volume.
func oddPages(item *Item) string { return only(item.Citation.Page, isOddPages) }

func isOddPages(pages string) bool { return pageSigns.In(pages) || strings.Contains(pages, "vol") }

// rolledPages returns pages whose last was sent shorter than the first and is less than what it is short for: 345-3 is read
// as 345-353, but nobody shortens that so.
func rolledPages(item *Item) string {
	first, last := item.Link.Get(openurl.SPage), item.Link.Get(openurl.EPage)
	if first == "" || last == "" {
		first, last, _ = strings.Cut(item.Link.Get(openurl.Pages), "-")
	}
	isShort := len(last) < len(first) && text.AllDigits(first) && text.AllDigits(last)
	if !isShort || last == "0" || last >= first[len(first)-len(last):] {
		return ""
	}
	return item.Citation.Page
}

// mostPages is how many pages a part may have; longer ones are whole books, or end in a number too many.
const mostPages = 500

// manyPages returns a range of more pages than a part has.
func manyPages(item *Item) string {
	first, last, _ := strings.Cut(item.Citation.Page, "-")
	if !text.AllDigits(first) || !text.AllDigits(last) {
		return ""
	}
	if len(last) > 8 || text.Atoi(last)-text.Atoi(first) > mostPages {
		return item.Citation.Page
	}
	return ""
}
