package prose

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CutWish cuts the words that wish for the reference after them, with no sign between: "please
// order Roe A. Lamps 1978", "I need a copy of". They are in small letters, and what is after
// them is built like a reference: "I Need a Lamp" is a title.
func CutWish(s string) (rest, wished string) {
	if len(s) > longest {
		return s, ""
	}
	all := words(s)
	end, found := wishUpTo(all)
	if end == 0 || end == len(all) {
		return s, ""
	}
	wished = strings.TrimSpace(s[:all[end-1].end])
	rest = strings.TrimSpace(s[all[end-1].end:])
	if strings.ContainsAny(wished, ".,:;!?()") || !beginsReference(rest) || !names(rest, found, len(all)-end) {
		return s, ""
	}
	return strings.TrimRight(rest, "? "), wished
}

// names reports whether what is wished for, in so many words, is a certain work: it has the parts of a reference, or
// says who wrote it.
func names(rest string, wished kind, length int) bool {
	enough := 2
	switch {
	case bylined.MatchString(rest):
		return true
	case wished&(request|verb|thing) == 0: // "I need Ann: a memoir"
		return false
	case wished&(request|verb) != 0 && length > 2:
		enough = 1
	}
	return pointsOf(rest) >= enough
}

// bylined is a title and who wrote it, at the end of a text or before the year: "Lamps by Zadie Roe".
var bylined = regexp.MustCompile(`\pL (?:by|von|par|por) \p{Lu}[\pL'’.-]*(?: \p{Lu}[\pL'’.-]*){1,3}(?:,? \(?(?:1[5-9]|20)\d\d\)?)?[.? ]*$`)

// wishUpTo returns how many words at the beginning of a text wish for something and say what
// kind of thing it is, and the kinds of their phrases; 0 where they do not say enough.
func wishUpTo(all []word) (end int, found kind) {
	end, found = longestAt(all, 0, wish)
	if end == 0 {
		return 0, 0
	}
	for next := verb | between | thing; ; next = verb | between | thing {
		if found&thing != 0 {
			next |= naming
		}
		n, kinds := longestAt(all, end, next)
		if n == 0 {
			article, _ := longestAt(all, end, determiner)
			n, kinds = longestAt(all, end+article, thing)
			n += article
		}
		if kinds == 0 {
			break
		}
		end, found = end+n, found|kinds
	}
	return end, found
}

// longestAt returns the number of words of the longest phrase of a kind at a place, and its kinds.
// It is in small letters but for the first word of a text, I, Sie and a German noun.
func longestAt(all []word, at int, of kind) (most int, kinds kind) {
	if at == len(all) {
		return 0, 0
	}
	for _, p := range phrases[all[at].folded] {
		if p.kind&of == 0 || len(p.words) <= most || !p.at(all[at:]) {
			continue
		}
		own := all[max(at, 1) : at+len(p.words)]
		if !slices.ContainsFunc(own, func(w word) bool { return w.large && !p.mayBeLarge(w) }) {
			most, kinds = len(p.words), p.kind
		}
	}
	return most, kinds
}

// mayBeLarge reports whether a word of a wish that is not its first may have a capital.
func (p *phrase) mayBeLarge(w word) bool {
	return p.kind&noun != 0 || w.folded == "i" || w.folded == "sie"
}

// beginsReference reports whether what is after a wish can be the beginning of a reference. In
// a text with capitals it has one.
func beginsReference(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(first) || unicode.IsDigit(first) || strings.ContainsRune(`"“„«'‘`, first):
		return true
	case !unicode.IsLetter(first):
		return false
	}
	return !strings.ContainsFunc(s, unicode.IsUpper)
}
