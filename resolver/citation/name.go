package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/ascii"
)

// aroundName is what lists and headings leave around a name.
var aroundName = ascii.Of(" ,;:/*&")

// parseName reads one name. It tells whether there is one.
func parseName(s string) (Name, bool) {
	s = cutBrackets(aroundName.Trim(cutRelators(aroundName.Trim(s))))
	if s == "" || !hasLetter(s) {
		return Name{}, false
	}
	if isOrganisation(s) || isFirmOfTwo(s) {
		return Name{Literal: cutPeriod(s)}, true
	}
	if i := strings.LastIndex(s, " ["); i > 0 && strings.HasSuffix(s, "]") { // MÜLLER HANS [DE], Hale, Tom [Reviewer]
		s = s[:i]
	}
	s = cutEastAsianRole(cutFullerForms(s))
	var n Name
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '،' || r == '，' })
	kept := parts[:0]
	sovereign := false
	alone := isFamilyAlone(parts[0])
	for i, p := range parts {
		p = cutRelators(strings.TrimSpace(p))
		switch {
		case p == "":
		case i == 1 && alone && (isShortGiven(p) || namedTitles.has(p)): // Smith, MA; Norman, Don
			kept = append(kept, p)
		case i > 0 && (degrees.has(p) || isRelator(p)):
		case i > 1 && isSuffix(p), i == 1 && isSuffix(p) && strings.Contains(strings.TrimSpace(parts[0]), " ") && len(parts) == 2, i == 1 && isOnlySuffix(p), i == 1 && isSuffix(p) && len(parts) > 2 && isGivenName(parts[2]):
			n.Suffix = p
			if roman(strings.TrimSuffix(p, ".")) > 0 {
				n.Suffix = strings.TrimSuffix(p, ".")
			}
		case i > 0 && isLifeDate(p):
		case i > 0 && isHonorific(p):
			first, _, _ := strings.Cut(p, " ")
			sovereign = sovereign || sovereigns.has(first)
		default:
			kept = append(kept, cutTrailingDate(p))
		}
	}
	switch {
	case len(kept) == 0:
		return Name{}, false
	case len(kept) == 1 && sovereign: // John Paul II, Pope
		n.Family = kept[0]
	case len(kept) == 1:
		n.splitDirect(kept[0], len(parts) > 1)
	default:
		n.Family = cleanFamily(kept[0])
		if i := strings.LastIndexByte(n.Family, ' '); i > 0 && isSuffix(n.Family[i+1:]) { // King Jr., Martin Luther
			n.Family, n.Suffix = strings.TrimRight(n.Family[:i], " ,"), n.Family[i+1:]
		}
		n.setGiven(kept[1])
	}
	n.Family = cleanFamily(n.Family)
	if !hasLetter(n.Family) { // marks only: ". A"
		n.Family, n.Given = n.Given, ""
	}
	return n, n.Family != ""
}

// isFamilyAlone tells whether the first part of a heading can only be a family name,
// so that a given name follows: it is one word, or begins with a particle.
func isFamilyAlone(s string) bool {
	first, _, more := strings.Cut(strings.TrimSpace(s), " ")
	return !more || particles.has(first)
}

// isGivenName tells whether a further part of a heading can be the given name:
// "King, JR, Martin" has one, "Smith, JR, 1950-" and "Smith, JR, editor" have not.
func isGivenName(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && !isLifeDate(s) && !isHonorific(s) && !isRelator(s) && !isSuffix(s)
}

// setGiven sets the given name; a suffix at its end goes where it belongs, and
// what follows another comma (a degree, an affiliation) is no name.
func (n *Name) setGiven(s string) {
	s = cutAcademicTitles(cleanGiven(s), 1)
	for i := strings.LastIndexByte(s, ' '); i > 0 && isSuffix(s[i+1:]) || i < 0 && isOnlySuffix(s); i = strings.LastIndexByte(s, ' ') {
		n.Suffix = s[i+1:]
		s = strings.TrimRight(s[:max(i, 0)], " ,")
	}
	if head, _, ok := strings.Cut(s, ","); ok {
		s = cleanGiven(head)
	}
	if !hasLetter(s) {
		s = ""
	}
	n.Given = s
}

// aroundGiven is what catalogues and lists of authors leave around a given name.
var aroundGiven = ascii.Of(" ,;:=*-")

// cleanGiven trims a given name and gives its final period away.
func cleanGiven(s string) string {
	for before := ""; s != before; {
		before = s
		s = cutGivenPeriod(aroundGiven.Trim(s))
		s = cutDegrees(cutFootnote(s, footnoteMarks+"0123456789"))
	}
	return s
}

// cutGivenPeriod cuts the period that ends a heading, also behind a given name of
// two letters with a vowel among them: "Yi." is whole, "Wm." and "Th." are not.
func cutGivenPeriod(s string) string {
	if t := cutPeriod(s, forenameAbbreviations); t != s {
		return t
	}
	bare, dotted := strings.CutSuffix(s, ".")
	token := bare[strings.LastIndexByte(bare, ' ')+1:]
	if dotted && len(token) == 2 && 'A' <= token[0] && token[0] <= 'Z' && 'a' <= token[1] && token[1] <= 'z' && vowels.In(token) && !abbreviations[token] {
		return bare
	}
	return s
}

var vowels = ascii.Of("AEIOUYaeiouy")

// splitDirect splits a name without a comma: the last word, with the particles
// before it, is the family name. A heading that only lost its dates is one
// already ("Plato, 427-347"), and so is a single word. In scripts that write the
// family name first it comes first; initials behind a name ("MacDavitt KC") are
// given names.
func (n *Name) splitDirect(s string, heading bool) {
	s = cutDegrees(cutAcademicTitles(cleanFamily(s), 2))
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
	case from <= last: // Петров А. Б.; Read D J
		n.Family, n.Given = strings.Join(tokens[:from], " "), strings.Join(tokens[from:], " ")
	case last == 0:
		n.Family = tokens[0]
	case last == 1 && isSuffix(tokens[1]): // Smith JR, as MEDLINE has it
		n.Family, n.Given = tokens[0], tokens[1]
	case heading && particles.has(tokens[0]): // Le Corbusier, 1887-1965
		n.Family = s
	case isEastAsian(s), isMarkedFamily(tokens): // 沈 一鸣, LAHTINEN Pekka
		n.Family, n.Given = tokens[0], strings.Join(tokens[1:], " ")
	case isInitials(tokens[last]) && (!isInitials(tokens[last-1]) || last == 1 && !vowels.In(tokens[last]) && vowels.In(tokens[0])): // KIM SJ
		n.Family, n.Given = strings.Join(tokens[:last], " "), tokens[last]
	case heading && isRegnal(tokens[last]):
		n.Family = s
	default:
		from = last
		from = withParticlesBefore(tokens, from)
		if from == 1 && isLowerParticle(tokens[0]) {
			from = 0
		}
		if from > 1 && connectors[tokens[from]] { // José Ortega y Gasset
			from = withParticlesBefore(tokens, from-1)
		}
		n.Family, n.Given = strings.Join(tokens[from:], " "), strings.Join(tokens[:from], " ")
	}
}

// isMarkedFamily tells whether the first word of a name is in capitals and the others are
// not, as French theses and patents mark the family name.
func isMarkedFamily(tokens []string) bool {
	if first := tokens[0]; len(first) < 4 || first != strings.ToUpper(first) || strings.Contains(first, ".") {
		return false
	}
	for _, t := range tokens[1:] {
		if !strings.ContainsFunc(t, unicode.IsLower) || particles.has(t) {
			return false
		}
	}
	return true
}

// withParticlesBefore gives where the particles begin that stand before a word of a name;
// the first word of the name is none of them.
func withParticlesBefore(tokens []string, from int) int {
	for from > 1 && (particles.has(tokens[from-1]) || exactParticles[tokens[from-1]]) {
		from--
	}
	return from
}

// isRegnal tells the number of a ruler: "John XXII, Pope".
func isRegnal(s string) bool { return s == strings.ToUpper(s) && roman(s) > 0 }

func isLowerParticle(s string) bool {
	return particles.has(s) && strings.ToLower(s) == s
}

// eastAsianRoles stand behind names in Chinese, Japanese and Korean catalogues: writer,
// editor, translator and the like, and "and others".
var eastAsianRoles = []string{"主编", "主編", "编著", "編著", "校注", "编", "編", "著", "译", "譯", "訳", "撰", "輯", "等", "ほか", "지음", "옮김", "엮음"}

// cutEastAsianRole cuts such a word, the dynasty or country that stands in brackets before
// a name, and dates in brackets that stand without a blank:
// 司馬遼太郎著, 林, 英夫(1919-2007).
func cutEastAsianRole(s string) string {
	if isASCII(s) || !isEastAsian(s) {
		return s
	}
	if i := strings.IndexAny(s, ")]）］〕"); i > 0 && strings.IndexAny(s, "([（［〔") == 0 { // (清)曹雪芹, [日]村上春树
		_, size := utf8.DecodeRuneInString(s[i:])
		if rest := s[i+size:]; hasLetter(rest) {
			s = rest
		}
	}
	if i := strings.LastIndexAny(s, "(（"); i > 0 && isLifeDate(strings.Trim(s[i:], "()（）")) {
		s = s[:i]
	}
	for _, role := range eastAsianRoles {
		if rest, ok := strings.CutSuffix(s, role); ok && utf8.RuneCountInString(rest) > 1 {
			return strings.TrimRight(rest, " ")
		}
	}
	return s
}

// isEastAsian tells whether a name is written in Han, Kana or Hangul.
func isEastAsian(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			return true
		}
	}
	return false
}

// cleanFamily trims a family name and gives its final period away.
func cleanFamily(s string) string {
	for before := ""; s != before; {
		before = s
		s = cutPeriod(aroundFamily.Trim(s), forenameAbbreviations)
	}
	return s
}

var aroundFamily = ascii.Of(" ,;*")

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

// isHonorific tells whether a part of a heading is a title: "Sir", "Duke of".
func isHonorific(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return (honorifics.has(first) || sovereigns.has(first)) && (strings.Contains(s, " of") || !strings.Contains(s, " "))
}
