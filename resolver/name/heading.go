package name

import (
	"strings"
	"unicode/utf8"
)

// wordOrder is the order of two words of a name.
type wordOrder uint8

const (
	eitherOrder wordOrder = iota // nothing says
	familyFirst
	familyLast
)

// headingOf writes a part of a list of headings that lost its comma, "Roe Ann", as they have it:
// ProQuest leaves it out in some. Where neither word of the part says which is the family name,
// the other such parts of the list do: they come from one place. Otherwise it is unknown.
func headingOf(part, list string) (heading string, unknown bool) {
	first, last, ok := cutTwoNames(part)
	if !ok {
		return part, false
	}
	order := orderOf(first, last)
	if order == eitherOrder {
		order = listOrder(list)
	}
	switch {
	case order == familyFirst:
		return first + ", " + last, false
	case order == familyLast:
		return part, false
	}
	return part, !hasGivenName(first)
}

// cutTwoNames splits a name of two words without a comma, neither of which is initials.
func cutTwoNames(part string) (first, last string, ok bool) {
	first, last, ok = strings.Cut(part, " ")
	hasMore := strings.ContainsAny(part, ",.&/") || strings.IndexByte(last, ' ') >= 0
	return first, last, ok && !hasMore && !isInitials(first) && !isInitials(last)
}

// orderOf returns the order of two words of a name, as far as they show it.
func orderOf(first, last string) wordOrder {
	isFirst, isLast := isFamilyWord(first), isFamilyWord(last)
	switch {
	case hasGivenName(first) && hasGivenName(last):
		return eitherOrder
	case hasGivenName(first), isLast && !isFirst:
		return familyLast
	case hasGivenName(last), isFirst && !isLast:
		return familyFirst
	}
	return eitherOrder
}

// isFamilyWord reports whether a word of a name is a family name that is hardly ever a given one.
func isFamilyWord(s string) bool {
	return pinyinFamilies[s] || isHispanicFamily(s) || isDoubleFamily(s)
}

// isDoubleFamily reports whether a word is two family names with a hyphen: Horvath-Stein. Given
// names are joined so too, Jean-Luc, and the syllables of those in East Asia.
func isDoubleFamily(s string) bool {
	i := strings.IndexAny(s, "-‐")
	if i < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	first, second := s[:i], s[i+size:]
	return !hasGivenName(first) && !hasGivenName(second) && !(isSyllable(first) && isSyllable(second))
}

// listOrder returns the order of the parts of a list that lost their comma, where they
// agree. A part of more words in direct order begins with a given name.
func listOrder(list string) wordOrder {
	found := eitherOrder
	for part := range strings.SplitSeq(CutOthers(list), ";") {
		part = strings.TrimSpace(part)
		order := eitherOrder
		if first, last, ok := cutTwoNames(part); ok {
			order = orderOf(first, last)
		}
		if order == eitherOrder {
			continue
		}
		if found != eitherOrder && found != order {
			return eitherOrder
		}
		found = order
	}
	return found
}
