package citation

import (
	"strings"

	"lendlink/resolver/text"
)

// countedWords have a number of their own after them, and may have lost the blank before it. So may names of proteins and
// genes, which are known by their endings.
var (
	countedWords  = text.Words(`chapter cohort factor figure section series theorem version volume`)
	proteinEnding = []string{"in", "ase", "or", "gene", "virus", "one"}
)

// cutNoteNumber cuts the number of a footnote from an article's title, as pages have it after the last word: "a
// review of the literature1".
func cutNoteNumber(title string) string {
	rest, found := strings.CutSuffix(title, "1")
	if !found {
		return title
	}
	word := rest[strings.LastIndexByte(rest, ' ')+1:]
	if len(word) < shortestWord || !text.AllLetters(word) || word[1:] != strings.ToLower(word[1:]) || countedWords.Has(word) {
		return title
	}
	for _, ending := range proteinEnding {
		if strings.HasSuffix(word, ending) {
			return title
		}
	}
	return rest
}

// shortestWord is the length from which a number after the last word is a footnote's and not the word's own.
const shortestWord = 6
