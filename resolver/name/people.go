package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/text"
)

// maxNames bounds the comparing of each name with all before it. Forms take the first.
const maxNames = 100

// ParseList reads the people and organisations that one value names. A
// semicolon always splits them; "and", "&" and "/" only where every part looks
// like a person; a comma only in a statement of responsibility, where names are
// in direct order, and in lists whose shape says so ("Smith J, Jones K").
func ParseList(s string) []Name { return AppendList(nil, s) }

// AppendList is ParseList that appends to the names of values before this one, after which
// degrees or a newspaper alone are not a person. It merges none; see [Add].
func AppendList(names []Name, s string) []Name {
	if s == "" {
		return names
	}
	if n, ok := plainHeading(s); ok && len(names) < maxNames {
		return append(names, n)
	}
	return appendList(names, s)
}

// appendList is AppendList for what is no plain name.
func appendList(names []Name, s string) []Name {
	if strings.IndexByte(s, '<') >= 0 {
		s = lineBreaks.Replace(s)
	}
	s = cutAddresses(text.Tidy(s))
	if s == "" || isAnonymous(s) {
		return names
	}
	if s[0] >= utf8.RuneSelf && isEastAsian(s) {
		s = plainEastAsian(s)
	}
	if strings.ContainsFunc(s, isWideSeparator) {
		s = strings.Map(normaliseSeparators, s)
	}
	if listMarks.In(s) {
		s = librarySeparators.Replace(s)
	}
	s = cutWrittenDay(strings.TrimSuffix(s, " and")) // of a list that was cut
	if strings.HasSuffix(s, ":") {                   // Updated: Jan 17, 2015
		return names
	}
	lists := hasHeading(s)
	for rest := CutOthers(s); rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, ";")
		if isNoAuthor(strings.TrimSpace(part), len(names)) {
			continue
		}
		part, direct := CutResponsibility(cutSentencePeriod(cutRoleBefore(strings.TrimSpace(part))))
		part = cutRelators(cutPost(cutPress(part)))
		if lists {
			part, _ = headingOf(part, s)
		}
		part, group := splitGroup(part)
		people := splitPeople(part, direct || group != "")
		if people == nil {
			people = []string{part}
		}
		if group != "" {
			people = append(people, group)
		}
		for _, person := range people {
			if len(names) == maxNames {
				return names
			}
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
	bare := strings.TrimSuffix(s, ".")
	if word := bare[strings.LastIndexByte(bare, ' ')+1:]; len(word) > 1 && isInitials(word) {
		return bare
	}
	return s
}

// cutRoleBefore cuts what a catalogue has in brackets before a heading: "(foreword by) Roe, Ann".
func cutRoleBefore(s string) string {
	if role, rest, ok := strings.Cut(s, " by) "); ok && strings.HasPrefix(role, "(") {
		return rest
	}
	return s
}

// isWideSeparator reports whether a rune is a semicolon of another script, or the comma of
// lists in Chinese and Japanese.
func isWideSeparator(r rune) bool { return r == '；' || r == '؛' || r == '、' }

// normaliseSeparators makes a semicolon of them.
func normaliseSeparators(r rune) rune {
	if isWideSeparator(r) {
		return ';'
	}
	return r
}

// lineBreaks are the tags that split people in what comes from a page.
var lineBreaks = strings.NewReplacer("<br>", ";", "<br/>", ";", "<br />", ";", "<BR>", ";")

// librarySeparators are the vertical bars of some templates, the words that a cataloguer has
// put in, relators that come between people, a subfield of MARC and links of a wiki.
var librarySeparators = strings.NewReplacer("|e ", ", ", "$e ", ", ", "|", ";", "[and]", "and", "[und]", "und", "[et]", "et", "[y]", "y",
	"[[", "", "]]", "", "(Ed.),", ";", "(ed.),", ";", "(Hrsg.),", ";", "(Hg.),", ";", "(dir.),", ";", "(coord.),", ";")

// cutManyOthers removes RDA's words in brackets for further people, [and three others].
func cutManyOthers(s string) (string, bool) {
	i := strings.LastIndex(s, " [and ")
	return s[:max(i, 0)], i > 0
}

var listMarks = text.Chars("|[($")

// others are the words for further people, in lower case, the longest first.
var others = []string{"... [et al.]", "[and others]", "and others", "[et al.]", "[et al", "et. al.", "et al.", "et al", "& al.",
	"et alii", "[u.a.]", "u. a.", "u.a.",
	"y otros", "y col.", "e outros", "e altri", "et autres", "m.fl.", "ym.", "i in.", "i dr.", "a kol.", "и др.", "ve diğerleri",
	"others", "etc.", "etc"}

// othersEnd are their last characters.
var othersEnd = text.Chars(".]lsicLSIC")

// beforeOthers are what may be before them.
var beforeOthers = text.Chars(" ;,")

// CutOthers removes the words for further people, at the end or alone: ERIC
// has "Salazar, Teresa; And Others", and others send au=et al. by itself.
func CutOthers(s string) string {
	if s == "" || !othersEnd.Has(s[len(s)-1]) {
		return s // most names
	}
	if rest, ok := cutManyOthers(s); ok {
		return rest
	}
	if strings.HasSuffix(s, "].") { // [and others].
		s = s[:len(s)-1]
	}
	for _, words := range others {
		n := len(s) - len(words)
		if n < 0 || !strings.EqualFold(s[n:], words) {
			continue
		}
		if n == 0 || beforeOthers.Has(s[n-1]) && words != "others" {
			return strings.TrimRight(s[:n], " ,;")
		}
	}
	return s
}

// isAnonymous reports whether a name is what databases write where no author is known: PsycINFO, Web of Science,
// ProQuest's newspapers.
func isAnonymous(s string) bool {
	return anonymousWords.Has(text.CutBrackets(s)) || anonymousBeginnings.Begin(s)
}

// anonymousBeginnings are how such values begin that go on.
var anonymousBeginnings = text.BeginningsOf("no author", "[no author", "[anonymous]", "[anon", "special to ",
	"staff correspondent", "staff writer", "staff reporter",
	"from staff reports", "from staff and wire", "staff report", "from wire reports", "from news services")

// anonymousWords are whole values that databases write where no author is known, folded.
var anonymousWords = text.Words(`anonymous anon authorunknown unknownauthor unknown unknownunknown variousauthors various multipleauthors
	nn sn none notavailable tbd authornotidentified authornotknown authornotgiven authornotspecified autordesconocido autordesconhecido
	auteurinconnu auteurnonidentifie verfasserunbekannt autorunbekannt autoresconosciuto`)

// separators split people, if every part looks like a person.
var separators = []string{" and ", " & ", " / ", "/", " und ", " et ", " y ", " with "}

// separatorWords are those of them that are words.
var separatorWords = func() map[string]bool {
	words := map[string]bool{}
	for _, separator := range separators {
		words[strings.TrimSpace(separator)] = true
	}
	return words
}()

// hasSeparator reports whether a text holds a separator.
func hasSeparator(s string) bool {
	if strings.IndexByte(s, '/') >= 0 {
		return true
	}
	_, rest, _ := strings.Cut(s, " ")
	for {
		word, after, more := strings.Cut(rest, " ")
		if !more || separatorWords[word] {
			return more
		}
		rest = after
	}
}

// assistance is what Wikipedia and title pages have before those who helped.
var assistance = strings.NewReplacer(" with assistance from ", " with ", " with the assistance of ", " with ",
	" with the help of ", " with ")

// splitPeople splits the people in a text; nil is for one, or what cannot be split.
func splitPeople(s string, direct bool) []string {
	if list := splitList(s); list != nil {
		return list
	}
	if !direct && !hasSeparator(s) && strings.IndexByte(s, '&') < 0 {
		return nil
	}
	if isPlacesCompany(s) {
		return nil
	}
	if families := familiesBeforeAnd(s, " and "); families != nil {
		return families
	}
	parts := []string{assistance.Replace(s)}
	if headings := strings.Split(s, "&"); !slices.ContainsFunc(headings, isNoHeading) { // Doe, J.&Roe, K.
		parts = headings
	}
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
		if !LooksPersonal(p) {
			return nil
		}
		people = append(people, p)
	}
	if len(people) < 2 {
		return nil
	}
	return splitDirectList(people)
}

// isNoHeading reports whether a text is not one name with its comma.
func isNoHeading(s string) bool { return strings.Count(s, ",") != 1 }

func splitEach(parts []string, sep string) []string {
	var out []string
	for _, p := range parts {
		out = append(out, strings.Split(p, sep)...)
	}
	return out
}

// LooksPersonal reports whether a text has the shape of a person's name: two to
// five words that begin with capitals, particles aside, or a comma between two
// parts; and no word of an organisation.
func LooksPersonal(s string) bool {
	tokens := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' })
	if len(tokens) < 2 || len(tokens) > 6 || isOrganisation(s) {
		return false
	}
	if isLowerParticle(tokens[len(tokens)-1]) { // Karl von und zu Stein
		return false
	}
	for _, t := range tokens {
		first, _ := utf8.DecodeRuneInString(withoutElided(strings.TrimLeft(t, "’'")))
		if !unicode.IsUpper(first) && !unicode.Is(unicode.Lo, first) && !particles.Has(t) {
			return false
		}
	}
	return true
}
