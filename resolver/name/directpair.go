package name

import (
	"strings"

	"lendlink/resolver/text"
)

// splitDirectPair reads two whole names in direct order with a comma between: "Edith A. Marlowe,
// Clara Weston". Of one heading the first part is the family name, which neither has an initial
// inside nor begins with a given name.
func splitDirectPair(s string) []string {
	first, second, _ := strings.Cut(strings.TrimRight(s, " ."), ",")
	second = strings.TrimSpace(second)
	if strings.IndexByte(first, ' ') < 0 || !endsInName(first) || !endsInName(second) {
		return nil
	}
	if !hasInnerInitial(first) && !(beginsWithGiven(first) && beginsWithGiven(second)) {
		return nil
	}
	return []string{first, second}
}

// endsInName reports whether a text is two names or more, of which the last is whole.
func endsInName(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	isShort := len(last) < 3 || isInitials(last) || isDotted(last) || isSuffix(last)
	return !isShort && LooksPersonal(s) && isNameOnly(s)
}

// hasInnerInitial reports whether the second word of several is an initial.
func hasInnerInitial(s string) bool {
	words := strings.Fields(s)
	return len(words) > 2 && isDotted(words[1])
}

// beginsWithGiven reports whether the first word of a name is a given name and the last is none.
func beginsWithGiven(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return givenNames[first] && !hasGivenName(s[strings.LastIndexByte(s, ' ')+1:]) && !doubleFamilies[text.Fold(s)]
}

// hasGivenName reports whether the first word of a text is a given name.
func hasGivenName(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return givenNames[word] || givenNames[capitalised(word)]
}
