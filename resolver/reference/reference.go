// Package reference reads what people paste: references from bibliographies as files or in
// plain text, identifiers, addresses of pages and OpenURLs. Nothing is fetched.
//
// It knows RIS, BibTeX and BibLaTeX, CSL-JSON, PubMed's .nbib, EndNote's tagged export,
// COinS in HTML, pages with meta tags, and OpenURLs; anything else is read as plain text. It
// deviates from the formats where programs do: unknown tags are left out, and an entry with a
// fault does not affect the others.
//
// It imports address, citation, identifier, interpret, name, openurl, plaintext, prose and
// text.
package reference

import (
	"strings"

	"lendlink/resolver/address"
	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
)

// What is taken of one text.
const (
	MaxBytes = 64 << 10
	MaxItems = 200
)

// Item is one item that a text names.
type Item struct {
	citation.Citation
	Note   string // what has no field: editors, access dates, what was not understood
	Source string // rfr_id of an OpenURL
	Doubt  bool   // it was read from plain text, which can be read in another way
}

// format is one that a text can be in.
type format struct {
	name string
	is   func(text string) bool
	read func(text string, year int) ([]Item, []Problem)
}

// formats are tried in order; the last takes everything.
var formats = []format{
	{"CSL-JSON", isCSL, readCSL},
	{"RIS", ris.is, ris.read},
	{"nbib", nbib.is, nbib.read},
	{"EndNote", endNote.is, endNote.read},
	{"BibTeX", isBibTeX, readBibTeX},
	{"OpenURL, a pair on each line", openurl.HasPairLines, readPairLines},
	{"OpenURL", isLink, readLinks},
	{"HTML", isPage, readPage},
	{"identifiers", isIdentifierList, readIdentifierList},
	{"address", address.Is, readAddress},
	{"identifier", isIdentifier, readIdentifier},
	{"plain text", func(string) bool { return true }, readPlain},
}

// Read returns the items that a text names, in its order, and what could not be read.
// year is the current one.
func Read(text string, year int) ([]Item, []Problem) {
	text = strings.TrimSpace(strings.TrimPrefix(strings.ToValidUTF8(text, "\uFFFD"), "\ufeff"))
	if text == "" {
		return nil, nil
	}
	text, tooLong := bounded(text)
	var items []Item
	var problems []Problem
	for _, f := range formats {
		if f.is(text) {
			items, problems = f.read(text, year)
			break
		}
	}
	if len(items) > MaxItems {
		items = items[:MaxItems]
		problems = append(problems, Problem{0, TooMany})
	}
	if tooLong {
		problems = append(problems, Problem{1 + strings.Count(text, "\n"), TooLong})
	}
	return items, problems
}

// bounded cuts a text that is too long at the end of a line.
func bounded(text string) (string, bool) {
	if len(text) <= MaxBytes {
		return text, false
	}
	text = text[:MaxBytes]
	if i := strings.LastIndexByte(text, '\n'); i > 0 {
		text = text[:i]
	}
	return strings.ToValidUTF8(text, ""), true
}

// addAddress takes what identifies an item from an address. Any other address goes into the notes.
func addAddress(c *citation.Citation, notes *[]string, text string) {
	if !address.Fill(c, text) {
		*notes = append(*notes, text)
	}
}
