package openurl

import (
	"strings"
	"unicode"

	"lendlink/resolver/text"
	"lendlink/resolver/warning"
)

// restoreWords takes the question marks out of words that FirstSearch sends where it has
// marks that combine with the letter before them: "Congresso Internacional Damia?o de
// Go?is". What is left are the words without accents, by which they are found.
func (co *ContextObject) restoreWords() {
	if _, is := text.CutFold(co.Source, "firstsearch"); !is {
		return
	}
	for i := range co.Pairs {
		p := &co.Pairs[i]
		if !p.Field.isText() {
			continue
		}
		if v := withoutLostMarks(p.Value, nameFields[p.Field]); v != p.Value {
			co.warnOnce(warning.EncodingRepaired, p.Key, v)
			p.set(v)
		}
	}
}

// withoutLostMarks leaves question marks in a text that has none inside a word, and the one at
// its end unless another is inside the last word.
func withoutLostMarks(s string, isName bool) string {
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
	inside, insideLast := false, false
	for i, r := range runes {
		isInside := r == '?' && unicode.IsLetter(at(i-1)) && unicode.IsLower(at(i+1))
		inside = inside || isInside
		insideLast = !unicode.IsSpace(r) && (insideLast || isInside)
	}
	if !inside && !isName {
		return s
	}
	var b strings.Builder
	mayEnd := isName || insideLast
	for i, r := range runes {
		isBehind := unicode.IsLetter(at(i-1)) && (mayEnd || i+1 < len(runes))
		if r == '?' && (isBehind || unicode.IsLetter(at(i+1))) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
