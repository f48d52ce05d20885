package citation

import (
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
func cleanTitle(s string) string { return title(s, false) }

// title is cleanTitle also for serials, in whose titles " / " stands between
// parallel titles and not before those responsible.
func title(s string, serial bool) string {
	s = tidy(s)
	// What is cut may bare something else that is to be cut: "[Sermons] /".
	for {
		before := s
		s = cutDesignation(s)
		if !serial && strings.IndexByte(s, '/') >= 0 { // LastIndex alone takes ten times as long
			if i := strings.LastIndex(s, " / "); i > 0 && namesSomeone(s[i+3:]) {
				s = s[:i]
			}
		}
		if strings.Contains(s, " : ") {
			s = strings.ReplaceAll(s, " : ", ": ")
		}
		s = isbdMarks.Trim(s)
		s = cutPeriod(s)
		s = cutBrackets(s)
		if s == before {
			return s
		}
	}
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

// alternatives are words behind a stroke that offer a choice: "Either / Or".
var alternatives = words(`or and nor versus ou oder und o y et`)

// namesSomeone tells whether a text can be a statement of responsibility: with a
// capital in it or in a script without any, or words such as "edited by". "Either /
// Or" and "and / or friends" have none.
func namesSomeone(s string) bool {
	if _, ok := cutResponsibility(s); ok {
		return true
	}
	if alternatives[fold(s)] {
		return false
	}
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.Is(unicode.Lo, r) })
}
