package citation

import (
	"strings"

	"lendlink/resolver/text"
)

// imprintNotes are what cataloguers write after a place or publisher that is
// one of several, or has another part.
var imprintNotes = []string{" [etc.]", " [etc.", " [etc", " [u.a.]", " [et al.]", " [distributor]", " etc."}

// What ISBD leaves around a place or publisher.
var (
	imprintStart = text.Chars(" ,:;")
	imprintEnd   = text.Chars(" ,:;/")
)

// CleanPublisher returns the first of several publishers, without ISBD's
// punctuation.
func CleanPublisher(s string) string { return imprint(s, false) }

// CleanPlace returns the first of several places, without ISBD's punctuation.
func CleanPlace(s string) string { return imprint(s, true) }

func imprint(s string, place bool) string {
	s = cutSigns(text.Tidy(s))
	for _, missing := range [...]string{"null:", "undefined:"} { // sent by a program without a place
		s = strings.TrimPrefix(s, missing)
	}
	for {
		before := s
		if first, next, _ := strings.Cut(s, ";"); first != "" {
			if s = first; isUnnamed(first) {
				s = next
			}
		}
		if place {
			if i := strings.Index(s, " : "); i > 0 {
				s = s[:i]
			}
		}
		s = imprintEnd.TrimRight(imprintStart.TrimLeft(s))
		if !text.IsASCII(s) {
			s = strings.TrimRight(s, "،؛：，；、 ")
		}
		if i := strings.LastIndexByte(s, ','); i > 0 && isCopyrightYear(s[i+1:]) { // Wiley,c1999
			s = s[:i]
		}
		for _, note := range imprintNotes {
			if rest, ok := strings.CutSuffix(s, note); ok {
				s = rest
			}
		}
		if place {
			s = text.CutPeriod(s, placeAbbreviations)
		} else {
			s = text.CutPeriod(s, publisherAbbreviations)
		}
		s = text.CutBrackets(s)
		if strings.IndexByte(s, '[') > 0 && strings.IndexByte(s, ']') < 0 { // La Paz [Bolivia
			s += "]"
		}
		if isCopyrightYear(s) {
			return ""
		}
		if s == before {
			return s
		}
	}
}

// isUnnamed reports whether a value says that the publisher or the place is not known: "s.n.]".
func isUnnamed(s string) bool {
	s = strings.Trim(s, " []")
	return strings.EqualFold(s, "s.n.") || strings.EqualFold(s, "s.l.")
}

func isCopyrightYear(s string) bool {
	s = strings.TrimLeft(s, " c©p[")
	return len(s) >= 4 && text.AllDigits(strings.TrimRight(s, " .]?-")) && len(s) <= 6
}

// CleanEdition trims an edition statement; one of whole words loses its final
// period ("Second edition."), one that ends in an abbreviation keeps it.
func CleanEdition(s string) string {
	s = text.Tidy(s)
	if isDesignation(strings.Trim(s, "[]")) {
		return ""
	}
	for before := ""; s != before; {
		before = s
		if i := strings.Index(s, " / "); i > 0 { // who made the edition
			s = s[:i]
		}
		s = text.CutPeriod(text.CutBrackets(strings.TrimRight(strings.TrimLeft(s, " ,:;/"), " /,:;")), editionAbbreviations)
	}
	return s
}

// CleanSeries trims the title of a series.
func CleanSeries(s string) string {
	s = text.Tidy(s)
	for before := ""; s != before; {
		before = s
		s = text.CutPeriod(strings.Trim(s, " /,:;="))
		if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && strings.Count(s, "(") == 1 {
			s = s[1 : len(s)-1]
		}
	}
	return s
}
