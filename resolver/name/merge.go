package name

import (
	"strings"
	"unicode/utf8"

	"lendlink/resolver/text"
)

// Add appends a name, or makes the same person's earlier one fuller.
func Add(names []Name, n Name) []Name {
	for i := range names {
		if merged, same := mergeNames(names[i], n); same {
			names[i] = merged
			return names
		}
	}
	if len(names) == maxNames {
		return names
	}
	return append(names, n)
}

// mergeNames reports whether two names are one person's, and returns the fuller one.
// They are when the family names differ only in accents and case, and the given
// names are a beginning or the initials of one another.
func mergeNames(a, b Name) (Name, bool) {
	if a.Literal != "" || b.Literal != "" {
		return a, text.SameFold(a.String(), b.String())
	}
	if a.Suffix != "" && b.Suffix != "" && !text.SameFold(a.Suffix, b.Suffix) {
		return a, false
	}
	switch {
	case text.SameFold(a.Family, b.Given) && text.SameFold(a.Given, b.Family): // the parts of one were turned around
		return a, true
	case text.SameFold(a.Family, b.Family) && sameGiven(a.Given, b.Given):
	case sameWords(withParticles(a), withParticles(b)): // de Beauvoir, Simone; Beauvoir, Simone de
		if a.Given == "" { // Rosalind Pemberton; Pemberton, Rosalind
			return b, true
		}
		return a, true
	case a.Given != "" && text.SameFold(a.Given, b.Given) &&
		(strings.HasPrefix(b.Family, a.Family+" ") || strings.HasPrefix(a.Family, b.Family+" ")):
	case isLastOfFamily(a, b): // Ibarra Soto, Rosa; Soto, RI
		return a, true
	default:
		return a, false
	}
	fuller := a
	if len(b.Family) > len(a.Family) { // with its accents, or its second part
		fuller.Family = b.Family
	}
	if len(b.Given) > len(a.Given) && !text.SameFold(a.Given, b.Given) {
		fuller.Given = b.Given
	}
	if a.Suffix == "" {
		fuller.Suffix = b.Suffix
	}
	return fuller, true
}

// isLastOfFamily reports whether the second name has the last word alone of the first's family name, and the
// initials of all before it: databases cut a double name so.
func isLastOfFamily(a, b Name) bool {
	i := strings.LastIndexByte(a.Family, ' ')
	if i <= 0 || a.Given == "" || !isInitials(b.Given) || !text.SameFold(a.Family[i+1:], b.Family) {
		return false
	}
	before := a.Given + " " + a.Family[:i]
	return len(givenTokens(before)) == len(givenTokens(b.Given)) && sameGiven(before, b.Given)
}

// sameGiven reports whether given names agree word by word, initials with words; run-together
// initials (ER) count as so many words.
func sameGiven(a, b string) bool {
	ta, tb := givenTokens(a), givenTokens(b)
	for i := range min(len(ta), len(tb)) {
		if ta[i] != tb[i] && !shortFor(ta[i], tb[i]) && !shortFor(tb[i], ta[i]) {
			return false
		}
	}
	return true
}

// shortFor reports whether a word is the initial or, with its period, an
// abbreviation of another: J and Thos. are, Jan is not short for Jana.
func shortFor(short, word string) bool {
	bare, dotted := strings.CutSuffix(short, ".")
	return (dotted || utf8.RuneCountInString(bare) == 1) && strings.HasPrefix(word, bare)
}

func givenTokens(s string) []string {
	if isInitials(s) {
		return strings.Split(strings.ToLower(strings.ReplaceAll(s, "-", "")), "")
	}
	var tokens []string
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		for part := range strings.SplitAfterSeq(word, ".") { // A.V. is two
			bare := text.Fold(part)
			if bare == "" {
				continue
			}
			if strings.HasSuffix(part, ".") {
				bare += "."
			}
			tokens = append(tokens, bare)
		}
	}
	return tokens
}

// withParticles returns a name with the particles of its given name where direct
// order has them: Simone de Beauvoir.
func withParticles(n Name) string { return strings.TrimSpace(n.Given + " " + n.Family) }

// sameWords is SameFold of texts with as many words: "A A" is not "AA".
func sameWords(a, b string) bool {
	return strings.Count(a, " ") == strings.Count(b, " ") && text.SameFold(a, b)
}
