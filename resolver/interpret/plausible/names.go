package plausible

import (
	"strings"
	"unicode"

	"lendlink/resolver/name"
	"lendlink/resolver/text"
)

// noNameSigns are signs and digits that no person's name has. Brackets and quotation marks are around
// nicknames and maiden names.
var noNameSigns = text.Chars("&;|/\\{}[]<>=_@#$%^:+0123456789")

func hasSign(n *name.Name) bool {
	return noNameSigns.In(n.Family) || noNameSigns.In(n.Given) || strings.Contains(n.Family, " · ") || strings.Contains(n.Given, " · ")
}

// hasCommonWord reports whether a name with capitals has a word in small letters that is not a particle:
// "Ann with Tom Weir". The first word of each part is the bearer's own way to write it: bell hooks.
func hasCommonWord(n *name.Name) bool { return endsCommon(n.Family) || endsCommon(n.Given) }

func endsCommon(s string) bool {
	if strings.IndexByte(s, ' ') < 0 || strings.IndexFunc(s, unicode.IsUpper) < 0 {
		return false
	}
	first, before := true, ""
	for word := range strings.FieldsSeq(s) {
		if word == "und" && !strings.EqualFold(before, "von") { // von und zu Roe
			return true
		}
		before = word
		isCommon := len(word) > 1 && isSmall(word) && !inArabic[word]
		if !first && isCommon && !name.IsParticle(word) {
			return true
		}
		first = false
	}
	return false
}

// inArabic are articles inside Arabic given names as they are written in South Asia: Inam ul Haque.
var inArabic = smallWords(`ul ud ur us uz un`)

// isSmall reports whether a word has small letters of ASCII alone.
func isSmall(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || 'z' < word[i] {
			return false
		}
	}
	return true
}

// beginsWithInitial reports whether the first word of a family name is an initial, "J. Ottavio". O, D, L and
// M may have lost an apostrophe, and Romans have three names: M. Valerius Longus.
func beginsWithInitial(n *name.Name) bool {
	first, rest, more := strings.Cut(n.Family, " ")
	if second, _, longer := strings.Cut(rest, " "); longer && !name.IsParticle(second) {
		return false
	}
	initial, dotted := strings.CutSuffix(first, ".")
	if !more || len(initial) != 1 || !isCapital(initial[0]) {
		return false
	}
	return dotted || strings.IndexByte("ODLM", initial[0]) < 0
}

// endsInInitial reports whether the last word of a family name of more is an initial with its period, or one before
// another: "Ann K.", "Roe K" with M.
func endsInInitial(n *name.Name) bool {
	family, dotted := strings.CutSuffix(n.Family, ".")
	i := strings.LastIndexByte(family, ' ')
	if i < 0 || i != len(family)-2 || !isCapital(family[i+1]) {
		return false
	}
	return dotted || len(strings.TrimSuffix(n.Given, ".")) == 1
}

// isInitials reports whether a family name is made of initials with periods, "J. K.", "J.K", or is one consonant. E, I,
// O, U and Y are family names of one letter.
func isInitials(n *name.Name) bool {
	if len(n.Family) == 1 && n.Given != "" {
		return isCapital(n.Family[0]) && strings.IndexByte("AEIOUY", n.Family[0]) < 0
	}
	if n.Given == "" {
		return false
	}
	for initial := range strings.SplitSeq(strings.TrimSuffix(n.Family, "."), ".") {
		if initial = strings.TrimLeft(initial, " "); len(initial) != 1 || !isCapital(initial[0]) {
			return false
		}
	}
	return true
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// posts are what people are called who write for a paper. Folded.
var posts = text.Words(`correspondent reporter columnist journalist photographer staff editor editors writer newsroom contributor`)

// hasOrganisationInGiven reports whether a given name of several words has one of an organisation or a post: "Ann Roe
// University".
func hasOrganisationInGiven(n *name.Name) bool {
	if strings.IndexByte(n.Given, ' ') < 0 { // most names
		return false
	}
	_, others, _ := strings.Cut(n.Given, " ")
	for word := range strings.FieldsSeq(others) {
		if len(word) > 4 && (name.IsOrganisationWord(word) || posts.Has(word)) {
			return true
		}
	}
	return false
}

// hasFamilyInGiven reports whether a given name has the family name once more, and goes on: "Roe, A Roe A". After
// all given names it is that of a peer: "Roe, Alfred Roe, Baron".
func hasFamilyInGiven(n *name.Name) bool {
	rest, more := n.Given, len(n.Given) > len(n.Family)+1
	for word := ""; more; {
		word, rest, more = strings.Cut(rest, " ")
		if more && word == n.Family {
			return true
		}
	}
	return false
}

// takesInGiven reports whether a family name of two words ends in a given name, and initials or another given name
// are after it: "Roe Ann, K.", "Roe Ann, Mary".
func takesInGiven(n *name.Name) bool {
	first, second, _ := strings.Cut(n.Family, " ")
	if name.IsParticle(first) || !name.IsGiven(second) {
		return false
	}
	given, _, _ := strings.Cut(n.Given, " ")
	return name.IsGiven(given) || len(strings.Trim(given, ".")) == 1
}

// mixesScripts reports whether the family name is in another script than the given name, or a name is in Latin letters
// and in Cyrillic ones that look like them.
func mixesScripts(n *name.Name) bool {
	family, given := hasLatin(n.Family), hasLatin(n.Given)
	if family && hasCyrillic(n.Family) || given && hasCyrillic(n.Given) {
		return true
	}
	return family != given && text.HasLetter(n.Family) && text.HasLetter(n.Given)
}

func hasLatin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

func hasCyrillic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

// mostTwins is how many authors are compared with one another; a link may have a hundred, each of many words.
const mostTwins = 20

// twins returns an author all of whose words, two or more, are another's too: "Roe, Ann Lee" and "Roe Ann, Lee".
func twins(item *Item) string {
	all := item.Citation.Author
	all = all[:min(len(all), mostTwins)]
	for i := range all {
		for j := range all {
			if i != j && all[i].Given != "" && isWithin(&all[i], &all[j]) {
				return all[i].String()
			}
		}
	}
	return ""
}

// isWithin reports whether another person's name has every word of a name, or is that without the blank between: RoeAnn.
func isWithin(n, other *name.Name) bool {
	if other.Given == "" && other.Family == n.Family+n.Given {
		return true
	}
	if more := len(other.Family) - len(n.Family); more > 0 && more < 3 && len(n.Given) > 2 && n.Given == other.Given {
		return strings.HasPrefix(other.Family, n.Family) // a footnote's letter after it
	}
	for _, part := range [...]string{n.Family, n.Given} {
		for word := range strings.FieldsSeq(part) {
			if !hasWord(other.Family, word) && !hasWord(other.Given, word) {
				return false
			}
		}
	}
	return true
}

func hasWord(s, word string) bool {
	for w := range strings.FieldsSeq(s) {
		if w == word {
			return true
		}
	}
	return false
}

// namesake returns an author who has the name of the container, or a person that of the item or its publisher.
func namesake(item *Item) string {
	c := item.Citation
	for i := range c.Author {
		n := &c.Author[i]
		if isCalled(n, c.ContainerTitle) || n.Given != "" && (isCalled(n, c.Title) || isCalled(n, c.Publisher)) {
			return n.String()
		}
	}
	return ""
}

// isCalled reports whether a text is the name, in either order, and nothing else.
func isCalled(n *name.Name, s string) bool {
	if n.Literal != "" {
		return s == n.Literal
	}
	rest, begins := strings.CutPrefix(s, n.Family)
	if begins && strings.TrimLeft(rest, ", ") == n.Given {
		return true
	}
	rest, ends := strings.CutSuffix(s, n.Family)
	return ends && strings.TrimRight(rest, " ") == n.Given
}

// mostWords is how many words the names of most organisations have at most.
const mostWords = 9

// titleForOrganisation returns an organisation whose name reads like a title: with a colon or a question mark, or in many words.
func titleForOrganisation(item *Item) string {
	for i := range item.Citation.Author {
		n := item.Citation.Author[i].Literal
		if n == "" {
			continue
		}
		own, _, _ := strings.Cut(n, "(") // Weir Congress (7th : 1984 : Oslo)
		hasMark := strings.Contains(own, ": ") || strings.Contains(own, "?")
		if hasMark || strings.Count(n, " ") >= mostWords || n == item.Citation.Title && strings.Count(n, " ") > 3 {
			return n
		}
	}
	return ""
}
