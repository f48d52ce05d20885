package interpret

import (
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/interpret/plausible"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// Reading is what Read found in a link.
type Reading struct {
	Citation citation.Citation
	Decision Decision
	Low      bool   // the type is doubtful: the patron should look at it
	From     []From // which pair of the link each field came from
	Warnings warning.List
}

// From says which pair of the link a field came from.
type From struct {
	Field string // a CSL name
	Pair  int    // its place in the ContextObject's Pairs
}

// Read works out what item a link means. Year is the current one: later dates
// than the next year's are not believed.
func Read(co *openurl.ContextObject, year int) Reading {
	r := reader{co: co, quirks: quirksOf(co.WholeSource()), latest: year + 1, from: make([]From, 0, 16)}
	r.identifiers()
	r.pages = r.readPages()
	r.authors()
	r.evidence = r.gather()
	r.evidence.decided = decideType(&r.evidence, rules)
	r.c.Type = r.evidence.decided.decides
	r.c.Medium = r.evidence.medium
	r.keepSeriesISSN()
	r.readTitles()
	r.issued()
	r.imprint()
	r.numbers()
	low := r.doubt()
	odd, field := r.implausible()
	return Reading{Citation: r.c, Decision: Decision{r.evidence, odd, field}, Low: low || odd != "" || r.quirks.has(readOfText),
		From: r.from, Warnings: r.warnings}
}

// reader builds a citation from one link.
type reader struct {
	co        *openurl.ContextObject
	quirks    quirk // of the source
	latest    int   // the latest year believed
	c         citation.Citation
	titles    [openurl.STitle + 1]string // by key, tidied; see title
	pages     string                     // whatever the type will be
	isbnMoved bool                       // the ISBN came under another number's key
	evidence  evidence
	from      []From
	warnings  warning.List

	lowerOf, lowered string // a value, and that in lower case; see lower

	item plausible.Item // what the checks of package plausible look at

	pagesAfter openurl.Field // the key that has the pages after the number of a volume or issue
}

// doubt warns of every doubt that holds, and reports whether the patron should look at the
// type that was decided.
func (r *reader) doubt() (low bool) {
	low = r.evidence.decided.low
	for i := range doubts {
		d := &doubts[i]
		if !d.in(&r.evidence) {
			continue
		}
		low = low || d.low
		r.warn(d.code, d.field, r.co.Get(d.detail))
	}
	return low
}

// implausible warns of everything that no citation has, and returns the first. Names that are doubted
// already are left out.
func (r *reader) implausible() (first warning.Code, field string) {
	r.item = plausible.NewItem(&r.c, r.co, r, r.warnings)
	for check, detail := range r.item.Found() {
		if r.evidence.ambiguous && check.Code == warning.AuthorImplausible {
			continue
		}
		r.warn(check.Code, check.Field, detail)
		if first == "" {
			first, field = check.Code, check.Field
		}
	}
	return first, field
}

func (r *reader) warn(code warning.Code, field, detail string) { r.warnings.Add(code, field, detail) }

// used records that the value of a field came from a pair.
func (r *reader) used(pair int, field string) { r.from = append(r.from, From{field, pair}) }

// IsUsed reports whether any field came from a pair.
func (r *reader) IsUsed(pair int) bool {
	return slices.ContainsFunc(r.from, func(f From) bool { return f.Pair == pair })
}

// dropUses forgets the uses of pairs whose values are no longer in the citation.
func (r *reader) dropUses(gone func(From) bool) { r.from = slices.DeleteFunc(r.from, gone) }

// take returns a value and notes what it is used for.
func (r *reader) take(f openurl.Field, field string) string {
	i := r.co.Index(f)
	if i < 0 {
		return ""
	}
	r.used(i, field)
	return r.co.Pairs[i].Value
}

// keepSeriesISSN drops an ISSN that is not the item's: of a book or chapter it
// is the series', of a dissertation that of a database of abstracts, of a patent that of a
// gazette.
func (r *reader) keepSeriesISSN() {
	switch r.c.Type {
	case citation.Book, citation.Chapter:
		if r.co.Get(openurl.Series) == "" {
			r.dropISSN()
		}
	case citation.Thesis, citation.Patent:
		r.dropISSN()
	}
}

func (r *reader) dropISSN() {
	r.c.ISSN = ""
	r.dropUses(func(f From) bool { return f.Field == "ISSN" })
}

// tagged returns what is in a tag of private data: <edition>1st ed.</edition>.
// The closing tag may be cut off with the end of the link.
func tagged(s string, names ...string) (string, bool) {
	for _, name := range names {
		_, after, _ := strings.Cut(s, "<"+name+">")
		text, _, _ := strings.Cut(after, "<")
		if text = strings.TrimSpace(text); text != "" {
			return text, true
		}
	}
	return "", false
}
