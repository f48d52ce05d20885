package name

import (
	"slices"
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// aroundName is what lists and headings leave around a name.
var aroundName = text.Chars(" ,;:/*&")

// parseName reads one name. It reports whether there is one.
func parseName(s string) (Name, bool) {
	s, unfilled := cutUnfilled(s)
	s = text.CutBrackets(aroundName.Trim(cutRelators(aroundName.Trim(s))))
	if !text.HasLetter(s) {
		return Name{}, false
	}
	if isOrganisation(s) || isFirmOfTwo(s) || isGroupList(s) || isPlacesCompany(s) {
		return Name{Literal: text.CutPeriod(s)}, true
	}
	if strings.HasSuffix(s, "]") { // MÜLLER HANS [DE], Hale, Tom [Reviewer]
		if i := strings.LastIndex(s, " ["); i > 0 {
			s = s[:i]
		}
	}
	s = cutEastAsianRole(cutFullerForms(givenInBrackets(s)))
	var n Name
	var room [4]string // enough for most names
	parts := slices.AppendSeq(room[:0], strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == '،' || r == '，' }))
	if len(parts) == 0 { // commas of other scripts only, before a bracket
		return Name{}, false
	}
	kept := parts[:0]
	sovereign := false
	alone := isFamilyAlone(parts[0])
	for i, p := range parts {
		p = cutRelators(strings.TrimSpace(p))
		if isDay(p) { // and after it year and hour
			break
		}
		switch {
		case p == "":
		case i == 1 && alone && (isShortGiven(p) || namedTitles.Has(p)): // Smith, MA; Norman, Don
			kept = append(kept, p)
		case i > 0 && (degrees.Has(p) || isRelator(p) || isAffiliation(parts[0], p)):
		case len(kept) == 2 && isCutInitial(kept[1], p): // Kulyk, O., V
			kept[1] += " " + p + "."
		case i > 0 && isSuffix(p):
			n.Suffix = p
			if text.Roman(strings.TrimSuffix(p, ".")) > 0 {
				n.Suffix = strings.TrimSuffix(p, ".")
			}
		case isLifeDate(p):
		case strings.HasPrefix(p, "Awarding Body"): // of EThOS
		case i > 0 && isHonorific(p):
			first, _, _ := strings.Cut(p, " ")
			sovereign = sovereign || sovereigns.Has(first)
		default:
			kept = append(kept, cutTrailingDate(p))
		}
	}
	switch {
	case len(kept) == 0:
		return Name{}, false
	case len(kept) == 1 && (sovereign || unfilled): // John Paul II, Pope; Van Eerden undefined
		n.Family = kept[0]
	case len(kept) == 1:
		n.splitDirect(kept[0], len(parts) > 1)
		n.invertEastAsian() // Kim Young-ha
	case isGroupInverted(kept[0], kept[1]):
		return Name{Literal: kept[1] + " " + kept[0]}, true
	case isSuffix(kept[0]) && strings.IndexByte(kept[1], ' ') > 0: // II, Joseph D. Roe
		n.splitDirect(kept[1], false)
		n.Suffix = kept[0]
	default:
		if isMarkedAfter(kept[0], kept[1]) || isTurnedHeading(s, kept[0], kept[1]) {
			kept[0], kept[1] = kept[1], kept[0]
		}
		n.Family = cleanFamily(kept[0])
		if i := strings.LastIndexByte(n.Family, ' '); i > 0 && isSuffix(n.Family[i+1:]) { // King Jr., Martin Luther
			n.Family, n.Suffix = strings.TrimRight(n.Family[:i], " ,"), n.Family[i+1:]
		}
		n.setGiven(kept[1])
		n.invertEastAsian()
	}
	n.Family = cleanFamily(n.Family)
	if !text.HasLetter(n.Family) { // marks only: ". A"
		n.Family, n.Given = n.Given, ""
	}
	if isPost(n.Family, n.Given) {
		return Name{Literal: n.Given + " " + n.Family}, true
	}
	return n, n.Family != ""
}

// cutUnfilled removes the words that programs write for a part of a name that they
// lack, and reports whether there was one: "Van Eerden undefined" has no given name.
// Harriet Null is a person.
func cutUnfilled(s string) (rest string, found bool) {
	if !strings.Contains(s, "undefined") && !strings.Contains(s, "null") {
		return s, false
	}
	words := strings.Fields(s)
	kept := slices.DeleteFunc(words, func(w string) bool {
		w = strings.Trim(w, ",;.")
		return w == "undefined" || w == "null"
	})
	return strings.Join(kept, " "), len(kept) < len(words)
}

// isFamilyAlone reports whether the first part of a heading can only be a family name,
// so that a given name follows: it is one word, or begins with a particle.
func isFamilyAlone(s string) bool {
	first, _, more := strings.Cut(strings.TrimSpace(s), " ")
	return !more || particles.Has(first)
}

// isCutInitial reports whether a part after a given name is one of its initials, taken for a number by
// Web of Science: "Lind, O., V" is O. V. Lind, "Lind, Ole, I" is Ole I. Lind. After a full
// given name V may be a suffix (the Fifth); I never is.
func isCutInitial(given, part string) bool {
	if part == "I" && strings.ContainsFunc(given, unicode.IsLower) {
		return true
	}
	return (part == "V" || part == "I") && isDotted(given[strings.LastIndexByte(given, ' ')+1:])
}

// givenInBrackets writes a name as a heading that French references have as "Pavillard (J.)"
// and "Quero (Jean-Claude)": one word, and a given name in the bracket that ends it.
func givenInBrackets(s string) string {
	family, bracket, _ := strings.Cut(s, " (")
	given := strings.TrimSuffix(bracket, ")")
	if strings.IndexByte(family, ' ') >= 0 {
		return s
	}
	first, _, _ := strings.Cut(given, "-")
	if isDotted(given) || IsGiven(given) || IsGiven(first) {
		return family + ", " + given
	}
	return s
}

// cutFullerForms removes the fuller forms of a person's initials: "C. S. (Clive
// Staples)". A bracket inside a word is part of the name.
func cutFullerForms(s string) string {
	for {
		open := strings.Index(s, " (")
		if open < 0 {
			return s
		}
		end := strings.IndexByte(s[open:], ')')
		if end < 0 {
			return s[:open]
		}
		rest := s[open+end+1:]
		if rest == "." { // Certeau, Michel de (1925-1986).
			rest = ""
		}
		s = s[:open] + rest
	}
}

// cutTrailingDate removes dates that follow a name without a comma.
func cutTrailingDate(s string) string {
	if i := strings.LastIndexByte(s, ' '); i > 0 && len(s)-i > 4 && isLifeDate(s[i+1:]) {
		return s[:i]
	}
	return s
}

// isHonorific reports whether a part of a heading is a title: "Sir", "Duke of".
func isHonorific(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return (honorifics.Has(first) || sovereigns.Has(first)) && (strings.Contains(s, " of") || !strings.Contains(s, " "))
}
