package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/ascii"
)

// ParseNames reads the people and organisations that one value names. A
// semicolon always parts them; "and", "&" and "/" only where every part looks
// like a person; a comma only in a statement of responsibility, where names stand
// in direct order, and in lists whose shape says so ("Smith J, Jones K").
func ParseNames(s string) []Name { return appendNames(nil, s) }

func appendNames(names []Name, s string) []Name {
	s = tidy(s)
	s = strings.Map(narrow, s)
	if strokes.In(s) {
		s = catalogueSeparators.Replace(s)
	}
	for rest := cutOthers(s); rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, ";")
		part, direct := cutResponsibility(cutSentencePeriod(strings.TrimSpace(part)))
		people := splitPeople(part, direct)
		if people == nil {
			people = []string{part}
		}
		for _, person := range people {
			if n, ok := parseName(person); ok {
				names = append(names, n)
			}
		}
	}
	return names
}

// cutSentencePeriod cuts the period that ends a list in MEDLINE's style, "Lee AB, Roe
// CD.": it is not the initials', which have one each or none.
func cutSentencePeriod(s string) string {
	bare, found := strings.CutSuffix(s, ".")
	if word := bare[strings.LastIndexByte(bare, ' ')+1:]; found && len(word) > 1 && isInitials(word) && !isOrganisation(s) {
		return bare
	}
	return s
}

// isWideSeparator tells the semicolons of other scripts, and the comma that lists take
// in Chinese and Japanese.
func isWideSeparator(r rune) bool { return r == '；' || r == '؛' || r == '、' }

// narrow makes a semicolon of them.
func narrow(r rune) rune {
	if isWideSeparator(r) {
		return ';'
	}
	return r
}

// catalogueSeparators are the strokes of some templates, and the word that a
// cataloguer has put in.
var catalogueSeparators = strings.NewReplacer("|", ";", "[and]", "and", "[und]", "und", "[et]", "et", "[y]", "y")

// manyOthers tells the words in brackets that RDA has for further people: [and
// three others].
func manyOthers(s string) (string, bool) {
	i := strings.LastIndex(s, " [and ")
	return s[:max(i, 0)], i > 0 && strings.HasSuffix(s, " others]")
}

var strokes = ascii.Of("|[")

// othersEnd are the last characters of the words for further people.
var othersEnd = ascii.Of(".]ls")

// cutOthers removes the words that stand for further people.
func cutOthers(s string) string {
	if s == "" || !othersEnd.Has(s[len(s)-1]) {
		return s // most names
	}
	if rest, ok := manyOthers(s); ok {
		return rest
	}
	for _, others := range [...]string{" ... [et al.]", " et al.", " et al", " [et al.]", " u.a.", " [u.a.]", " y otros", " and others", " [and others]"} {
		if rest, ok := strings.CutSuffix(s, others); ok {
			return strings.TrimRight(rest, " ,;")
		}
	}
	return s
}

// separators part people, if every part looks like a person.
var separators = []string{" and ", " & ", " / ", "/", " und ", " et ", " y "}

// splitPeople parts the people in a text; nil is for one, or what cannot be parted.
func splitPeople(s string, direct bool) []string {
	if list := splitList(s); list != nil {
		return list
	}
	if !direct && !containsAny(s, separators) {
		return nil
	}
	if isOrganisation(s) {
		return nil
	}
	parts := []string{s}
	for _, sep := range separators {
		parts = splitEach(parts, sep)
	}
	if direct {
		parts = splitEach(parts, ",")
	}
	people := parts[:0:0]
	for _, p := range parts {
		p = afterName.Trim(strings.TrimPrefix(strings.TrimSpace(p), "and ")) // "Ann Lee, and Bo Roe"
		if p == "" {
			continue
		}
		if !looksPersonal(p) {
			return nil
		}
		people = append(people, p)
	}
	if len(people) < 2 {
		return nil
	}
	return splitDirectList(people)
}

// splitDirectList parts names at commas where the last of them stands in direct
// order: "John Smith, Jane Doe" before "and Max Roe".
func splitDirectList(people []string) []string {
	last := people[len(people)-1]
	if strings.Contains(last, ",") || len(people) > 2 || !strings.Contains(people[0], ",") {
		return people
	}
	var list []string
	for _, p := range strings.Split(people[0], ",") {
		if !looksPersonal(p) {
			return people
		}
		list = append(list, strings.TrimSpace(p))
	}
	return append(list, last)
}

// splitList parts the lists that MEDLINE and APA style make with commas alone:
// "Smith J, Jones K" and "Smith, J., Jones, K., & Brown, L.". It gives nil for
// anything else.
func splitList(s string) []string {
	head, _, found := strings.Cut(s, ",")
	last := s[max(len(s)-1, 0):]
	if !found || last != "." && (last < "A" || last > "Z") || !strings.Contains(head, " ") && strings.Count(s, ",") < 3 {
		return nil // most values: they end in no initial, or name one person
	}
	for _, and := range [...]string{", & ", ", and ", " & ", " and "} {
		s = strings.ReplaceAll(s, and, ", ")
	}
	parts := strings.Split(s, ",")
	medline, paired := true, len(parts) >= 4 && len(parts)%2 == 0
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
		tokens := strings.Fields(parts[i])
		if len(tokens) == 0 {
			return nil
		}
		last := tokens[len(tokens)-1]
		medline = medline && len(tokens) > 1 && (isInitials(last) || isDotted(last)) && !isInitials(tokens[0]) && !isDotted(tokens[0])
		if given := isDotted(last) || isInitials(last); given != (i%2 == 1) {
			paired = false
		}
	}
	switch {
	case medline:
		return parts
	case paired:
		var list []string
		for i := 0; i < len(parts); i += 2 {
			list = append(list, parts[i]+", "+parts[i+1])
		}
		return list
	}
	return nil
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

func splitEach(parts []string, sep string) []string {
	var out []string
	for _, p := range parts {
		out = append(out, strings.Split(p, sep)...)
	}
	return out
}

// looksPersonal tells whether a text has the shape of a person's name: two to
// five words that begin with capitals, particles aside, or a comma between two
// parts; and no word of an organisation.
func looksPersonal(s string) bool {
	tokens := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' })
	if len(tokens) < 2 || len(tokens) > 6 || isOrganisation(s) {
		return false
	}
	for _, t := range tokens {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(t, "’'"))
		if !unicode.IsUpper(first) && !unicode.Is(unicode.Lo, first) && !particles.has(t) {
			return false
		}
	}
	return true
}
