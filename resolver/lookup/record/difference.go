package record

import (
	"strconv"
	"strings"
	"unicode"

	"lendlink/resolver/citation"
	"lendlink/resolver/text"
)

// Difference is a field in which the record of a search differs from the reference that
// was searched for.
type Difference struct {
	Field string
	Found string // what the record says; "" where it says nothing
}

// comparison is what two items say of a field.
type comparison int

const (
	unknown comparison = iota // one of them does not say it, or what they say cannot be compared
	agrees
	differs
)

// comparisons are what is compared of a reference and what a search found for it. Two
// versions of a work (a preprint, a paper, an article) have one title, author and year, so
// that these alone do not show which is meant.
var comparisons = []struct {
	field           string
	compare         func(reference, found *citation.Citation) comparison
	agrees, differs int // what it says for the record
	found           func(*citation.Citation) string
}{
	{"container-title", compareContainers, 0, -2, func(c *citation.Citation) string { return c.ContainerTitle }},
	{"volume", compareVolumes, 1, -1, func(c *citation.Citation) string { return c.Volume }},
	{"page", comparePages, 1, -1, func(c *citation.Citation) string { return c.Page }},
}

// minScore is the lowest score of a credible record: one difference that is not more
// than a slip, or another container where the volume or the page agrees.
const minScore = -1

// Differences returns in what a record differs from the reference that was searched for, and
// whether it can be its record all the same.
func Differences(reference, found *citation.Citation) (fields []Difference, believed bool) {
	sum := 0
	for _, c := range comparisons {
		switch c.compare(reference, found) {
		case agrees:
			sum += c.agrees
		case differs:
			sum += c.differs
			fields = append(fields, Difference{c.field, c.found(found)})
		}
	}
	return fields, sum >= minScore
}

// compareContainers compares journals, and books of chapters. The names of meetings are
// written in too many ways.
func compareContainers(reference, found *citation.Citation) comparison {
	switch {
	case reference.ContainerTitle == "" || reference.Type == citation.Paper && found.Type == citation.Paper:
		return unknown
	case found.ContainerTitle == "" && reference.Type == citation.Article && found.Type == citation.Article: // a preprint
		return differs
	case sameContainer(reference, found):
		return agrees
	case isClearlyOther(reference.ContainerTitle, found.ContainerTitle):
		return differs
	}
	return unknown
}

// isClearlyOther reports whether two titles have less than half of the words of the shorter in
// common. A word and its beginning are one; so are an acronym and a title that begins with its letter.
func isClearlyOther(a, b string) bool {
	short, long := titleWords(a), titleWords(b)
	if len(short) > len(long) {
		a, short, long = b, long, short
	}
	if len(short) == 1 && isAcronym(a) && short[0][0] == long[0][0] {
		return false
	}
	shared := 0
	for _, word := range short {
		for _, other := range long {
			if strings.HasPrefix(word, other) || strings.HasPrefix(other, word) {
				shared++
				break
			}
		}
	}
	return 2*shared < len(short)
}

func isAcronym(s string) bool {
	return len(s) <= 6 && s == strings.ToUpper(s) && text.HasLetter(s)
}

// compareVolumes compares the numbers of volumes; XLV is 45.
func compareVolumes(reference, found *citation.Citation) comparison {
	a, b := volumeNumber(reference.Volume), volumeNumber(found.Volume)
	switch {
	case a == "" || b == "":
		return unknown
	case a == b:
		return agrees
	}
	return differs
}

// volumeNumber returns the first number of a volume in digits, "" if it has none.
func volumeNumber(s string) string {
	if digits := firstDigits(s); digits != "" {
		return digits
	}
	if n := text.Roman(s); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// comparePages compares first pages. The number of an article is not a page.
func comparePages(reference, found *citation.Citation) comparison {
	a, b := firstDigits(reference.Page), firstDigits(found.Page)
	switch {
	case a == "" || b == "":
		return unknown
	case a == b:
		return agrees
	case isArticleNumber(reference.Page, a) != isArticleNumber(found.Page, b):
		return unknown
	}
	return differs
}

// isArticleNumber reports whether a page is the number of an article: e0160123, 174302.
func isArticleNumber(page, digits string) bool {
	return len(digits) > 4 || strings.HasPrefix(strings.ToLower(page), "e")
}

// firstDigits returns the first digits of a text, without leading zeros.
func firstDigits(s string) string {
	i := strings.IndexFunc(s, unicode.IsDigit)
	if i < 0 {
		return ""
	}
	s = s[i:]
	if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }); end >= 0 {
		s = s[:end]
	}
	return strings.TrimLeft(s, "0")
}
