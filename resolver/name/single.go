package name

import (
	_ "embed"
	"strings"

	"lendlink/resolver/text"
)

//go:embed single-names.txt
var singleNamesText string

// singleNames are headings of persons that have no family name, folded.
var singleNames = foldedLines(singleNamesText)

// IsSingle reports whether a name is one without a given name: Aristotle, Dante Alighieri.
func IsSingle(s string) bool { return singleNames[text.Fold(s)] }

// abdWords begin Arabic names that mean a servant of God, folded. They are never a whole name.
var abdWords = text.Words(`abd abdul abdel abdal`)

// isAbdName reports whether what came as family and given name are the two halves of one Arabic name:
// aulast=‘Abd&aufirst=al-Karīm.
func isAbdName(last, first string) bool {
	if !abdWords.Has(last) {
		return false
	}
	article, _, ok := strings.Cut(first, "-")
	return ok && len(article) == len("al") || strings.HasPrefix(text.Fold(first), "allah")
}
