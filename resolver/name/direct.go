package name

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// splitDirect splits a name without a comma: the last word, with the particles
// before it, is the family name. A heading that only lost its dates is one
// already ("Plato, 427-347"), and so are a single word, Omar Khayyam and what begins with a number. In
// scripts that write the family name first it comes first; initials after a
// name ("MacDavitt KC") are given names.
func (n *Name) splitDirect(s string, heading bool) {
	s = cutDegrees(cutFormsOfAddress(cleanFamily(s), 2), 2)
	tokens := strings.Fields(s)
	if len(tokens) == 0 { // it was marks only
		return
	}
	if end := tokens[len(tokens)-1]; len(tokens) > 1 && isSuffix(end) && (len(tokens) > 2 || isOnlySuffix(end)) {
		n.Suffix = tokens[len(tokens)-1]
		tokens = tokens[:len(tokens)-1]
	}
	last := len(tokens) - 1
	from := last + 1 // where initials begin that end the name
	for from > 1 && (isDotted(tokens[from-1]) || isInitial(tokens[from-1])) {
		from--
	}
	switch {
	case from == 2 && last == 2 && isFamilyFirst(tokens): // Matos Rafael E.
		n.Family, n.Given = tokens[0], tokens[1]+" "+tokens[2]
	case from == 1 && last > 0 && (isDotted(tokens[0]) || isInitial(tokens[0])): // A. C., who signed so
		n.Family = s
	case from <= last: // Петров А. Б.; Read D J
		n.Family, n.Given = strings.Join(tokens[:from], " "), strings.Join(tokens[from:], " ")
	case last == 0:
		n.Family = tokens[0]
	case isUndecided(tokens) || isUnknownOrder(tokens) || IsSingle(s) || text.AllDigits(tokens[0]), isOneOrTwo(tokens):
		n.Family = strings.Join(tokens, " ")
	case last == 1 && isSuffix(tokens[1]): // Smith JR, as MEDLINE has it
		n.Family, n.Given = tokens[0], tokens[1]
	case heading && particles.Has(tokens[0]): // Le Corbusier, 1887-1965
		n.Family = s
	case heading && isRegnal(tokens[last]):
		n.Family = s
	case isEastAsian(s), isMarkedFamily(tokens), isVietnamese(tokens): // 沈 一鸣, LAHTINEN Pekka, Nguyễn Văn An
		n.Family, n.Given = tokens[0], strings.Join(tokens[1:], " ")
	case endsInInitials(tokens): // Kim SJ
		n.Family, n.Given = strings.Join(tokens[:last], " "), tokens[last]
	case isLowerParticle(tokens[0]): // van den Berg
		from = familyEnd(tokens)
		n.Family, n.Given = strings.Join(tokens[:from], " "), strings.Join(tokens[from:], " ")
	default:
		from = withParticlesBefore(tokens, last)
		if from > 1 && isTwoFamilies(tokens[from-1], tokens[from]) {
			from--
		}
		if connectors[tokens[from]] { // José Ortega y Gasset
			from = withParticlesBefore(tokens, from-1)
		}
		n.Family, n.Given = strings.Join(tokens[from:], " "), strings.Join(tokens[:from], " ")
	}
	if isFormOfAddress(n.Given) {
		n.Given = ""
	}
}

// isMarkedFamily reports whether the first word of a name is in capitals and the others are
// not, as French theses and patents mark the family name.
func isMarkedFamily(tokens []string) bool {
	if first := tokens[0]; len(first) < 4 || first != strings.ToUpper(first) || strings.Contains(first, ".") {
		return false
	}
	for _, t := range tokens[1:] {
		if !strings.ContainsFunc(t, unicode.IsLower) || particles.Has(t) {
			return false
		}
	}
	return true
}

// withParticlesBefore returns where the particles begin that come before a word of a name;
// the first word of the name is not among them.
func withParticlesBefore(tokens []string, from int) int {
	for from > 1 && (isParticle(tokens[from-1]) || endsInParticle(tokens[from-1])) {
		from--
	}
	return from
}

// familyEnd returns where the family name ends that a name's particles begin: before a given name, as in
// "van den Berg Jan", or else with the last word.
func familyEnd(tokens []string) int {
	from := slices.IndexFunc(tokens, func(word string) bool { return !particles.Has(word) }) + 1
	if from < len(tokens) && hasGivenName(tokens[from]) {
		return from
	}
	return len(tokens)
}

// endsInParticle reports whether a word is the first half of a double name whose second
// begins with a particle: the Merwe-de of "van der Merwe-de Klerk".
func endsInParticle(token string) bool {
	return isLowerParticle(token[strings.LastIndexByte(token, '-')+1:])
}

// isParticle reports whether a word before a family name belongs to it. E, I and Y in
// capitals are initials: Donald E. Knuth, Daniel Y Kim.
func isParticle(token string) bool {
	return exactParticles[token] || particles.Has(token) && !isInitial(token) && !isDotted(token)
}

// isUndecided reports whether nothing says what the E, I or Y among a name's words is: all
// is in capitals, or there is no given name before it (Rossi e Bianchi).
func isUndecided(tokens []string) bool {
	for i, t := range tokens {
		if !connectors[strings.ToLower(t)] {
			continue
		}
		if connectors[t] {
			return i == 1
		}
		if name := strings.Join(tokens, " "); name == strings.ToUpper(name) && !isInitials(tokens[0]) && !isDotted(tokens[0]) {
			return true
		}
	}
	return false
}

// isRegnal reports whether a word is the number of a ruler: "John XXII, Pope".
func isRegnal(s string) bool { return s == strings.ToUpper(s) && text.Roman(s) > 0 }

func isLowerParticle(s string) bool {
	return particles.Has(s) && strings.ToLower(s) == s
}

// resplit reads a family name as a whole name in direct order.
func (n *Name) resplit() {
	family, suffix := n.Family, n.Suffix
	*n = Name{}
	n.splitDirect(family, false)
	n.Suffix = cmp.Or(suffix, n.Suffix)
}

// isFamilyBefore reports whether of two words in capitals the first is the family name, as only
// it can be spoken: KIM SJ.
func isFamilyBefore(word, initials string) bool {
	return vowels.In(word) && !vowels.In(initials)
}

// isFamilyFirst reports whether of two words the second alone is a given name, so that the first is the
// family name.
func isFamilyFirst(tokens []string) bool {
	return hasGivenName(tokens[1]) && !particles.Has(tokens[0]) && !hasGivenName(tokens[0])
}

// endsInInitials reports whether the last word of a name is the initials of its given name: Kim SJ.
func endsInInitials(tokens []string) bool {
	last := len(tokens) - 1
	if !isInitials(tokens[last]) || shortFamilies[tokens[last]] || isSpokenFamily(tokens) { // DAVID LEE
		return false
	}
	return !isInitials(tokens[last-1]) || isFamilyBefore(tokens[0], tokens[last])
}

// isSpokenFamily reports whether a given name in capitals comes before three capitals that can be spoken: CLARA DOE.
func isSpokenFamily(tokens []string) bool {
	first, end := tokens[0], tokens[len(tokens)-1]
	return len(end) == 3 && vowels.In(end) && first == strings.ToUpper(first) && IsGiven(first)
}

// isOneOrTwo reports whether the words of a name are the halves of one Arabic name, or of two people's with a slash between:
// ‘Abd al-Karīm, Müller / Weston.
func isOneOrTwo(tokens []string) bool {
	return len(tokens) == 2 && isAbdName(tokens[0], tokens[1]) || slices.Contains(tokens, "/")
}
