package record

import (
	"strings"
	"unicode"
)

// unabbreviated are the words that abbreviated titles of journals leave out.
var unabbreviated = map[string]bool{
	"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "a": true, "an": true, "to": true,
	"de": true, "la": true, "le": true, "les": true, "des": true, "du": true, "et": true, "der": true, "die": true,
	"das": true, "für": true, "und": true, "y": true, "del": true, "di": true, "e": true,
}

// abbreviates reports whether one title of a journal abbreviates another, word by
// word as ISO 4 does (J Biol Chem) or to its initials (PNAS).
func abbreviates(short, long string) bool {
	words := titleWords(long)
	given := titleWords(short)
	if len(given) == 1 {
		return len(given[0]) >= 3 && strings.HasPrefix(initials(words), given[0])
	}
	i := 0
	for _, word := range words {
		if i < len(given) && strings.HasPrefix(word, given[i]) {
			i++
		} else if i == 0 {
			return false
		}
	}
	return i == len(given)
}

// titleWords returns the words of a title that an abbreviation keeps.
func titleWords(s string) []string {
	var words []string
	for _, word := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !unabbreviated[word] {
			words = append(words, word)
		}
	}
	return words
}

func initials(words []string) string {
	var b strings.Builder
	for _, word := range words {
		for _, r := range word {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}
