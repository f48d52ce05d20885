package openurl

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// spacingAccents are accents that are characters of their own, each with the one that combines with a letter before it, and
// the letters that have it. Articles whose text was taken from print have them after the letter: Mu¨ller, Garcı´a.
var spacingAccents = map[rune]struct{ mark, letters string }{
	'¨': {"\u0308", "aeiouyAEIOUY"},
	'´': {"\u0301", "aeiouAEIOU"},
	'¸': {"\u0327", "csCS"},
	'ˇ': {"\u030C", "cdenrszCDENRSZ"},
	'˜': {"\u0303", "anoANO"},
	'ˆ': {"\u0302", "aeiouAEIOU"},
}

// dotless are letters i as print has them below an accent.
var dotless = strings.NewReplacer("ı´", "í", "ı¨", "ï", "ıˆ", "î")

// isSpacingAccent reports whether a rune is one of spacingAccents.
func isSpacingAccent(r rune) bool {
	switch r {
	case '¨', '´', '¸', 'ˇ', '˜', 'ˆ':
		return true
	}
	return false
}

// joinAccents joins the accents after letters inside words with their letters.
func joinAccents(s string, isName bool) string {
	if !strings.ContainsFunc(s, isSpacingAccent) {
		return s
	}
	runes := []rune(dotless.Replace(s))
	var b strings.Builder
	for i, r := range runes {
		accent := spacingAccents[r]
		if i > 0 && i+1 < len(runes) && strings.ContainsRune(accent.letters, runes[i-1]) && isAccent(r, runes[i+1], isName) {
			b.WriteString(accent.mark)
		} else {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// isAccent reports whether what follows an accent is the rest of a word, in a name also after an acute accent: elsewhere
// that is an apostrophe as well, we´re, and before a vowel the sign of Arabic names, al-Ma´arri.
func isAccent(accent, after rune, isName bool) bool {
	if accent == '´' {
		return isName && unicode.IsLower(after) && !strings.ContainsRune("aeiou", after)
	}
	return unicode.IsLetter(after)
}
