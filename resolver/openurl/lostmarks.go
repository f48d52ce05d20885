package openurl

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// restoreWords puts right the words that WorldCat sends without their signs. It has question marks where
// it has marks that combine with the letter before them: "Congresso Internacional Damia?o de
// Go?is". What is left are the words without accents, by which they are found. FirstSearch, through which it
// was searched, and its other databases have blanks for some signs, too.
func (co *ContextObject) restoreWords() {
	_, isFirstSearch := text.CutFold(co.Source, "firstsearch")
	if !isFirstSearch && !text.ContainsAnyOf(co.Source, worldCat) {
		return
	}
	known := co.hasLostMarks()
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if !p.Field.mayLoseMarks() {
			continue
		}
		v := withoutLostMarks(p.Value, nameFields[p.Field] || p.Field == AuInitM, known)
		if isFirstSearch && titleFields[p.Field] {
			v = withStops(v)
		}
		if v != p.Value {
			co.warnOnce(warning.EncodingRepaired, p.Key, v)
			p.set(v)
		}
	}
}

// worldCat are spellings of the catalogue's name in names of sources, without the first letter.
var worldCat = []string{"orldcat", "orldCat", "ORLDCAT"}

// mayLoseMarks reports whether a field has words with accents.
func (f Field) mayLoseMarks() bool { return f.isText() || f == AuInitM || f == Edition }

// hasLostMarks reports whether a question mark is inside a word of the link.
func (co *ContextObject) hasLostMarks() bool {
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if !p.Field.mayLoseMarks() {
			continue
		}
		for i := range len(p.Value) {
			if p.Value[i] != '?' {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(p.Value[:i])
			after, _ := utf8.DecodeRuneInString(p.Value[i+1:])
			if isWithin(before, after) {
				return true
			}
		}
	}
	return false
}

// isWithin reports whether a question mark between two runes is inside a word; a letter may have two
// marks, Vie??t.
func isWithin(before, after rune) bool {
	return (unicode.IsLetter(before) || before == '?') && unicode.IsLower(after)
}

// withoutLostMarks removes the question marks that came in place of lost marks. A text that has none
// inside a word keeps its own, except what no question has: one before a word or before a period.
// The one at the end of a text stays unless the last word has another inside. Known says that other words
// of the link lost marks.
func withoutLostMarks(s string, isName, known bool) string {
	if strings.IndexByte(s, '?') < 0 {
		return s
	}
	runes := []rune(s)
	at := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return 0
		}
		return runes[i]
	}
	after := make([]rune, len(runes)+1) // what comes after the question marks from a place on: a letter may have two
	for i, r := range slices.Backward(runes) {
		after[i] = r
		if r == '?' {
			after[i] = after[i+1]
		}
	}
	inside, insideLast := false, false
	for i, r := range runes {
		isInside := r == '?' && isWithin(at(i-1), at(i+1))
		inside = inside || isInside
		insideLast = !unicode.IsSpace(r) && (insideLast || isInside)
	}
	isMark := func(i int) bool {
		switch {
		case !unicode.IsLetter(at(i - 1)):
			return unicode.IsLetter(after[i])
		case at(i+1) == '.':
			return known || !asks(s)
		}
		return known && at(i+1) == ' ' && unicode.IsLower(at(i+2))
	}
	if inside || isName {
		mayEnd := isName || insideLast
		isMark = func(i int) bool {
			return unicode.IsLetter(at(i-1)) && (mayEnd || i+1 < len(runes)) || unicode.IsLetter(at(i+1))
		}
	}
	var b strings.Builder
	for i, r := range runes {
		if r != '?' || !isMark(i) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// questionWords are in questions, in the languages of most catalogues.
var questionWords = setOf(`who whom whose what which why when where how is are was were do does did can could should will would
	qui que quoi quel quelle pourquoi comment ou est quien cual como donde cuando por wer wie warum wo wann ist sind
	chi cosa come perche dove quo quid`)

// asks reports whether a text has the word of a question.
func asks(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if questionWords[text.Fold(word)] {
			return true
		}
	}
	return false
}

// titleFields are the fields that hold titles.
var titleFields = [fieldCount]bool{ATitle: true, BTitle: true, JTitle: true, Title: true, STitle: true}

// withStops returns a title with the signs for which FirstSearch has a blank, so that two or three come together:
// the semicolon, by which it separates values, and the stroke before who is responsible. "Locks and weirs  a
// history   by Ann Lee".
func withStops(title string) string {
	if !strings.Contains(title, "  ") { // most titles
		return title
	}
	var b strings.Builder
	for i := 0; i < len(title); {
		rest := strings.TrimLeft(title[i:], " ")
		blanks := len(title) - i - len(rest)
		isBetween := i > 0 && rest != "" && isWord(title[i-1]) && isWord(rest[0])
		switch {
		case blanks < 2 || !isBetween:
			b.WriteString(title[i : i+blanks])
		case blanks == 2:
			b.WriteString("; ")
		default:
			b.WriteString(" / ")
		}
		i += blanks
		for i < len(title) && title[i] != ' ' {
			b.WriteByte(title[i])
			i++
		}
	}
	return b.String()
}

// isWord reports whether a byte is of a word: a letter, a digit or of a character beyond ASCII.
func isWord(c byte) bool { return c >= utf8.RuneSelf || text.IsDigit(c) || text.IsASCIILetter(c) }
