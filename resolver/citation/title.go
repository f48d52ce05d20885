package citation

import (
	"slices"
	"strings"
	"unicode"

	"lendlink/resolver/ascii"
)

var (
	isbdMarks      = ascii.Of(" /:;,=") // ISBD's, as they are left at the ends
	squareBrackets = ascii.Of("[]")
)

// cleanTitle takes out of a title what catalogues add to it: a general material
// designation, a statement of responsibility, ISBD's punctuation, a final
// period. Letters keep their case.
func cleanTitle(s string) string { return title(s, wholeTitle) }

// titleOf is whose title a text is: that says what " / " in it means.
type titleOf uint8

const (
	wholeTitle  titleOf = iota // a book's: those responsible follow, as catalogues have it
	partTitle                  // an article's or a paper's: they may follow, or it is the author's own
	serialTitle                // a journal's: a parallel title follows
	clearTitle                 // one that was read already: whatever follows belongs to it
)

// ownTitle tells whose title an item of a type has.
func (t Type) ownTitle() titleOf {
	switch t {
	case Periodical:
		return serialTitle
	case Article, Paper, Chapter:
		return partTitle
	}
	return wholeTitle
}

// containerTitle tells whose title the container of a type has.
func (t Type) containerTitle() titleOf {
	switch t {
	case Article:
		return serialTitle
	case Paper:
		return partTitle
	}
	return wholeTitle
}

// title is cleanTitle for any item.
func title(s string, of titleOf) string {
	s = tidy(s)
	responsible := of == serialTitle || of == clearTitle // the statement of responsibility is cut, or cannot be there
	// What is cut may bare something else that is to be cut: "[Sermons] /".
	for {
		before := s
		if strings.IndexByte(s, '{') >= 0 {
			s = tidy(cutBraces(s))
		}
		s = cutDesignation(s)
		if !responsible && strings.IndexByte(s, '/') >= 0 { // LastIndex alone takes ten times as long
			if i := strings.LastIndex(s, " /"); i > 0 && startsResponsibility(s[i+2:], of) {
				s, responsible = s[:i], true
			}
		}
		if strings.Contains(s, " :") {
			s = colons.Replace(s)
		}
		for end := ""; s != end; { // by itself: a hostile title ends in thousands of marks
			end = s
			s = cutPeriod(cutFootnote(isbdMarks.Trim(strings.TrimSuffix(s, "--")), "*†‡|"))
		}
		s = cutBrackets(s)
		if s == before {
			return s
		}
	}
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
		if inner := s[open+1 : open+n]; inner != "" && !strings.ContainsAny(inner, "{,;=<>") {
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

// cutBrackets removes square brackets around a whole text, and one that lost its
// fellow at the other end.
func cutBrackets(s string) string {
	if strings.IndexByte(s, '[') < 0 && strings.IndexByte(s, ']') < 0 { // on long texts faster than a set
		return s
	}
	open, close := strings.Count(s, "["), strings.Count(s, "]")
	switch {
	case open == 1 && close == 1 && strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]"):
		s = s[1 : len(s)-1]
	case open == 1 && close == 0 && strings.HasPrefix(s, "["):
		s = s[1:]
	case open == 0 && close == 1 && strings.HasSuffix(s, "]"):
		s = s[:len(s)-1]
	default:
		return s
	}
	return strings.Trim(s, " ")
}

// startsResponsibility tells whether what follows a stroke is a statement of
// responsibility. The blank may be missing before its first word: "a poem /by Ida Lund".
func startsResponsibility(s string, of titleOf) bool {
	if rest, ok := strings.CutPrefix(s, " "); ok {
		return namesSomeone(rest, of)
	}
	_, ok := cutResponsibility(s)
	return ok
}

// alternatives are words behind a stroke that offer a choice: "Either / Or".
var alternatives = words(`or and nor versus ou oder und o y et`)

// namesSomeone tells whether a text can be a statement of responsibility: with a
// capital in it or in a script without any, or words such as "edited by". "Either /
// Or" and "and / or friends" have none. Behind the title of a part it must look like
// people, for databases of articles send no statements, and authors like the stroke:
// "Self / Other in colonial Kenya".
func namesSomeone(s string, of titleOf) bool {
	if _, ok := cutResponsibility(s); ok {
		return true
	}
	if of == partTitle {
		names := ParseNames(s)
		return len(names) > 0 && !slices.ContainsFunc(names, func(n Name) bool { return !looksPersonal(n.Given + " " + n.Family) })
	}
	if alternatives[fold(s)] {
		return false
	}
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.Is(unicode.Lo, r) })
}
