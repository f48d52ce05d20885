package citation

import (
	"slices"
	"strings"

	"lendlink/resolver/text"
)

// undated is what people write in the place of a date that there is not, or not yet.
var undated = []string{
	"n.d.", "nd", "no date", "undated", "in press", "forthcoming", "to appear", "ahead of print",
	"s.f.", "s. f.", "sin fecha", "en prensa", "en preparación",
	"s.d.", "s. d.", "sans date", "sous presse", "à paraître",
	"o.J.", "o. J.", "ohne Jahr", "im Druck", "im Erscheinen", "in Vorbereitung",
}

// boundWords begin what cataloguers write where only a year is known before or after which a
// work came out: "not before 1984" (RDA 1.9.2.4). It is not the year of the work.
var boundWords = text.Words(`not before after nicht vor nach avant après antes después`)

// isBound reports whether a date begins with one of them.
func isBound(s string) bool {
	s = strings.TrimLeft(s, " [(")
	if s == "" || text.IsDigit(s[0]) { // most dates
		return false
	}
	word, _, more := strings.Cut(s, " ")
	return more && boundWords.Has(word)
}

// IsUndated reports whether a text says that there is no date.
func IsUndated(s string) bool {
	s = strings.Trim(s, " ()[]")
	return slices.ContainsFunc(undated, func(words string) bool { return strings.EqualFold(words, s) })
}
