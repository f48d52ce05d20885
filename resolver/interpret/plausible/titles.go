package plausible

import (
	"strings"
	"unicode"

	"lendlink/resolver/citation"
	"lendlink/resolver/text"
)

// brackets are those that come in pairs, and a title that was cut has one half of. The quotation marks that
// close a German text open an English one.
var brackets = [...][2]string{{"(", ")"}, {"[", "]"}, {"{", "}"}, {"«", "»"}, {"《", "》"}, {"（", "）"}}

var opening = text.Chars("([{")

// hasOpenBracket reports whether more brackets are opened than closed.
func hasOpenBracket(title string) bool {
	for _, pair := range brackets {
		if strings.Count(title, pair[0]) > strings.Count(title, pair[1]) {
			return true
		}
	}
	return false
}

var markupSigns = text.Chars("\\<{&%[_$")

// hasMarkup reports whether a title has what is left of markup or of an escape: a tag, an entity, \xfc, %C3, the
// brackets of a wiki, a formula.
func hasMarkup(title string) bool {
	for i := range len(title) {
		if !markupSigns.Has(title[i]) {
			continue
		}
		rest := title[i+1:]
		switch title[i] {
		case '\\':
			if isEscape(rest, i > 0 && title[i-1] == ' ') && strings.IndexByte(title, '$') < 0 { // but not in a formula
				return true
			}
		case '<':
			isTag := i == 0 || title[i-1] == ' ' // a<b
			if rest != "" && (rest[0] == '/' || isTag && text.IsASCIILetter(rest[0])) {
				return true
			}
		case '&':
			if isEntity(rest) {
				return true
			}
		case '%':
			isCount := i > 0 && text.IsDigit(title[i-1]) // 50%AB
			if !isCount && isByte(rest) {
				return true
			}
		default:
			if rest != "" && rest[0] == title[i] { // [[Weirs]], $$x$$, __NOTOC__
				return true
			}
		}
	}
	return false
}

// isEscape reports whether a text after a backslash goes on as an escape does, or as an accent of LaTeX: xfc, u00e9,
// 'e. A Greek letter of LaTeX is text, and a backslash before a quotation mark is not an accent.
func isEscape(s string, afterSpace bool) bool {
	if len(s) < 2 {
		return false
	}
	switch s[0] {
	case 'x', 'u':
		return isHex(s[1]) && len(s) > 2 && isHex(s[2])
	case '\'', '"', '^', '`', '~':
		return !afterSpace && text.IsASCIILetter(s[1])
	}
	return false
}

// isEntity reports whether a text after an ampersand goes on as an entity does: #233; or eacute;.
func isEntity(s string) bool {
	name, _, closed := strings.Cut(s, ";")
	if !closed || len(name) < 2 || len(name) > 8 {
		return false
	}
	return name[0] == '#' || text.AllLetters(name)
}

// isByte reports whether a text after a percent sign begins with the digits of a byte: C3. The sign of a chemical
// element is none, in alloys of 2wt%Fe.
func isByte(s string) bool {
	if len(s) < 2 || !isHex(s[0]) || !isHex(s[1]) {
		return false
	}
	isElement := s[0] >= 'A' && s[0] <= 'F' && s[1] >= 'a'
	return !isElement
}

var hexDigits = text.Chars("0123456789ABCDEFabcdef")

func isHex(c byte) bool { return hexDigits.Has(c) }

// leadingOn are words that no title ends in, since something has to follow. In capitals they may be
// names: Vitamin A.
var leadingOn = smallWords(`of the and a its their with from into between der des und von für et les de del y los`)

// leadingFar are words that only a long title does not end in: "Words to live by".
var leadingFar = smallWords(`in to for by with`)

// longTitle is the length of such a title in bytes.
const longTitle = 40

// leadsOn reports whether a title of several words ends in a word that something has to follow, or in the sign for
// one.
func leadsOn(title string) bool {
	i := strings.LastIndexByte(title, ' ')
	if i < 0 {
		return false
	}
	last := title[i+1:]
	if leadingOn[last] || len(title) > longTitle && leadingFar[last] {
		return true
	}
	return last == "&"
}

// isNumber reports whether a title is a number as databases send, five digits or more and hardly a letter.
// Years are not such a number: 1914-1918.
func isNumber(title string) bool {
	digits, letters := 0, 0
	for _, r := range title {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > 4 && letters < 5 && (digits != 8 || letters > 0)
}

// ofJournals end the titles of journals, and not of articles.
var ofJournals = [...]string{"journal", "quarterly", "magazine", "bulletin", "newsletter", "gazette", "zeitschrift"}

// journalForTitle returns a title that a journal would have, where the journal has one of more words.
func journalForTitle(item *Item) string {
	c := item.Citation
	isMore := strings.Count(c.ContainerTitle, " ") > strings.Count(c.Title, " ")
	if c.Type != citation.Article || !isMore {
		return ""
	}
	last := c.Title[strings.LastIndexByte(c.Title, ' ')+1:]
	for _, word := range ofJournals {
		if strings.EqualFold(last, word) {
			return c.Title
		}
	}
	return ""
}

// keysInTitles are keys of OpenURL that come right after a title where the sign between the two was lost.
var keysInTitles = [...]string{"volume", "issue", "date", "spage", "pages", "issn", "isbn", "aulast", "title", "au"}

// hasKey reports whether a title ends in a key and its value: "Weirsvolume=3", "Weirs.rft.date=1999".
func hasKey(title string) bool {
	before, after, _ := strings.Cut(title, "=")
	if after == "" || after[0] == ' ' {
		return false
	}
	for _, key := range keysInTitles {
		if rest, ends := strings.CutSuffix(before, key); ends && !strings.HasSuffix(rest, " ") {
			return true
		}
	}
	return false
}

// headed returns a title that begins with the heading of its author: "Roe, Ann. Mud in weirs".
func headed(item *Item) string {
	for i := range item.Citation.Author {
		n := &item.Citation.Author[i]
		rest := strings.TrimPrefix(item.Citation.Title, n.Family)
		if n.Given != "" && strings.HasPrefix(rest, ", "+n.Given) {
			return item.Citation.Title
		}
	}
	return ""
}

// fileEndings end the names of files. In small letters.
var fileEndings = [...]string{".pdf", ".doc", ".docx", ".html", ".htm", ".php", ".aspx", ".jpg", ".epub", ".txt"}

// addressSigns are those of which each address of a page, DOI and name of a file has one.
var addressSigns = text.Chars(":.")

// isAddress reports whether a title is the address of a page, a DOI, or the name of a file.
func isAddress(title string) bool {
	_, isDOI := text.CutFold(title, "doi:")
	if isDOI || strings.Contains(title, "://") || strings.HasPrefix(title, "www.") {
		return true
	}
	i := strings.LastIndexByte(title, '.')
	if i <= 0 || len(title)-i > len(".docx") {
		return false
	}
	for _, ending := range fileEndings {
		if strings.EqualFold(title[i:], ending) {
			return true
		}
	}
	return false
}

// leastTwice is the length in bytes from which a title that comes twice does so by mistake, unlike "Sing sing".
const leastTwice = 16

// isTwice reports whether the second half of a title is the first once more.
func isTwice(title string) bool {
	if len(title) < leastTwice {
		return false
	}
	for _, between := range [...]string{" / ", "; ", " ", ". ", ".; "} {
		half := (len(title) - len(between)) / 2
		if title[:half] == title[len(title)-half:] && title[half:len(title)-half] == between {
			return true
		}
	}
	return false
}

// smallWords makes a set of words as they are written.
func smallWords(list string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		m[word] = true
	}
	return m
}

var dash = text.Chars("-")

// endsInPages reports whether a title ends in pages as a reference writes them: "(pp. 12-30)".
func endsInPages(title string) bool {
	i := strings.LastIndex(title, "pp. ")
	if i <= 0 {
		return false
	}
	pages := strings.Trim(title[i+len("pp. "):], ")].")
	_, last, _ := strings.Cut(pages, "-")
	return text.AllDigits(last)
}

// noTitles are sent instead of a missing title. In small letters.
var noTitles = smallWords(`untitled unknown notitle fulltext`)

// untitled returns the title of a part that says there is none. A film or a book may be called so.
func untitled(item *Item) string {
	t := item.Citation.Title
	if !item.Citation.Type.HasPages() || len(t) > len("full text") {
		return ""
	}
	if noTitles[strings.ReplaceAll(strings.ToLower(t), " ", "")] {
		return t
	}
	return ""
}

// isbnInTitle returns the title of a book or a chapter with an ISBN in it. A review has that of the book in its own.
func isbnInTitle(item *Item) string {
	if item.Citation.Type != citation.Book && item.Citation.Type != citation.Chapter {
		return ""
	}
	return only(item.Citation.Title, hasISSN)
}

var bar = text.Chars("|")

// hasSite reports whether a title has the name of a site after it: "How weirs work | Weir News".
func hasSite(title string) bool { return strings.Contains(title, " | ") }
