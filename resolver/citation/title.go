package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/name"
	"lendlink/resolver/text"
)

var isbdMarks = text.Chars(" /:;,=") // ISBD's, as they are left at the ends

// TitleKind says whose title a text is, which decides what " / " in it means.
type TitleKind uint8

const (
	WholeTitle   TitleKind = iota // a book's: those responsible follow, as catalogues have it
	PartTitle                     // an article's or a paper's: they may follow, or it is the author's own
	SerialTitle                   // a journal's: a parallel title follows
	CleanedTitle                  // one that was read already: whatever follows belongs to it
)

// TitleKind returns the kind of title of items of a type.
func (t Type) TitleKind() TitleKind {
	switch t {
	case Periodical:
		return SerialTitle
	case Article, Paper, Chapter:
		return PartTitle
	}
	return WholeTitle
}

// ContainerKind returns the kind of title of what items of a type are in.
func (t Type) ContainerKind() TitleKind {
	switch t {
	case Article:
		return SerialTitle
	case Paper:
		return PartTitle
	}
	return WholeTitle
}

// CleanTitle removes from a title what catalogues add to it: a general material designation, a
// statement of responsibility, ISBD's punctuation, a final period. Letters keep their case.
func CleanTitle(s string, of TitleKind) string { return CleanTidiedTitle(text.Tidy(s), of) }

// CleanTidiedTitle is CleanTitle of a title that is tidied.
func CleanTidiedTitle(s string, of TitleKind) string {
	if isPlainTitle(s) {
		return s
	}
	return cleanTidiedTitle(s, of)
}

// addedMarks are those without one of which nothing was added inside a title.
var addedMarks = text.Chars("[]{}/")

// isPlainTitle reports whether a title is as its author wrote it, for no rule below would change it: most are.
func isPlainTitle(s string) bool {
	isWords := s != "" && text.IsASCIILetter(s[0]) && text.IsASCIILetter(s[len(s)-1])
	return isWords && !addedMarks.In(s) && !strings.Contains(s, " :")
}

// cleanTidiedTitle is CleanTidiedTitle of a title that is not plain.
func cleanTidiedTitle(s string, of TitleKind) string {
	s = cutSigns(s)
	// The statement of responsibility is cut, or cannot be there.
	responsible := of == SerialTitle || of == CleanedTitle || strings.IndexByte(s, '/') < 0 || hasSubtitleAfterStroke(s)
	// Trimming can expose another affix: "[Sermons] /".
	for {
		before := s
		if strings.IndexByte(s, '{') >= 0 {
			s = text.Tidy(cutBraces(s))
		}
		s = cutDesignation(s)
		if !responsible {
			if i := strings.LastIndex(s, " /"); i > 0 && startsResponsibility(s[i+2:], of) {
				s, responsible = s[:i], true
			} else if i := strings.LastIndex(s, "/ by "); i > 0 { // the blank before the stroke was lost
				s, responsible = s[:i], true
			}
		}
		if strings.Contains(s, " :") {
			s = colons.Replace(s)
		}
		for end := ""; s != end; { // by itself: a hostile title ends in thousands of marks
			end = s
			s = text.CutFootnote(isbdMarks.Trim(strings.TrimSuffix(strings.TrimSuffix(s, "--"), " [")), "*†‡|")
			if !isAbbreviated(s) {
				s = text.CutPeriod(s, serialAbbreviations)
			}
		}
		s = text.CutBrackets(s)
		if of == PartTitle {
			s = cutNoteNumber(s)
		}
		if s == before {
			return s
		}
	}
}

// titleSigns begin links of a wiki, and emphasised words.
var titleSigns = text.Chars("[*_'")

// cutSigns removes those signs, which web pages leave in titles.
func cutSigns(s string) string {
	if s != "" && titleSigns.Has(s[0]) {
		s = text.CutEmphasis(s)
	}
	if strings.IndexByte(s, '[') >= 0 {
		s = text.CutLinks(s)
	}
	return s
}

// isAbbreviated reports whether a title is made of abbreviations: all of its words, two or
// more, or three or more and most of them, as words too short for it stay whole. "Eur.
// Sociol. Rev." and "Nat. Hazards Earth Syst. Sci." keep their last period, "Science." does not.
func isAbbreviated(s string) bool {
	if !strings.HasSuffix(s, ".") {
		return false
	}
	words, abbreviations := 0, 0
	for word := range strings.FieldsSeq(s) {
		bare, period := strings.CutSuffix(word, ".")
		if last, _ := utf8.DecodeLastRuneInString(bare); period && unicode.IsLetter(last) {
			abbreviations++
		}
		words++
	}
	if abbreviations == words {
		return words > 1
	}
	return abbreviations > 2 && 2*abbreviations > words
}

// colons writes ISBD's colon before a subtitle as others do, with its blank: "Kelp : a
// reader", "Kelp :a reader".
var colons = strings.NewReplacer(" : ", ": ", " :", ": ")

// cutBraces removes the braces with which BibTeX keeps the capitals of words: "Repair of
// {DNA} in yeast". Those of LaTeX's commands and of sets, {a,b}, stay.
func cutBraces(s string) string {
	if strings.ContainsAny(s, `\$^_`) {
		return s
	}
	for open := strings.IndexByte(s, '{'); open >= 0; {
		n := strings.IndexByte(s[open:], '}')
		if n < 0 {
			break
		}
		if inner := s[open+1 : open+n]; !strings.ContainsAny(inner, "{,;=<>") {
			s = s[:open] + inner + s[open+n+1:]
			n = 0
		}
		next := strings.IndexByte(s[open+n:], '{')
		if next < 0 {
			break
		}
		open += n + next
	}
	return s
}

// startsResponsibility reports whether what follows a stroke is a statement of
// responsibility. The blank may be missing before its first word: "a poem /by Ida Lund".
func startsResponsibility(s string, of TitleKind) bool {
	if rest, ok := strings.CutPrefix(s, " "); ok {
		return namesSomeone(rest, of)
	}
	_, ok := name.CutResponsibility(s)
	return ok
}

// hasSubtitleAfterStroke reports whether a stroke belongs to a title, for a subtitle follows: "Home / Garden :
// a guide". After the statement of a set comes the title of one volume: "Works / Ruth Holm. Vol. 2 : Ferns".
func hasSubtitleAfterStroke(s string) bool {
	after := s[strings.LastIndexByte(s, '/')+1:]
	head, _, ok := strings.Cut(after, " : ")
	if !ok || strings.Contains(head, ". ") {
		return false
	}
	_, named := name.CutResponsibility(strings.TrimSpace(head))
	return !named
}

// alternatives are words after a stroke that offer a choice: "Either / Or".
var alternatives = text.Words(`or and nor versus ou oder und o y et`)

// namesSomeone reports whether a text can be a statement of responsibility: with a
// capital in it or in a script without any, or words such as "edited by". "Either /
// Or" and "and / or friends" have none. After the title of a part it must look like
// people, for databases of articles send no statements, and authors like the stroke:
// "Self / Other in colonial Kenya".
func namesSomeone(s string, of TitleKind) bool {
	if _, ok := name.CutResponsibility(s); ok {
		return true
	}
	if of == PartTitle {
		if strings.Contains(s, ": ") { // the subtitle of a second book under review
			return false
		}
		names := name.ParseList(s)
		noPerson := func(n name.Name) bool { return !name.LooksPersonal(n.Given + " " + n.Family) }
		return len(names) > 0 && !slices.ContainsFunc(names, noPerson)
	}
	if alternatives.Has(s) {
		return false
	}
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.Is(unicode.Lo, r) })
}
