package interpret

import (
	"strings"

	"lendlink/resolver/name"
	"lendlink/resolver/openurl"
)

// isOthersInitial reports whether aulast was split into a given and a family name though the
// initial sent with it is another given name's: auinit=A&aulast=Lawrence Fould.
func isOthersInitial(n name.Name, initials, sent string) bool {
	return initials != "" && sent == n.Given+" "+n.Family && !strings.EqualFold(initials[:1], sent[:1])
}

// isSecondInitial reports whether a first author's initial is the second one of the whole
// name that is sent with it: auinit=R.&au=Bjerke, A. R.
func isSecondInitial(initial, family, whole string) bool {
	given, ok := strings.CutPrefix(whole, family+", ")
	words := strings.Fields(given)
	return ok && len(words) == 2 && strings.TrimSuffix(words[1], ".") == strings.TrimSuffix(initial, ".")
}

// addMiddle adds a middle name or initial that came under a key of its own. Link resolvers
// fill it in with the initial of the family name where au has no middle name.
func (r *reader) addMiddle(n *name.Name) {
	middle := r.co.Get(openurl.AuInitM)
	whole := r.co.Get(openurl.Au)
	switch {
	case middle == "": // in most links
	case strings.HasPrefix(n.Family, middle) && n.IsPlainHeading(whole):
	case middle == n.Given && len(middle) > 1: // aufirst=Tom&auinitm=Tom
	case isOthersMiddle(middle, *n, whole) || isNextInitial(middle, whole):
	case whole == "" && middle == n.Given: // aufirst=T&auinitm=T: two names, not one twice
		n.Given += " " + r.take(openurl.AuInitM, "author")
	default:
		n.AddMiddle(r.withoutInitial(r.take(openurl.AuInitM, "author"), n.Given))
	}
}

// isOthersMiddle reports whether a middle initial is that of the person in au, who is not the one in
// aulast: aulast=Roe&aufirst=Ann&auinitm=K&au=Weir, Thomas K.
func isOthersMiddle(middle string, first name.Name, whole string) bool {
	_, given, _ := strings.Cut(whole, ", ")
	_, second, _ := strings.Cut(given, " ")
	return !name.HasWords(whole, first.Family) && strings.HasPrefix(second, middle)
}

// isNextInitial reports whether a middle initial is that of the word after the given name in au, which is
// not part of it but what the person did, or the next author's name: auinitm=A&au=Roe, Ann. author.
func isNextInitial(middle, whole string) bool {
	_, given, _ := strings.Cut(whole, ", ")
	word, next, _ := strings.Cut(given, " ")
	if next == "" {
		return false
	}
	isNext := strings.HasSuffix(word, ";") || 'a' <= next[0]
	return isNext && strings.EqualFold(next[:1], middle)
}
