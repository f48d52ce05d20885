package plausible

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// lostTitle returns a title of the link of which no word came into the citation. A journal's title with a book is
// that of a series, with a thesis or a patent that of a database or a gazette.
func lostTitle(item *Item) string {
	c := item.Citation
	if c.Type == citation.Thesis || c.Type == citation.Patent || item.Warnings.Has(warning.PlaceholderDropped) {
		return ""
	}
	for _, f := range [...]openurl.Field{openurl.ATitle, openurl.BTitle, openurl.JTitle} {
		i := item.Link.Index(f)
		isOthers := f == openurl.JTitle && c.Type == citation.Book
		if i < 0 || isOthers || item.Uses.IsUsed(i) {
			continue
		}
		if v := item.Link.Pairs[i].Value; !sharesWord(v, c.Title, c.ContainerTitle, c.CollectionTitle, c.Publisher) {
			return v
		}
	}
	return ""
}

// sharesWord reports whether one of these texts has a word of a value.
func sharesWord(value string, texts ...string) bool {
	for word := range strings.FieldsSeq(value) { // most values, without a copy
		for _, t := range texts {
			if len(word) > 2 && strings.Contains(t, word) { // no "in" or "of"
				return true
			}
		}
	}
	folded := text.Fold(strings.Join(texts, " "))
	hasWords := false
	for word := range strings.FieldsSeq(value) {
		word = text.Fold(word)
		if len(word) < 3 {
			continue
		}
		hasWords = true
		if strings.Contains(folded, word) {
			return true
		}
	}
	return !hasWords
}

// singleKeys are the keys whose values have no other key in them.
var singleKeys = [...]openurl.Field{openurl.Date, openurl.Volume, openurl.Issue, openurl.SPage, openurl.EPage, openurl.Pages,
	openurl.AuLast, openurl.AuFirst}

// keyInValue returns a value with another key in it, since the sign between the two was lost: date=1999volume=12.
func keyInValue(item *Item) string {
	for _, f := range singleKeys {
		v := item.Link.Get(f)
		i := strings.IndexByte(v, '=')
		if i < 0 { // most values
			continue
		}
		before, after := v[:i], v[i+1:]
		if after != "" && len(before) > 1 && text.AllLetters(before[len(before)-2:]) {
			return v
		}
	}
	return ""
}

// lostDate returns a date of digits alone in which no year was found. What a catalogue writes for a decade or a guess
// is not a mistake, nor is a run of years, nor 9999, which has no end.
func lostDate(item *Item) string {
	if item.Citation.Type == citation.Periodical {
		return ""
	}
	for _, w := range item.Warnings {
		if w.Code == warning.DateInvalid && text.AllDigits(w.Detail) && strings.Trim(w.Detail, "0") != "" && w.Detail != "9999" {
			return w.Detail
		}
	}
	return ""
}

// pageForBook returns the address of a page on the web that is all by which a book could be found: it has no
// number, no place and no edition, and nothing but the format says that it is one.
func pageForBook(item *Item) string {
	c := item.Citation
	hasNumber := c.ISBN != "" || c.DOI != "" || c.Custom != (citation.Custom{})
	if c.Type != citation.Book || hasNumber || c.Edition != "" || c.PublisherPlace != "" {
		return ""
	}
	if genre := item.Link.Get(openurl.Genre); genre != "" && genre != "unknown" {
		return ""
	}
	for _, f := range [...]openurl.Field{openurl.ID, openurl.Identifier} {
		for _, v := range item.Link.All(f) {
			if (strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://")) && !text.ContainsAnyOf(v, ofBooks[:]) {
				return v
			}
		}
	}
	return ""
}

// ofBooks are in the addresses of libraries of books.
var ofBooks = [...]string{"archive.org", "books.google.", "hathitrust.", "gutenberg.", "gallica.", "openlibrary.", "worldcat."}
