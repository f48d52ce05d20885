package name

import (
	"strings"

	"lendlink/resolver/text"
)

// Most names are plain: "Garner, W. L.", or aulast=Garner with aufirst=Ann. The rules for all other names would leave
// them as they are, but take half of what reading a link's names costs.

// marked are the words of plain names that some rule looks for, written as names are.
var marked = func() map[string]bool {
	m := map[string]bool{}
	for _, words := range []text.WordSet{
		anonymousWords, suffixes, degrees, honorifics, sovereigns, relatorEnds, companyForms, newsroomWords, abdWords,
	} {
		for word := range words.All() {
			m[titled(word)] = true
		}
	}
	for _, words := range others {
		m[titled(words[strings.LastIndexByte(words, ' ')+1:])] = true
	}
	for word := range groupEnds {
		m[word] = true
	}
	for word := range postEnds {
		m[word] = true
	}
	return m
}()

// titled returns a word of ASCII in small letters with a capital.
func titled(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// plainHeading returns the name that a plain heading or a single word is.
func plainHeading(s string) (Name, bool) {
	family, given, comma := strings.Cut(s, ", ")
	if !isPlainWord(family) || comma && (!isPlainGiven(given) || anonymousWords.Has(s)) {
		return Name{}, false
	}
	return Name{Family: family, Given: given}, true
}

// plainParts does so for a family and a given name. Without that the first may be a heading.
func plainParts(last, first string) (Name, bool) {
	if first == "" {
		return plainHeading(last)
	}
	if !isPlainWord(last) || !isPlainGiven(first) {
		return Name{}, false
	}
	if strings.HasSuffix(first, last) || text.SameFold(first, last) { // the family name is in both
		return Name{}, false
	}
	return Name{Family: last, Given: first}, true
}

// isPlainWord reports whether a text is a capital and small letters, and not marked.
func isPlainWord(s string) bool {
	if len(s) < 2 || !isCapital(s[0]) {
		return false
	}
	for i := 1; i < len(s); i++ {
		if s[i] < 'a' || 'z' < s[i] {
			return false
		}
	}
	return !marked[s]
}

// isPlainGiven reports whether a text is such words and initials.
func isPlainGiven(s string) bool {
	for word, rest, more := "", s, true; more; {
		word, rest, more = strings.Cut(rest, " ")
		isInitial := word != "" && isCapital(word[0]) && (len(word) == 1 || word[1:] == ".")
		if !isInitial && !isPlainWord(word) {
			return false
		}
	}
	return true
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }
