package plausible

import (
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/text"
)

// mostYears is how many years may lie between a DOI, made when an article is sent in or accepted, and its date.
const mostYears = 3

// doiOfAnotherYear returns a DOI whose publisher puts the year into it, where the date has another year.
func doiOfAnotherYear(item *Item) string {
	c := item.Citation
	if c.DOI == "" || c.Issued.IsZero() {
		return ""
	}
	year := doiYear(c.DOI)
	if year == 0 || year-c.Issued.Year <= mostYears && c.Issued.Year-year <= mostYears {
		return ""
	}
	return c.DOI
}

// doiYear returns the year in a DOI, between a journal's letters or eight digits and another number, as Elsevier, Wiley
// and most publishers have it, or in brackets, as Emerald has it: 10.1016/j.weir.2011.11.007,
// 10.1111/j.2044-8325.2011.02032.x, 10.1080/14616742.2019.1642766, 10.1108/S1521-6136(2009)0000013019. It is 0 where
// there is none.
func doiYear(doi string) int {
	_, suffix, _ := strings.Cut(doi, "/")
	_, inside, _ := strings.Cut(suffix, "(")
	inside, _, _ = strings.Cut(inside, ")")
	if y := year(inside); y > 0 {
		return y
	}
	before, rest, more := strings.Cut(suffix, ".")
	for more {
		var part string
		part, rest, more = strings.Cut(rest, ".")
		isNumbered := len(rest) > 1 && text.AllDigits(rest[:2])
		if y := year(part); y > 0 && isNumbered && isJournal(before) {
			return y
		}
		before = part
	}
	return 0
}

// isJournal reports whether a part of a DOI is a journal's code: it ends in a letter, or has the length of an ISSN.
func isJournal(s string) bool {
	return s != "" && (text.IsASCIILetter(s[len(s)-1]) || len(s) >= len("20448325"))
}

// year returns the number that four digits are, if it is a year's that has DOIs or is read for one.
func year(s string) int {
	if len(s) != len("2011") || !text.AllDigits(s) || s < "1850" || s > "2099" {
		return 0
	}
	return text.Atoi(s)
}

// doiOfAnotherPage returns a DOI made of a journal's letters, a volume, an issue and a first page, 10.1093/weir/12.4.115,
// where an article has neither that volume nor that page.
func doiOfAnotherPage(item *Item) string {
	c := item.Citation
	if c.Type != citation.Article || c.DOI == "" || !text.AllDigits(c.Volume) {
		return ""
	}
	first, _, _ := strings.Cut(c.Page, "-")
	if !text.AllDigits(first) {
		return ""
	}
	volume, page := volumeAndPage(c.DOI)
	if volume == "" || volume == c.Volume || page == first {
		return ""
	}
	return c.DOI
}

// volumeAndPage returns the volume, of at most three digits since a longer one is a year, and the page in such a DOI,
// or "".
func volumeAndPage(doi string) (volume, page string) {
	numbers := lastNumbers(doi)
	if len(numbers[0]) > 3 || len(numbers[1]) > 2 {
		return "", ""
	}
	return numbers[0], numbers[2]
}

// lastNumbers returns the three numbers that a DOI ends in, with periods or strokes between and a journal's
// letters before.
func lastNumbers(doi string) (numbers [3]string) {
	rest := doi
	for i := 2; i >= 0; i-- {
		dot := strings.LastIndexAny(rest, "./")
		if dot < 0 || !text.AllDigits(rest[dot+1:]) {
			return [3]string{}
		}
		numbers[i] = strings.TrimLeft(rest[dot+1:], "0")
		rest = rest[:dot]
	}
	if !text.IsASCIILetter(rest[len(rest)-1]) {
		return [3]string{}
	}
	return numbers
}
