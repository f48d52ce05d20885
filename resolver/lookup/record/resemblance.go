package record

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// minSimilarity is how alike two titles must be, from 0 to 1. Titles of one item that
// differ in spelling, an article or a word come out above 0.8; titles of
// different items of one field, which share words, below 0.6.
const minSimilarity = 0.7

// minPrefix is how many letters a title cut short must have left so that they
// distinguish it from others.
const minPrefix = 15

// Resembles reports whether two titles can be those of one item. Case, accents,
// punctuation, a missing subtitle and an end cut off make no difference; a
// different word or spelling may be in a long title. An empty title
// resembles nothing.
func Resembles(a, b string) bool {
	wholeA, wholeB := letters(a), letters(b)
	if len(wholeA) == 0 || len(wholeB) == 0 {
		return false
	}
	if alike(wholeA, wholeB) >= minSimilarity {
		return true
	}
	// One lacks the subtitle. Two that differ in their subtitles are two.
	if alike(letters(mainTitle(a)), wholeB) >= minSimilarity || alike(wholeA, letters(mainTitle(b))) >= minSimilarity {
		return true
	}
	// One is cut short.
	n := min(len(wholeA), len(wholeB))
	return n >= minPrefix && alike(wholeA[:n], wholeB[:n]) >= 0.9
}

// mainTitle returns a title without its subtitle.
func mainTitle(s string) string {
	for _, mark := range [...]string{": ", " - ", " – ", " — ", "? ", ". "} {
		if head, _, found := strings.Cut(s, mark); found {
			return head
		}
	}
	return s
}

// letters returns the bare letters and digits of a title, folded.
func letters(s string) []rune {
	folded := make([]rune, 0, len(s))
	for _, r := range norm.NFKD.String(strings.ReplaceAll(s, "&", " and ")) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			folded = append(folded, unicode.ToLower(r))
		}
	}
	return folded
}

// alike is the Sørensen–Dice coefficient of two texts' pairs of neighbouring
// letters: 1 when they have the same pairs, 0 when none. It needs no words, so
// it serves scripts without blanks.
func alike(a, b []rune) float64 {
	if string(a) == string(b) {
		return 1
	}
	pairs := make(map[[2]rune]int, len(a))
	for i := range len(a) - 1 {
		pairs[[2]rune(a[i:])]++
	}
	shared := 0
	for i := range len(b) - 1 {
		if pair := [2]rune(b[i:]); pairs[pair] > 0 {
			pairs[pair]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(max(1, len(a)+len(b)-2))
}

// SameName reports whether two family names can be one person's: case, accents and
// hyphens make no difference, and one may be a part of the other's double name.
func SameName(a, b string) bool {
	x, y := string(letters(a)), string(letters(b))
	if x == "" || y == "" {
		return false
	}
	return x == y || hasWord(a, y) || hasWord(b, x)
}

// hasWord reports whether a name has a word that is folded to this one.
func hasWord(name, word string) bool {
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '‐' || r == '‑' }) {
		if string(letters(part)) == word {
			return true
		}
	}
	return false
}
