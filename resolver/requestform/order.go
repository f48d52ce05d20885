package requestform

import (
	"slices"

	"lendlink/resolver/placeholder"
)

// shortenStep is one step in making an address shorter: the keys that hold one of the
// fields are dropped, from the last on, until the address fits.
type shortenStep struct {
	fields []string // of placeholders
	// floor is the encoded length that the values may be cut down to, the longest
	// first; 0 is for keys that go as a whole.
	floor int
	// duplicates limits the step to keys whose field another key of the step holds too.
	duplicates bool
	// requires names a field that another key must hold for the step to be taken.
	requires string
	// part limits the step to the part of a value that holds the field: the rest stays.
	part bool
	// over is the encoded length above which alone a key is touched.
	over int
}

const (
	// titleFloor and nameFloor keep enough to know the item by: some 80 Latin
	// letters or 9 Chinese characters of a title, 50 letters of a name.
	titleFloor = 90
	nameFloor  = 60
	// longestText (a name, a publisher) and longestOther (a number, an identifier)
	// are what hardly any real value exceeds. One that does is cut before another is lost.
	longestText  = 300
	longestOther = 240
)

// Fields of the same meaning.
var (
	wholeTitles = []string{"title", "container-title", "whole-title", "main-title", "book-title", "journal-title"}
	allTitles   = slices.Concat([]string{"part-title"}, wholeTitles)
	givenNames  = []string{"given", "suffix", "first-author"}
	familyNames = []string{"family", "author", "authors", "organisation"}
	allNames    = slices.Concat(givenNames, familyNames)
	imprint     = []string{"series", "place", "publisher", "edition", "medium"}
	dates       = []string{"date", "year", "month"}
	numbers     = []string{"volume", "issue", "spage", "epage", "pages"}
	identifiers = []string{
		"mms", "bibcode", "handle", "lccn", "arxiv", "pmcid", "pmid", "doi", "issn", "isbn", "isbn-or-issn", "oclc",
	}
	provenance    = []string{"source", "record", "changed"}
	controlFields = []string{"genre", "format", "type"}
)

// shortenOrder is the order in which fields are given up: from what is sent twice to
// what a request cannot do without.
var shortenOrder = []shortenStep{
	{fields: []string{"changed"}, part: true},
	{fields: []string{"record"}, part: true},

	{fields: allTitles, duplicates: true},
	{fields: allNames, duplicates: true},
	{fields: []string{"oclc"}, duplicates: true},
	{fields: slices.Concat(identifiers, dates, numbers, imprint, provenance, controlFields), duplicates: true},

	{fields: slices.Concat(allNames, imprint), floor: longestText, over: longestText},
	{fields: slices.Concat(identifiers, dates, numbers, provenance), over: longestOther},

	{fields: []string{"series"}},
	{fields: []string{"place"}},
	{fields: []string{"publisher"}},
	{fields: []string{"edition"}},
	{fields: []string{"medium"}},

	{fields: allTitles, floor: titleFloor},

	{fields: provenance},
	{fields: []string{"epage", "spage"}, requires: "pages"},
	{fields: []string{"pages"}},
	{fields: []string{"epage"}},
	{fields: []string{"issue"}},
	{fields: []string{"volume"}},
	{fields: []string{"spage"}},
	{fields: allNames, floor: nameFloor},
	{fields: []string{"part-title"}},
	{fields: wholeTitles},

	{fields: []string{"mms"}},
	{fields: []string{"bibcode"}},
	{fields: []string{"handle"}},
	{fields: []string{"lccn"}},
	{fields: []string{"arxiv"}},
	{fields: []string{"pmcid"}},
	{fields: []string{"pmid"}},
	{fields: []string{"doi"}},
	{fields: []string{"issn"}},
	{fields: []string{"isbn", "isbn-or-issn"}},
	{fields: []string{"oclc"}},
	{fields: dates},
	{fields: givenNames},
	{fields: familyNames},
	{fields: controlFields},
}

// sameMeaning reports whether two fields say the same of an item.
func sameMeaning(a, b string) bool {
	for _, group := range [][]string{wholeTitles, allNames, dates} {
		if slices.Contains(group, a) {
			return slices.Contains(group, b)
		}
	}
	return a == b
}

// mainField returns the field that decides when a key goes: of those without which its
// template has no value, the one that is given up last.
func mainField(t placeholder.Template) string {
	fields := t.Required()
	if len(fields) == 0 {
		fields = t.Names()
	}
	for _, step := range slices.Backward(shortenOrder) {
		for _, f := range fields {
			if slices.Contains(step.fields, f) {
				return f
			}
		}
	}
	return ""
}
