package openurl

import (
	"strings"
	"unicode"
)

// longestSubtitle bounds how far after a ":" isSubtitle looks for what distinguishes a title's words
// from a patron's data.
const longestSubtitle = 200

// subtitleWords are words that subtitles have, and names of persons do not.
var subtitleWords = setOf(`a an the of in and for on to with from as how what why its
	ein eine einer und für im zur zum auf eines une et sur dans pour en un entre por para sobre una con`)

// isSubtitle reports whether what follows a ":" goes on as titles do: "Design & User: a
// study". A login, a number, an address or a person's name does not.
func isSubtitle(value string) bool {
	if !isProse(value) {
		return false
	}
	words := strings.Fields(strings.ToLower(subtitleOf(value)))
	if len(words) < 2 {
		return false
	}
	for _, word := range words {
		if subtitleWords[word] {
			return true
		}
	}
	return false
}

// isProse reports whether what follows a ":" is words: a blank first, and no sign of a
// number or an address.
func isProse(value string) bool {
	text := subtitleOf(value)
	for i, r := range text {
		isOfAddress := strings.ContainsRune("@＠_", r)
		if i == 0 && !unicode.IsSpace(r) || unicode.IsDigit(r) || isOfAddress {
			return false
		}
	}
	return text != ""
}

// subtitleOf returns the beginning of a value, decoded, up to the next pair.
func subtitleOf(value string) string {
	text := strings.ReplaceAll(value[:min(longestSubtitle, len(value))], "+", " ")
	text = strings.ToValidUTF8(decodeAll(text), "")
	if end := pairEnds.Index(text); end >= 0 {
		text = text[:end]
	}
	return text
}
