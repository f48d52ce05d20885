package name

import (
	_ "embed" // the list of relators
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/text"
)

//go:embed relators.txt
var relatorsText string

// relators are what catalogues add to a name to say what the person did for the
// work: MARC relator terms and the words of German, French and Spanish
// catalogues (RDA appendix I in translation).
var relators = func() map[string]bool {
	m := map[string]bool{}
	for term := range text.ListLines(relatorsText) {
		m[term] = true
	}
	return m
}()

// What is around a name and its relators.
var (
	afterName     = text.Chars(" ,;")
	beforeRelator = text.Chars(" ,([")
	aroundRelator = text.Chars(" .,:()[]")
)

// longestHeading bounds the work: a longer text is not a name with a relator.
const longestHeading = 500

// cutRelators removes relators from the end of a name: after a comma, in
// brackets, or bare after a period, a date or a bracket ("E. J. author.").
func cutRelators(s string) string {
	if len(s) > longestHeading {
		return s
	}
	for before := ""; s != before; {
		before = s
		s = afterName.TrimRight(s)
		if !endsLikeRelator(s) {
			return s // most names do not
		}
		if i := strings.LastIndexAny(s, "(["); i > 0 && isRelator(s[i:]) {
			s = s[:i]
			continue
		}
		if i := strings.LastIndexByte(s, ','); i >= 0 && isRelator(s[i+1:]) && !isShortForename(s[:i], s[i+1:]) {
			s = s[:i]
			continue
		}
		for i := strings.LastIndexByte(s, ' '); i > 0; i = strings.LastIndexByte(s[:i], ' ') {
			if (strings.IndexByte(".-)0123456789", s[i-1]) >= 0 || isBareRelator(s[i+1:])) && isRelator(s[i+1:]) {
				s = s[:i]
				break
			}
		}
	}
	return s
}

// isShortForename reports whether what looks like an abbreviated relator is a given
// name, as it comes right after a family name: "Krol, Ed", "Krol, ED".
func isShortForename(family, s string) bool {
	return isShortGiven(aroundRelator.Trim(s)) && !beforeRelator.In(strings.TrimSpace(family))
}

// isBareRelator reports whether a word after a name without a comma is a relator by its letters: it is
// in lower case, "Voltaire author.", or written for both sexes, as German catalogues do:
// "Weber, Karl BearbeiterIn".
func isBareRelator(s string) bool {
	return beginsSmall(s) || strings.HasSuffix(s, "erIn") || strings.HasSuffix(s, "orIn") || strings.HasSuffix(s, "eR")
}

// beginsSmall reports whether a text begins with a small letter.
func beginsSmall(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first)
}

// relatorEnds are the last words of all relators.
var relatorEnds = func() text.WordSet {
	var words []string
	for term := range relators {
		words = append(words, term[strings.LastIndexByte(term, ' ')+1:])
	}
	return text.Words(strings.Join(words, " "))
}()

// endsLikeRelator reports whether the last word of a text ends a relator.
func endsLikeRelator(s string) bool {
	from := len(s)
	for from > 0 && !beforeRelator.Has(s[from-1]) {
		from--
	}
	return relatorEnds.Has(s[from:])
}

func isRelator(s string) bool {
	s = aroundRelator.Trim(s)
	return endsLikeRelator(s) && relators[strings.ToLower(s)]
}

// responsibilityWords begin a statement of responsibility, which names people
// in direct order. The words are cut, the names kept.
var responsibilityWords = text.BeginningsOf(
	"editors:", "editor:", "eds:", "hrsg:", "selected and edited by", "edited and introduced by",
	"edited with an introduction by", "edited, with an introduction by",
	"with a foreword by", "with a preface by", "with contributions by", "retold by", "posted by", "reported by", "story by", "adapted by",
	"[by]", "[translated by]", "[compiled by]", "[written by]", "[illustrated by]", "[herausgegeben von]", "[hrsg. von]", "[par]", "[por]",
	"[edited by]", "edited by", "ed. by", "eds.", "edited and translated by", "compiled by", "translated by",
	"written by", "illustrated by", "introduction by", "with an introduction by", "foreword by", "photographs by",
	"drawings by", "text by", "by",
	"herausgegeben von", "hrsg. von", "hg. von", "übersetzt von", "sous la direction de", "édité par", "éd. par", "traduit par", "par",
	"a cura di", "curato da", "onder redactie van", "onder red. van", "under redaktion av", "under red. av",
	"redigerad av", "redigeret af", "pod redakcją", "pod red.", "под редакцией", "под ред.",
	"organização de", "organizado por", "textes réunis par", "réunis par", "red.", "redaktion:", "hrsg.",
	"editado por", "edición de", "ed. de", "coordinado por", "compilado por", "traducido por", "por",
)

// CutResponsibility removes the words that begin a statement of responsibility.
func CutResponsibility(s string) (string, bool) {
	if before, names, ok := strings.Cut(s, " by "); ok && allLower(before) { // translated from the Danish by
		return strings.TrimLeft(names, " :"), true
	}
	shortest := s // of what the words leave
	for rest := range responsibilityWords.Cut(s) {
		if len(rest) < len(shortest) && strings.HasPrefix(rest, " ") {
			shortest = rest
		}
	}
	return strings.TrimLeft(shortest, " :"), len(shortest) < len(s)
}

// allLower reports whether every word of a text but names of languages is in small
// letters.
func allLower(s string) bool {
	before := ""
	for word := range strings.FieldsSeq(s) {
		if !beginsSmall(word) && before != "the" {
			return false
		}
		before = word
	}
	return true
}
