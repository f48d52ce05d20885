package citation

import (
	"strings"
	"unicode"

	"lendlink/resolver/ascii"
	"lendlink/resolver/openurl"
)

// fullNames are the fields that hold a name in one piece.
var fullNames = [...]openurl.Field{openurl.Au, openurl.Creator, openurl.Inventor}

// fullNamesHold tells whether a family name stands in one of them. The creator, who is
// asked for only where no author is known, says nothing beside one.
func (r *reader) fullNamesHold(family string) bool {
	for _, f := range fullNames {
		if f == openurl.Creator {
			continue
		}
		for _, v := range r.co.All(f) {
			if hasWords(v, family) {
				return true
			}
		}
	}
	return false
}

// more are characters that a name has which is more than one person's, or has more
// than a person's parts.
var more = ascii.Of("0123456789;|/&[(")

// isPlainHeading tells whether a text is the name as headings have it, "Garner, W. L.",
// and nothing in it could be read in another way. Most links have it so, and it
// saves reading the name again.
func (n Name) isPlainHeading(s string) bool {
	given, ok := strings.CutPrefix(s, n.Family)
	if !ok || n.Given == "" || strings.IndexByte(n.Family, ' ') >= 0 {
		return false
	}
	given, ok = strings.CutPrefix(given, ", ")
	return ok && given == n.Given && !more.In(s) && !containsAny(s, separators) && !strings.ContainsFunc(s, isWideSeparator)
}

// hasWords tells whether a text holds these words one after another, but for case
// and accents: "Williams, Tom" does not hold Li.
func hasWords(s, part string) bool {
	folded := func(s string) string {
		var b strings.Builder
		b.WriteByte(' ')
		for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' }) {
			b.WriteString(fold(word))
			b.WriteByte(' ')
		}
		return b.String()
	}
	return strings.Contains(folded(s), folded(part))
}

// splitKnown splits a name in direct order where aulast tells where the family
// name begins: with aulast=Aguirre, "Ernesto Aguirre Carrillo" is Aguirre
// Carrillo, Ernesto.
func splitKnown(s string, first Name) (Name, bool) {
	if first.Family == "" || first.Given == "" || strings.ContainsAny(s, ",;") {
		return Name{}, false
	}
	s = cutPeriod(tidy(s), forenameAbbreviations)
	i := strings.Index(s, " "+first.Family)
	if i <= 0 || !sameFold(s[:i], first.Given) {
		return Name{}, false
	}
	end := i + 1 + len(first.Family)
	if end < len(s) && s[end] != ' ' {
		return Name{}, false
	}
	n := Name{Family: s[i+1:], Given: s[:i]}
	if j := strings.LastIndexByte(n.Family, ' '); j > 0 && isSuffix(n.Family[j+1:]) {
		n.Family, n.Suffix = n.Family[:j], n.Family[j+1:]
	}
	return n, true
}
