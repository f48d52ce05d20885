package name

import (
	"strings"

	"lendlink/resolver/text"
)

// several are the signs and words that split people under a key that is for one, where the key has some.
var several = text.Chars(";/&,")

// FromPartLists returns the people of whom the family and given names came as two lists, "Roe; Doe" and "Ann; Bo", or
// of whom one list goes on after the first person's part: "Roe, Doe and Poe" and "Ann", "Roe" and "Ann; Doe, Bo". It
// returns nil for one person.
func FromPartLists(last, first string) []Name {
	if !hasSeveral(last) && !hasSeveral(first) {
		return nil // most names
	}
	last, first = strings.Map(normaliseSeparators, CutOthers(text.Tidy(last))), strings.Map(normaliseSeparators, CutOthers(text.Tidy(first)))
	if last == "" || first == "" || isOrganisation(last) {
		return nil
	}
	if families := familiesOf(last); families != nil {
		return pairLists(families, givensOf(first, len(families)))
	}
	if parts := listParts(first); len(parts) > 1 && strings.IndexByte(first, ';') >= 0 {
		names := pairLists([]string{last}, parts[:1])
		for _, part := range parts[1:] {
			if strings.ContainsAny(part, " ,") { // a word alone is not a whole name
				names = AppendList(names, part)
			}
		}
		return names
	}
	return coupleOf(last, first)
}

// hasSeveral reports whether a value may hold more than one name.
func hasSeveral(s string) bool {
	return several.In(s) || strings.Contains(s, " and ") || strings.ContainsFunc(s, isWideSeparator)
}

// familiesOf splits family names at semicolons or slashes, or at commas and the last “and” where each is one word that
// is not a given name: Roe, Doe and Poe.
func familiesOf(s string) []string {
	if parts := listParts(s); len(parts) > 1 {
		return parts
	}
	parts := familiesBeforeAnd(s, " and ")
	if parts == nil {
		parts = familiesBeforeAnd(s, " & ")
	}
	return parts
}

// familiesBeforeAnd splits family names at commas and a last word before the last.
func familiesBeforeAnd(s, and string) []string {
	before, end, found := strings.Cut(s, and)
	if !found || organisationsOfTwo.Has(s) {
		return nil
	}
	parts := append(strings.Split(strings.TrimSuffix(before, ","), ","), end)
	for i, part := range parts {
		if parts[i] = strings.TrimSpace(part); !isOneFamily(parts[i]) || i > 0 && parts[i] == parts[0] { // Johnson and Johnson
			return nil
		}
	}
	return parts
}

// organisationsOfTwo are names of companies and partners that are joined so, folded.
var organisationsOfTwo = text.Words(`simonandschuster ernstandyoung procterandgamble marksandspencer harperandrow chapmanandhall
	williamsandwilkins leaandfebiger deloitteandtouche blackanddecker smithandwesson dunandbradstreet bellandhowell
	currierandives booseyandhawkes prattandwhitney barnesandnoble routledgeandkegan harcourtandbrace standardandpoors`)

// isOneFamily reports whether a text can be a family name alone: one word, particles aside, that is not a given name.
func isOneFamily(s string) bool {
	isWord := s != "" && isFamilyAlone(s) && !isInitials(s) && !isDotted(s)
	return isWord && isNameOnly(s) && !hasGivenName(s) && !isLowerParticle(s)
}

// listParts splits a text at its semicolons, or at its slashes.
func listParts(s string) []string {
	sep := ";"
	if strings.IndexByte(s, ';') < 0 {
		sep = "/"
	}
	parts := strings.Split(s, sep)
	kept := parts[:0]
	for _, part := range parts {
		if part = strings.Trim(part, " ,"); part != "" {
			kept = append(kept, part)
		}
	}
	return kept
}

// commasAndLast are what comes between the given names of several, when the last is joined by a word.
var commasAndLast = strings.NewReplacer(", and ", ",", ", & ", ",", " and ", ",", " & ", ",")

// givensOf splits the given names of as many people as there are: Ann, Bo and Cy. Of other lists, and of one whose
// parts are not all names, it returns what semicolons split.
func givensOf(s string, count int) []string {
	parts := strings.Split(commasAndLast.Replace(s), ",")
	if len(parts) != count {
		return listParts(s)
	}
	for i := range parts {
		if parts[i] = strings.TrimSpace(parts[i]); parts[i] == "" || !isNameOnly(parts[i]) {
			return listParts(s)
		}
	}
	return parts
}

// pairLists makes names of family and given names in the same order. Of more family names the first has the given
// name; those that are whole headings need none.
func pairLists(families, givens []string) []Name {
	var names []Name
	for i, family := range families {
		given := ""
		if i < len(givens) && (i == 0 || len(givens) == len(families)) {
			given = givens[i]
		}
		if n, ok := FromParts(family, given, false); ok {
			names = Add(names, n)
		}
	}
	return names
}

// coupleOf returns two people whose given names come before one family name, "Ann and Bo", or of whom the second
// is whole after the first one's given name: "Ann and Bo Doe".
func coupleOf(last, first string) []Name {
	one, two, found := strings.Cut(first, " and ")
	if !found {
		one, two, found = strings.Cut(first, " & ")
	}
	switch {
	case !found || strings.IndexByte(first, ',') >= 0 || !hasGivenName(one) && !hasGivenName(two):
		return nil
	case isWhole(one) && strings.IndexByte(two, ' ') < 0: // Ann Roe & Bo
		return AppendList(ParseList(one), two+" "+last)
	case LooksPersonal(two):
		return AppendList(pairLists([]string{last}, []string{one}), two)
	case strings.IndexByte(two, ' ') < 0:
		return pairLists([]string{last, last}, []string{one, two})
	}
	return nil
}

// isWhole reports whether a text of two words is a whole name and no given name of two: Ann Roe, not Mary Ann.
func isWhole(s string) bool {
	_, second, more := strings.Cut(s, " ")
	return more && strings.IndexByte(second, ' ') < 0 && isOneFamily(second)
}
