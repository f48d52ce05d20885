package name

import (
	"slices"
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// FamilyFirst returns the name of a person whose family name comes first without a comma: "Tanaka
// Yumi", "van den Berg Jan". It reports whether there is one.
func FamilyFirst(s string) (Name, bool) {
	words := strings.Fields(text.Tidy(s))
	end := slices.IndexFunc(words, func(word string) bool { return !particles.Has(word) }) + 1
	if end == 0 || end == len(words) || commas.In(s) || isOrganisation(s) {
		return Name{}, false
	}
	n := Name{Family: strings.Join(words[:end], " ")}
	n.ReadGiven(strings.Join(words[end:], " "))
	return n, true
}

// shortFamilies are family names of two or three letters that MEDLINE's initials look like, in
// capitals.
var shortFamilies = text.SpelledWords(`LI LEE WU XU HU YU LU NG ALI ROY RAY ZIA FOX COX DAY SUN TAN LIM DAS RAO SEN NYE KIM LIN LIU`)

// pinyinFamilies are frequent Chinese family names that are hardly ever given ones, and no family
// names of other peoples: in "Zhou Xin" the family name comes first, and "Zhou Taylor" has neither
// order for certain.
var pinyinFamilies = text.SpelledWords(`Zhang Zhou Zhao Zheng Zhu Wang Huang Xu Xie Liu Guo Cao Deng Peng Zeng Jiang Cai Feng Qiu`)

// isUnknownOrder reports whether nothing says which of a name's words is the family name: all is in
// capitals and the last may be initials (YIYUN LI), or the first is a Chinese family name and
// the second is not.
func isUnknownOrder(tokens []string) bool {
	last := len(tokens) - 1
	end := tokens[last]
	if shortFamilies[end] && !isInitials(tokens[last-1]) && !isDotted(tokens[last-1]) {
		return !IsGiven(tokens[0])
	}
	return !isInitials(end) && pinyinFamilies[tokens[0]] && !pinyinFamilies[end]
}

// innerParticles are particles of Dutch and German that begin a family name and are never in the middle of one:
// "Marijke van der Velde" is in direct order, "García de la Torre" may be a family name.
var innerParticles = map[string]bool{"van": true, "von": true, "vom": true, "zum": true, "zur": true, "ter": true, "ten": true}

// hasInnerParticle reports whether one of them is in the middle of a name that begins with no particle.
func hasInnerParticle(first, rest string) bool {
	if particles.Has(first) {
		return false
	}
	for word := range strings.FieldsSeq(rest) {
		if innerParticles[word] {
			return !strings.HasSuffix(rest, word)
		}
	}
	return false
}

// isMarkedLast reports whether the last word of a name alone is in capitals, which marks the family name:
// "Dang CHEN".
func isMarkedLast(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	last := s[i+1:]
	if len(last) < 4 || last != strings.ToUpper(last) || strings.Contains(last, ".") {
		return false
	}
	for word := range strings.FieldsSeq(s[:max(i, 0)]) {
		if !strings.ContainsFunc(word, unicode.IsLower) || particles.Has(word) {
			return false
		}
	}
	return i > 0
}

// isHyphenatedGiven reports whether two words are a given name of two syllables with a hyphen between, as
// Korea and Taiwan write it, and a family name of there: "Hyo-Jin Park".
func isHyphenatedGiven(first, rest string) bool {
	one, two, joined := strings.Cut(first, "-")
	isShort := len(one) < 6 && len(two) < 6 && one != "" && two != ""
	return joined && isShort && romanFamilies[rest]
}

// isMarkedAfter reports whether the parts of a heading were turned around: a given name, and a family name
// in capitals, "Alexandra, LOCKMAN".
func isMarkedAfter(first, second string) bool {
	isWord := len(second) > 3 && !strings.ContainsAny(second, " .-")
	return isWord && IsGiven(first) && first != strings.ToUpper(first) && second == strings.ToUpper(second)
}

// vietnameseFamilies are frequent family names of Vietnam, folded.
var vietnameseFamilies = text.Words(`nguyen tran pham huynh hoang phan dang bui duong truong trinh dinh`)

// vietnameseMiddles are the middle names of men and women there, folded. Van is no particle then.
var vietnameseMiddles = text.Words(`van thi`)

// isVietnamese reports whether a name is in the order of Vietnam, where the family name comes first: "Trần Thị Lan".
func isVietnamese(tokens []string) bool {
	return len(tokens) > 2 && vietnameseFamilies.Has(tokens[0]) && vietnameseMiddles.Has(tokens[1]) && !beginsSmall(tokens[1])
}

// areTurned reports whether the keys for the family and the given name have each other's value: the heading "Barone,
// Michael." was cut at its blank, so that the family name has the comma and the given name ends the heading.
func areTurned(last, first string) bool {
	if first == "" || first[len(first)-1] != ',' { // most names
		return false
	}
	given, ends := strings.CutSuffix(last, ".")
	return ends && isOnlyGiven(given) && !hasGivenName(strings.TrimRight(first, ","))
}

// isOnlyGiven reports whether a text is one word that is a given name.
func isOnlyGiven(s string) bool { return IsGiven(s) && strings.IndexByte(s, ' ') < 0 }

// isTurnedHeading reports whether in a heading with two commas, "Michael,, Barone", the given name came first.
func isTurnedHeading(heading, family, given string) bool {
	return strings.Contains(heading, ",,") && isOnlyGiven(family) && !hasGivenName(given)
}

// isInBrackets reports whether a text is one bracket and nothing else, which says what a person is: (Journalist).
func isInBrackets(s string) bool {
	if s == "" || s[0] != '(' { // most names
		return false
	}
	s = strings.TrimRight(s, " ,.")
	return strings.IndexByte(s, ')') == len(s)-1
}
