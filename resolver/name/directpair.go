package name

import (
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// splitDirectPair reads two whole names in direct order with a comma between: "Edith A. Marlowe,
// Clara Weston". Of one heading the first part is the family name, which neither has an initial
// inside nor begins with a given name.
func splitDirectPair(s string) []string {
	first, second, _ := strings.Cut(strings.TrimRight(s, " ."), ",")
	second = strings.TrimSpace(second)
	if !endsInName(first) || !endsInName(second) || isAffiliation(first, second) {
		return nil
	}
	if !hasInnerInitial(first) && !(beginsWithGiven(first) && beginsWithGiven(second)) {
		return nil
	}
	return []string{first, second}
}

// endsInName reports whether a text is two names or more, of which the last is whole.
func endsInName(s string) bool {
	return !endsShort(s) && !isSuffix(s[strings.LastIndexByte(s, ' ')+1:]) && LooksPersonal(s)
}

// hasInnerInitial reports whether the second word of several is an initial.
func hasInnerInitial(s string) bool {
	_, rest, _ := strings.Cut(s, " ")
	second, _, _ := strings.Cut(rest, " ")
	return isDotted(second)
}

// beginsWithGiven reports whether the first word of a name is a given name and the last is not.
func beginsWithGiven(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return IsGiven(first) && !hasGivenName(s[strings.LastIndexByte(s, ' ')+1:]) && !doubleFamilies[text.Fold(s)]
}

// hasGivenName reports whether the first word of a text is a given name.
func hasGivenName(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return IsGiven(word)
}

// ParseDirectPair reads the value of the key for the family name, where a source has names in direct
// order: a name, a comma, and another name or where the person works, "Ann Roe, LocksToday Lund". It
// returns nil for anything else, such as a heading.
func ParseDirectPair(s string) []Name {
	first, second, _ := strings.Cut(s, ", ")
	if strings.IndexByte(second, ',') >= 0 || !LooksPersonal(first) || !LooksPersonal(second) || !isNameOnly(second) {
		return nil
	}
	if before, last, two := strings.Cut(first, " "); two && isTwoFamilies(before, last) { // García Márquez, Ana Sofía
		return nil
	}
	names := ParseList(first)
	if isWorkplace(second) || len(names) != 1 {
		return names
	}
	return AppendList(names, second)
}

// isWorkplace reports whether a text is hardly a name: it begins with The, or has a word in capitals, or with one
// inside, that the others lack.
func isWorkplace(s string) bool {
	if s == strings.ToUpper(s) {
		return isNewsroom(s)
	}
	if strings.HasPrefix(s, "The ") {
		return true
	}
	for word := range strings.FieldsSeq(s) {
		if isInitials(word) && len(word) == 2 || isRunTogether(word) {
			return true
		}
	}
	return isNewsroom(s)
}

// isRunTogether reports whether a word has capitals inside as websites write them: LocksToday. McWeir,
// Smith-Hall and O'Hara have them too.
func isRunTogether(word string) bool {
	if strings.HasPrefix(word, "Mc") || strings.HasPrefix(word, "Mac") || strings.ContainsAny(word, "-'’.") {
		return false
	}
	return strings.ContainsFunc(word[1:], unicode.IsUpper) && strings.ContainsFunc(word, unicode.IsLower)
}
