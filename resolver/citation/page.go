package citation

import (
	"strconv"
	"strings"

	"lendlink/resolver/text"
)

// CleanPages returns pages as first-last with a hyphen, or the first alone:
// "pp. 361–71" is 361-371, "64-64" is 64. What has neither a digit nor a Roman
// numeral in it is not a page ("No Pagination Specified"), and neither is a count
// ("147 p").
func CleanPages(s string) string {
	if s == "" { // in most links one of the three keys or more
		return ""
	}
	for !text.AllDigits(s) && !isPlainRange(s) {
		if s = text.PlainDigits(s); len(s) > longestNumber {
			return ""
		}
		t := cleanPagesOnce(s)
		if t == s {
			break
		}
		s = t // trimming can expose another affix
	}
	if strings.Trim(s, "0 ") == "" { // what programs write for a number that is missing
		return ""
	}
	return s
}

// isPlainRange reports whether pages are a range that is written out, 97-105, which saves cleaning it.
func isPlainRange(s string) bool {
	first, last, _ := strings.Cut(s, "-")
	isRange := text.AllDigits(first) && text.AllDigits(last)
	return isRange && (len(last) > len(first) || len(last) == len(first) && last > first)
}

// pageLabels are words that come before pages.
var pageLabels = text.BeginningsOf(
	"pages", "page", "pgs.", "pg.", "pp.", "pp", "p.", "p ", "seiten", "seite", "ss.", "s.", "págs.", "pág.", "pag.",
	"blz.", "side", "sid.", "str.", "σσ.", "σ.", "стр.", "с.", "ص", "עמ'", "第", "页", "頁",
)

// pageUnits come after them: 第12-19页.
var pageUnits = []string{"页", "頁", "ページ", "쪽"}

func cleanPagesOnce(s string) string {
	s = afterVolume(CleanArticleNumber(s))
	for rest := range pageLabels.Cut(s) {
		if startsWithNumber(rest) {
			s = strings.TrimLeft(rest, " ")
			break
		}
	}
	for _, unit := range pageUnits {
		s = strings.TrimSuffix(s, unit)
	}
	if len(s) > 1 && s[0] == 'p' && text.IsDigit(s[1]) { // p1-p34; P1 is a newspaper's
		s = strings.Replace(s[1:], "-p", "-", 1)
	}
	if before, after, _ := strings.Cut(s, ", "); isIllustration(after) { // 44-51, ill.
		s = before
	}
	for _, note := range pageNotes {
		if i := strings.Index(s, note); i > 0 {
			s = s[:i]
		}
	}
	if before, after, _ := strings.Cut(s, ";"); startsWithLetter(after) { // 560-6; discussion 567
		s = before
	}
	if squareBrackets.In(s) {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "[", ""), "]", "")
	}
	s = strings.Trim(text.NormalDashes(toDash.Replace(s)), " .,;:?/-=\"")
	s = withoutUnit(withOtherDash(withoutFollowing(s)))
	if number := strings.TrimRight(s, "p"); number != s && text.AllDigits(number) {
		if len(number) < shortestArticleNumber { // 9pp.
			return ""
		}
		return number // 111827pp is not a count
	}
	if IsPageCount(s) || !hasPage(s) || s == "p" {
		return ""
	}
	first, last, _ := strings.Cut(s, "-")
	return PageRange(first, last)
}

// afterVolume returns the pages after the volume and the issue of a whole reference,
// "27(3):211-229", "12:115-139".
func afterVolume(s string) string {
	place, pages, _ := strings.Cut(s, ":")
	volume, issue, hasIssue := strings.Cut(strings.TrimRight(place, " "), "(")
	pages = strings.TrimLeft(pages, " ")
	isVolume := text.AllDigits(strings.TrimRight(volume, " "))
	isIssue := !hasIssue || strings.HasSuffix(issue, ")")
	if !isVolume || !isIssue || !text.Digits.In(pages) {
		return s
	}
	return pages
}

// following are the words for the pages after the first: 115 ff., 115f.
var following = [...]string{"sqq", "ff", "f"}

// withoutFollowing cuts them.
func withoutFollowing(s string) string {
	for _, word := range following {
		if first := strings.TrimRight(strings.TrimSuffix(s, word), " "); isPageNumber(first) {
			return first
		}
	}
	return s
}

// otherDashes are what comes instead of a dash between two numbers: what sites write, and what is
// left of a dash that lost its encoding.
var otherDashes = [...]string{"_", "~", "?", "\uFFFD", ".-", " "}

// withOtherDash writes one of them as a dash where a higher number follows: 115_139, 115?139. A writer of
// 17/18 means two pages in one.
func withOtherDash(s string) string {
	for _, dash := range otherDashes {
		first, last, _ := strings.Cut(s, dash)
		if !isPageNumber(first) || !isPageNumber(last) || text.AllDigits(first) != text.AllDigits(last) {
			continue
		}
		if len(last) > len(first) || len(last) == len(first) && last > first {
			return first + "-" + last
		}
	}
	return s
}

// isPageNumber reports whether a text is a number, or one with a letter before it: e12.
func isPageNumber(s string) bool {
	if s != "" && text.IsASCIILetter(s[0]) {
		s = s[1:]
	}
	return text.AllDigits(s)
}

// shortestArticleNumber is from how many digits on a number among the pages is that of an
// article: no book has so many pages.
const shortestArticleNumber = 5

// toDash writes what comes between the first and the last page as a dash.
var toDash = strings.NewReplacer(" to ", "-", " bis ", "-", " à ", "-", "-p. ", "-", "–p. ", "-")

// withoutUnit cuts from a range what makes a number a count: "12-30 S." and "12-30, 19 p."
// are pages.
func withoutUnit(s string) string {
	before, after, _ := strings.Cut(s, ", ")
	if IsPageCount(after) && strings.Contains(before, "-") {
		return before
	}
	for _, unit := range countUnits {
		rest := strings.TrimSuffix(strings.TrimRight(s, ". "), unit)
		if strings.Contains(rest, "-") && !strings.ContainsAny(rest, ", ") {
			return rest
		}
	}
	return s
}

// countUnits come after the number of pages of a whole.
var countUnits = []string{" p", " pp", " pages", " S", " Seiten", " páginas", " s"}

// pageNotes begin what comes after pages: 361-371 (11 pages), 12-30 [i.e. 31], 12-30 of 340.
var pageNotes = []string{"(", " [i.e", " of ", " : ", " p. "}

// isIllustration reports whether what follows pages is a note of illustrations.
func isIllustration(s string) bool {
	_, ok := text.CutFold(s, "ill")
	return ok
}

func startsWithLetter(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s != "" && text.IsASCIILetter(s[0])
}

// startsWithNumber reports whether a digit or a blank follows a label: "S. 33" has
// one, the supplement's page S.12 is not cut.
func startsWithNumber(s string) bool {
	bare := strings.TrimLeft(s, " ")
	return bare != "" && (text.IsDigit(bare[0]) || len(bare) < len(s))
}

// longestPart is how many pages a part has at the most whose last page lost its first digit:
// 99-12 is 99-112; 320-310 is a mistake of another kind, and so is 7-1, where any page that
// ends in 1 could be meant.
const longestPart = 60

// PageRange joins a first and a last page. The last may be shortened to the
// digits that differ.
func PageRange(first, last string) string {
	first, last = strings.Trim(first, " -"), strings.Trim(last, " -")
	switch {
	case first == "":
		return ""
	case last == "" || strings.EqualFold(first, last):
		return first
	case len(last) > 2 && !hasNumber(last): // 134-EOA, e12-undefined; 4-A is a page of a newspaper
		return first
	}
	letters := first[:len(first)-len(strings.TrimLeft(first, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
	digits := first[len(letters):]
	if !text.AllDigits(digits) || !text.AllDigits(last) || len(last) > 9 || len(digits) > 9 {
		return first + "-" + last
	}
	// The first number after the first page that ends so: 199-20 is 199-220, 99-12 is 99-112.
	from, end, step := text.Atoi(digits), text.Atoi(last), 1
	for range last {
		step *= 10
	}
	if len(last) == len(digits) && (end+step-from > longestPart || len(last) == 1) {
		return first + "-" + last
	}
	to := from - from%step + end
	if to < from {
		to += step
	}
	if to == from {
		return first
	}
	return first + "-" + letters + strconv.Itoa(to)
}

// IsBackwards reports whether a range of pages ends before it begins: 320-120.
func IsBackwards(pages string) bool {
	first, last, _ := strings.Cut(pages, "-")
	isBefore := len(last) < len(first) || len(last) == len(first) && last < first
	return isBefore && text.AllDigits(first) && text.AllDigits(last)
}

// hasNumber reports whether a text has a digit or is a Roman numeral.
func hasNumber(s string) bool { return text.Digits.In(s) || text.Roman(s) > 0 }

// IsPageCount reports whether a text counts the pages of a whole: "147 p", "xiv, 362 S.".
func IsPageCount(s string) bool {
	s = strings.TrimRight(s, ". ")
	if count, ok := strings.CutSuffix(s, "p"); ok && text.AllDigits(count) { // 8p, as EBSCO counts
		return true
	}
	for _, unit := range countUnits {
		if strings.HasSuffix(s, unit) {
			return true
		}
	}
	return false
}

// hasPage reports whether there is a digit or a Roman numeral, or a single letter
// as newspapers number their sections.
func hasPage(s string) bool {
	if text.Digits.In(s) {
		return true
	}
	first, _, _ := strings.Cut(s, "-")
	return len(first) == 1 && text.IsASCIILetter(first[0]) || text.Roman(first) > 0
}

// FirstPage returns the number of the first page; 0 when it is not a number.
func FirstPage(pages string) int {
	first, _, _ := strings.Cut(pages, "-")
	if !text.AllDigits(first) { // not left to Atoi, which makes an error of it
		return text.Roman(first)
	}
	n, err := strconv.Atoi(first)
	if err != nil {
		return 0
	}
	return n
}

var squareBrackets = text.Chars("[]")
