package prose

import (
	_ "embed"
	"regexp"
	"strings"

	"lendlink/resolver/text"
)

//go:embed courtesy.txt
var courtesyList string

// courtesies are the words of courtesy.txt; those that are polite are true.
var courtesies = func() map[string]bool {
	known := map[string]bool{}
	for line := range text.ListLines(courtesyList) {
		name, list, _ := strings.Cut(line, ":")
		for _, w := range words(list) {
			known[w.folded] = name == "polite"
		}
	}
	return known
}()

// isCourtesy reports whether a text has the words of a courtesy and no others, and whether one
// of them is polite.
func isCourtesy(s string) (all, polite bool) {
	for _, w := range words(s) {
		isPolite, known := courtesies[w.folded]
		if !known {
			return false, false
		}
		polite = polite || isPolite
	}
	return true, polite
}

// IsAround reports whether what is around an identifier asks for it and is not a title.
func IsAround(s string) bool {
	all, polite := isCourtesy(s)
	if all {
		return polite || phrasesIn(s)&wish != 0
	}
	return Is(s) && !IsStructured(s)
}

// Courtesies end and begin at these signs; a comma or a dash does not say enough of a title.
var (
	courtesyEnd   = regexp.MustCompile(`[.!?:,;]\s+|\s[-–—]\s|\n|\s["“”«„]`)
	courtesyBegin = regexp.MustCompile(`[.!?,;)”"»]\s+|\s[-–—]\s|\n|\d\s+`)
)

// CutCourtesies cuts the courtesies before and after a text, up to a sign: "Hi! could you get
// me “Lamps” (1978)? thanks!". They wish something, or what is left is built like a reference:
// "Hello, Dolly" is a title.
func CutCourtesies(s string) (rest string, cut []string) {
	if len(s) > longest {
		return s, nil
	}
	rest = s
	for _, m := range courtesyEnd.FindAllStringIndex(s, 6) {
		lead, after := s[:m[0]], strings.TrimLeft(s[m[0]:], ".!?:,;-–— \n\r\t")
		if _, polite := isCourtesy(lead); polite && (phrasesIn(lead)&wish != 0 || IsStructured(after)) {
			cut, rest = []string{strings.TrimSpace(lead)}, strings.TrimRight(after, "? ")
		}
	}
	found := courtesyBegin.FindAllStringIndex(rest, -1)
	for _, m := range found[max(0, len(found)-3):] {
		before, after := rest[:m[1]], rest[m[1]:]
		if _, polite := isCourtesy(after); polite && (len(cut) > 0 || IsStructured(before)) {
			return strings.TrimRight(before, "? \n\r\t"), append(cut, strings.TrimSpace(after))
		}
	}
	return rest, cut
}
