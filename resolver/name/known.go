package name

import (
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// multiNameChars are characters of a name that is more than one person's, or has more
// than a person's parts.
var multiNameChars = text.Chars("0123456789;|/&[(")

// IsPlainHeading reports whether a text is the name as headings have it, "Garner, W. L.",
// and nothing in it could be read in another way. Most links have it so, and it
// saves reading the name again.
func (n Name) IsPlainHeading(s string) bool {
	if s != n.Family+", "+n.Given || n.Given == "" || strings.IndexByte(n.Family, ' ') >= 0 {
		return false
	}
	return !multiNameChars.In(s) && !hasSeparator(s) && !strings.ContainsFunc(s, isWideSeparator)
}

// IsOrganisationInParts reports whether a text is the name of an organisation whose words were taken
// for a given and a family name: Nations, United.
func (n Name) IsOrganisationInParts(s string) bool {
	return s == n.Given+" "+n.Family && isOrganisation(s)
}

// HasWords reports whether a text holds these words one after another, apart from case
// and accents: "Williams, Tom" does not hold Li.
func HasWords(s, part string) bool {
	folded := func(s string) string {
		var b strings.Builder
		b.WriteByte(' ')
		for _, word := range strings.FieldsFunc(s, isNoWordRune) {
			b.WriteString(text.Fold(word))
			b.WriteByte(' ')
		}
		return b.String()
	}
	return strings.Contains(folded(s), folded(part))
}

// SplitAtFamily splits a name in direct order where aulast says where the family
// name begins: with aulast=Aguirre, "Ernesto Aguirre Carrillo" is Aguirre
// Carrillo, Ernesto.
func SplitAtFamily(s string, first Name) (Name, bool) {
	if strings.ContainsAny(s, ",;") {
		return Name{}, false
	}
	s = text.CutPeriod(cutRelators(text.Tidy(s)), forenameAbbreviations)
	i := strings.Index(s, " "+first.Family)
	if i <= 0 || !text.SameFold(s[:i], first.Given) {
		return Name{}, false
	}
	end := i + 1 + len(first.Family)
	if end < len(s) && (s[end] != ' ' || hasSeparator(s[end:])) { // another person follows
		return Name{}, false
	}
	n := Name{Family: s[i+1:], Given: s[:i]}
	if j := strings.LastIndexByte(n.Family, ' '); j > 0 && isSuffix(n.Family[j+1:]) {
		n.Family, n.Suffix = n.Family[:j], n.Family[j+1:]
	}
	return n, true
}

func isNoWordRune(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
}
