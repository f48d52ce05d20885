package name

import (
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// forenameAbbreviations are shortened given names of old imprints.
var forenameAbbreviations = text.SpelledWords(`Thos Chas Geo Jas Robt Benj Saml Jos Edw Alex Wm Jno Chr Fred Hon Rev
	Esq Jr Sr Jnr Snr Prof`)

// footnoteMarks are what pages have after names and titles.
const footnoteMarks = "*†‡§|¹²³⁴⁵⁶⁷⁸⁹⁰"

// setGiven sets the given name; a suffix at its end becomes the name's, and
// what follows another comma (a degree, an affiliation) is not a name.
func (n *Name) setGiven(s string) {
	s = cutFormsOfAddress(cleanGiven(s), 1)
	for i := strings.LastIndexByte(s, ' '); i > 0 && isSuffix(s[i+1:]) || isOnlySuffix(s); i = strings.LastIndexByte(s, ' ') {
		n.Suffix = s[i+1:]
		s = strings.TrimRight(s[:max(i, 0)], " ,")
	}
	if head, _, ok := strings.Cut(s, ","); ok {
		s = cleanGiven(head)
	}
	if !text.HasLetter(s) || isFormOfAddress(s) {
		s = ""
	}
	n.Given = s
}

// HasAddition reports whether after a given name of several words and a comma comes more
// than a heading has there: in "Chris Partner, Weir Services" the second word may be a post.
func HasAddition(given string) bool {
	head, tail, _ := strings.Cut(text.Tidy(given), ",")
	if tail = strings.TrimSpace(tail); tail == "" || !strings.Contains(strings.TrimSpace(head), " ") {
		return false
	}
	if strings.IndexByte(head, ';') >= 0 { // the next one of a list
		return false
	}
	isDegree := degrees.Has(tail) || plainDegrees[tail] || isDegreeList(strings.TrimSuffix(tail, "."))
	return !isDegree && !isSuffix(tail) && !isRelator(tail) && !isLifeDate(tail)
}

// aroundGiven is what catalogues and lists of authors leave around a given name.
var aroundGiven = text.Chars(" ,;:=*-")

// cleanGiven trims a given name, its final period included.
func cleanGiven(s string) string {
	for before := ""; s != before; {
		before = s
		s = cutGivenPeriod(aroundGiven.Trim(s))
		s = cutDegrees(text.CutFootnote(s, footnoteMarks+"0123456789"), 1)
	}
	return s
}

// cutGivenPeriod cuts the period that ends a heading, also after a given name of
// two letters with a vowel among them: "Yi." is whole, "Wm." and "Th." are not.
func cutGivenPeriod(s string) string {
	if t := text.CutPeriod(s, forenameAbbreviations); t != s {
		return t
	}
	bare := strings.TrimSuffix(s, ".")
	token := bare[strings.LastIndexByte(bare, ' ')+1:]
	if isShortName(token) && !text.Abbreviations[token] {
		return bare
	}
	return s
}

// isShortName reports whether a word is a name of two letters, Al or Jo, and no abbreviation of one.
func isShortName(word string) bool {
	if len(word) != 2 || !vowels.In(word) {
		return false
	}
	return unicode.IsUpper(rune(word[0])) && unicode.IsLower(rune(word[1]))
}

var vowels = text.Chars("AEIOUYaeiouy")

// cleanFamily trims a family name, its final period included.
func cleanFamily(s string) string {
	for before := ""; s != before; {
		before = s
		s = text.CutPeriod(aroundFamily.Trim(s), forenameAbbreviations)
	}
	return s
}

var aroundFamily = text.Chars(" ,;*")
