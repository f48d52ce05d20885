package name

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"lendlink/resolver/text"
)

//go:embed given-names.txt
var givenNamesText string

// givenNames are words that are given names and hardly ever family names, as written.
var givenNames = func() map[string]bool {
	m := map[string]bool{}
	for name := range text.ListLines(givenNamesText) {
		m[name] = true
	}
	return m
}()

// IsGiven reports whether a word is a given name and hardly ever a family name, as it is written or in capitals.
func IsGiven(word string) bool {
	if givenNames[word] {
		return true
	}
	_, size := utf8.DecodeRuneInString(word)
	rest := word[size:]
	if rest == "" || 'a' <= rest[0] && rest[0] <= 'z' || rest != strings.ToUpper(rest) { // most words
		return false
	}
	return givenNames[word[:size]+strings.ToLower(rest)]
}

//go:embed double-families.txt
var doubleFamiliesText string

// doubleFamilies are family names of two words of which the first is a given name too, folded.
var doubleFamilies = foldedLines(doubleFamiliesText)

// foldedLines makes a set of the lines of a list.
func foldedLines(list string) map[string]bool {
	m := map[string]bool{}
	for line := range text.ListLines(list) {
		m[text.Fold(line)] = true
	}
	return m
}

// isDirectOrder reports whether what came as a family name is a whole name in direct order:
// it begins with an initial or a given name, "J. Moreau", "Rosalind Pemberton", or has an
// initial between other words, "Nissim B. Cohen". Family names of two words are not:
// Vaughan Williams, Vargas Molina.
func isDirectOrder(family string) bool {
	first, rest, _ := strings.Cut(family, " ")
	if doubleFamilies[text.Fold(family)] || IsSingle(family) || joinsTwo(family) {
		return false
	}
	if second, _, _ := strings.Cut(rest, " "); isDotted(second) {
		return true
	}
	if IsGiven(first) || isHyphenatedGiven(first, rest) {
		return true
	}
	return isDotted(first) || isInitial(first) || isMarkedLast(family) || hasInnerParticle(first, rest)
}

// IsAmbiguous reports whether a person's name could be split in two ways and nothing in it
// says which: a family name of several words without a given name, which may be a whole name
// in direct order.
func (n Name) IsAmbiguous() bool {
	switch {
	case n.Given != "":
		return mayBeTwo(n)
	case joinsTwo(n.Family):
		return true
	}
	words := strings.Fields(n.Family)
	switch {
	case len(words) < 2:
		return false
	case particles.Has(words[0]) || doubleFamilies[text.Fold(n.Family)] ||
		isRegnal(words[len(words)-1]) && !shortFamilies[words[len(words)-1]]:
		return false
	case IsSingle(n.Family) || isAbdName(words[0], words[1]):
		return false
	}
	return true
}

// IsHanPair reports whether a text is two names of two Han characters each with a space
// between: 山口 健一 is one person, 李明 王伟 are two, and nothing says which.
func IsHanPair(s string) bool {
	if !isEastAsian(s) { // most names
		return false
	}
	words := strings.Fields(s)
	return len(words) == 2 && isHan(words[0], 2) && isHan(words[1], 2)
}

// joinsTwo reports whether a family name is those of two persons: Lee/Roe, "Lee and Roe".
func joinsTwo(family string) bool {
	return strings.ContainsAny(family, "/|+&") || strings.Contains(family, " and ")
}

// mayBeTwo reports whether a name may be that of two persons in direct order, with a comma between:
// "Rosalind Okonkwo, Hanne Berger". Of one person a family name hardly ever begins with a given name.
func mayBeTwo(n Name) bool {
	if strings.Count(n.Family, " ") != 1 || strings.Count(n.Given, " ") != 1 { // most names
		return false
	}
	if !hasGivenName(n.Family) || doubleFamilies[text.Fold(n.Family)] {
		return false
	}
	_, family, _ := strings.Cut(n.Family, " ")
	_, last, _ := strings.Cut(n.Given, " ")
	if newsroomWords.Has(last) { // Martin Holmes, TV Insider
		return true
	}
	isShort := len(last) < 3 || isInitials(last) || isDotted(last)
	return !isShort && !hasGivenName(last) && !particles.Has(last) && !isHispanicFamily(family)
}
