package identifier_test

import (
	"testing"

	"lendlink/resolver/identifier"
)

func TestParseBibcode(t *testing.T) {
	vectors{
		{"info", "info:bibcode/1996AJ....111.1748M", "1996AJ....111.1748M"},
		{"labelled", "bibcode:2010Natur.468..539J", "2010Natur.468..539J"},
		{"an address", "https://ui.adsabs.harvard.edu/abs/2010Natur.468..539J/abstract", "2010Natur.468..539J"},
		{"an ampersand", "2010A&A...518L...1P", "2010A&A...518L...1P"},
		{"no author's letter", "2010Natur.468..539.", "2010Natur.468..539."},
		{"a word", "1996AJ", ""},
		{"a character too many", "1996AJ....111.1748MM", ""},
		{"no year", "3996AJ....111.1748M", ""},
		{"empty", "", ""},
	}.run(t, identifier.ParseBibcode)
}
