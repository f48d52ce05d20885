package citation

import (
	"strings"

	"lendlink/resolver/text"
)

// NoDate is what people and cataloguers write instead of a date for works without one.
var NoDate = []string{
	"n.d.", "no date", "undated", "date unknown",
	"s.f.", "sin fecha", "s.d.", "sans date", "sem data", "senza data", "s.a.", "sine anno", "o.J.", "ohne Jahr",
}

// NotYet is what they write there, and sites instead of the volume and the pages, for works that are
// not published yet, or not yet in an issue.
var NotYet = []string{
	"in press", "article in press", "articles in press", "forthcoming", "to appear", "to be published",
	"in preparation", "manuscript in preparation", "submitted", "submitted for publication", "manuscript submitted for publication",
	"under review", "accepted", "accepted for publication",
	"ahead of print", "publish ahead of print", "epub ahead of print", "online ahead of print", "advance online publication",
	"online first", "first online", "early view", "early access", "online early", "early online",
	"advance access", "advance article", "advance articles", "latest articles",
	"en prensa", "en preparación", "sous presse", "à paraître", "en préparation",
	"im Druck", "im Erscheinen", "erscheint", "in Vorbereitung", "no prelo", "in corso di stampa",
}

var foldedNoDate, foldedNotYet = folded(NoDate), folded(NotYet)

func folded(phrases []string) map[string]bool {
	set := make(map[string]bool, len(phrases))
	for _, phrase := range phrases {
		set[text.Fold(phrase)] = true
	}
	return set
}

// IsUndated reports whether a text says that there is no date, or none yet. Case, accents, periods
// and brackets do not matter, nor a letter that distinguishes works of one author: "n.d.-b".
func IsUndated(s string) bool {
	s = strings.TrimRight(s, " .,:)]")
	before := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz")
	return isUndated(s) || len(s) == len(before)+1 && isUndated(before)
}

func isUndated(s string) bool {
	key := text.Fold(s)
	if key == "sa" && strings.Contains(s, "A") { // of a company: Planeta, S.A.
		return false
	}
	return foldedNoDate[key] || foldedNotYet[key]
}

// IsNotYet reports whether a text says that a work is not published yet.
func IsNotYet(s string) bool { return foldedNotYet[text.Fold(s)] }

// boundWords begin what cataloguers write where only a year is known that a work came
// before or after: "not before 1984" (RDA 1.9.2.4). It is not the year of the work.
var boundWords = text.Words(`not before after nicht vor nach avant après antes después`)

// isBound reports whether a date begins with one of them.
func isBound(s string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(s, " [("), " ")
	return boundWords.Has(word)
}
