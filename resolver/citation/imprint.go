package citation

import (
	"strings"

	"lendlink/resolver/ascii"
)

// imprintNotes are what cataloguers write behind a place or publisher that is
// one of several, or has another part.
var imprintNotes = []string{" [etc.]", " [u.a.]", " [et al.]", " [distributor]", " etc."}

// What ISBD leaves around a place or publisher.
var (
	imprintStart = ascii.Of(" ,:;")
	imprintEnd   = ascii.Of(" ,:;/")
)

// cleanPublisher gives the first of several publishers, without ISBD's
// punctuation.
func cleanPublisher(s string) string { return imprint(s, false) }

// cleanPlace gives the first of several places, without ISBD's punctuation.
func cleanPlace(s string) string { return imprint(s, true) }

func imprint(s string, place bool) string {
	s = tidy(s)
	for {
		before := s
		if i := strings.IndexByte(s, ';'); i > 0 {
			s = s[:i]
		}
		if place {
			if i := strings.Index(s, " : "); i > 0 {
				s = s[:i]
			}
		}
		s = imprintEnd.TrimRight(imprintStart.TrimLeft(s))
		if !isASCII(s) {
			s = strings.TrimRight(s, "،؛：，；、 ")
		}
		if i := strings.LastIndexByte(s, ','); i > 0 && !place && isCopyrightYear(s[i+1:]) { // Wiley,c1999
			s = s[:i]
		}
		for _, note := range imprintNotes {
			if rest, ok := strings.CutSuffix(s, note); ok {
				s = rest
			}
		}
		if place {
			s = cutPeriod(s, placeAbbreviations)
		} else {
			s = cutPeriod(s, publisherAbbreviations)
		}
		s = cutBrackets(s)
		if s == before {
			return s
		}
	}
}

func isCopyrightYear(s string) bool {
	s = strings.TrimLeft(s, " c©p[")
	return len(s) >= 4 && allDigits(strings.TrimRight(s, " .]?")) && len(s) <= 6
}

// cleanEdition trims an edition statement; one of whole words loses its final
// period ("Second edition."), one that ends in an abbreviation keeps it.
func cleanEdition(s string) string {
	s = tidy(s)
	if isDesignation(strings.Trim(s, "[]")) {
		return ""
	}
	for before := ""; s != before; {
		before = s
		if i := strings.Index(s, " / "); i > 0 { // who made the edition
			s = s[:i]
		}
		s = cutPeriod(cutBrackets(strings.TrimRight(strings.TrimLeft(s, " ,:;/"), " /,:;")), editionAbbreviations)
	}
	return s
}

// cleanSeries trims the title of a series.
func cleanSeries(s string) string {
	s = tidy(s)
	for before := ""; s != before; {
		before = s
		s = cutPeriod(strings.Trim(s, " /,:;="))
		if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && strings.Count(s, "(") == 1 {
			s = s[1 : len(s)-1]
		}
	}
	return s
}
