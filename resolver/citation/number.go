package citation

import (
	"strconv"
	"strings"

	"lendlink/resolver/text"
)

// numberLabels are words that come before the number of a volume or issue.
var numberLabels = text.BeginningsOf(
	"volume", "vols.", "vol.", "vol", "v.", "v", "band", "bd.", "bd", "tome", "tomo", "t.", "jahrgang", "jahrg.", "jg.",
	"issue", "iss.", "iss", "number", "no.", "nos.", "no", "nr.", "nr", "num.", "núm.", "n.", "heft", "h.", "fasc.",
	"fasz.", "n°", "nº", "№", "#", "т.", "том", "вып.", "卷", "第", "제",
	"N", "jrg.", "årg.", "årgang", "roč.", "ročník", "svazek", "č.", "číslo", "rocz.", "zesz.", "z.",
)

// numberUnits come after them: 18巻, 2号.
var numberUnits = []string{"卷", "巻", "期", "号", "號", "권", "호"}

// noNumber are the words that publishers' sites, programs and PubMed send for the volume, the issue
// and the pages of an article that has none, folded; those for one that is not out yet are NotYet.
// Words for a missing date are not among them.
var noNumber = map[string]bool{
	"none": true, "unknown": true, "novolume": true, "noissue": true, "nonumber": true, "notset": true,
	"ja": true, // "just accepted", of Wiley's site
}

// longestNumber is how long a date, pages or the number of a volume can be; cleaning goes
// over them again and again, so what is longer is not looked at.
const longestNumber = 300

// CleanNumber returns the number of a volume or issue: "v. 3" and ". 11" are 3 and 11. A zero
// is what Wiley has for an article that has none yet.
func CleanNumber(s string) string {
	if text.AllDigits(s) { // most numbers
		return notZero(s)
	}
	if s = text.Tidy(s); len(s) > longestNumber {
		return ""
	}
	if !text.Digits.In(s) && (noNumber[text.Fold(s)] || IsNotYet(s)) { // most have one
		return ""
	}
	for before := ""; s != before; {
		before = s
		s = strings.TrimLeft(strings.TrimRight(s, " /,:;="), " /.,:;=")
		s = text.NormalDashes(withoutLabel(withoutCutLabel(s), numberLabels))
		for _, unit := range numberUnits {
			s = strings.TrimSuffix(s, unit)
		}
		s = text.CutBrackets(strings.TrimRight(s, " /,:;.-"))
		if open := strings.IndexByte(s, '('); open > 0 && strings.IndexByte(s, ')') < 0 { // 7(A
			s = s[:open]
		}
		if len(s) > 2 && s[0] == '(' && strings.IndexByte(s, ')') == len(s)-1 {
			s = s[1 : len(s)-1]
		}
	}
	return notZero(withSeriesPeriod(s))
}

func notZero(s string) string {
	if strings.Trim(s, "0") == "" {
		return ""
	}
	return s
}

// withoutLabel cuts the first of these words that a number follows, in figures or, after
// more than one letter, in Roman ones.
func withoutLabel(s string, labels *text.Beginnings) string {
	if isNumbered(s) {
		return s
	}
	for rest := range labels.Cut(s) {
		label := len(s) - len(rest)
		rest = strings.TrimLeft(rest, " ")
		if isNumbered(rest) && (label > 1 || text.IsDigit(rest[0])) {
			return rest
		}
	}
	return s
}

// isNumbered reports whether a text begins with a digit, or is a number in Roman figures.
func isNumbered(s string) bool {
	return s != "" && (text.IsDigit(s[0]) || text.Roman(s) > 0 && s == strings.ToUpper(s))
}

// cutLabels are the words whose end is left before a number that was cut out of a sentence by
// its place: "lume 9", "ssue 2".
var cutLabels = [...]string{"volume", "issue", "number"}

// withoutCutLabel cuts the end of one of these words, of two letters at the least, before a
// number.
func withoutCutLabel(s string) string {
	rest := strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz")
	n := len(s) - len(rest)
	rest = strings.TrimLeft(rest, " ")
	if n < 2 || rest == "" || !text.IsDigit(rest[0]) {
		return s
	}
	for _, label := range cutLabels {
		if strings.HasSuffix(label, s[:n]) {
			return rest
		}
	}
	return s
}

// issueLabels are the words that come before an issue's number after the volume's.
var issueLabels = text.BeginningsOf(
	"issue", "iss.", "iss", "number", "no.", "no", "nr.", "nr", "num.", "núm.", "n.", "heft", "h.", "fasc.", "n°",
	"nº", "№", "#", "pt.", "part",
)

// SplitNumbers splits a volume that holds the issue as well, as reference managers and
// typed links have it: "12(3)", "12:3", "24, no. 4"; and so for an issue that holds the
// volume. What is in a key of its own counts more. A year in brackets, "3 (1999)", is not an issue.
func SplitNumbers(volume, issue string) (string, string) {
	if v, i, ok := splitSeries(volume); ok {
		volume = v
		if issue == "" {
			issue = i
		}
	}
	if v, i, ok := splitVolume(issue); ok && strings.IndexByte(issue, '/') < 0 && (volume == "" || volume == v) {
		volume, issue = v, i
	}
	return volume, issue
}

// CutYear cuts from the number of a volume or issue the year of its publication in brackets,
// "27 (2014)".
func CutYear(number string, year int) string {
	before, after, _ := strings.Cut(number, "(")
	if before = strings.TrimRight(before, " "); before == "" || after != strconv.Itoa(year)+")" {
		return number
	}
	return before
}

// CutMonth cuts the name of the month of publication, which databases have for the issue where it has no number:
// "Dec 89", "September 2015".
func CutMonth(issue string, issued Date) string {
	name, year, _ := strings.Cut(issue, " ")
	if issued.Month == 0 || monthNamed(strings.ToLower(strings.TrimSuffix(name, "."))) != issued.Month {
		return issue
	}
	if whole := strconv.Itoa(issued.Year); year == "" || year == whole || year == whole[2:] {
		return ""
	}
	return issue
}

// SplitPages splits the number of a volume or issue from the pages after it, as typed links
// have a whole reference in one key: "27(3):211-229", "27, 211-229".
func SplitPages(s string) (number, pages string, ok bool) {
	i := strings.LastIndexAny(s, ":,")
	if i < 0 {
		return s, "", false
	}
	number, pages = strings.TrimRight(s[:i], " "), CleanPages(strings.Trim(s[i+1:], " "))
	first, last, _ := strings.Cut(pages, "-")
	isRange := isPageNumber(first) && isPageNumber(last)
	isPlace := s[i] == ':' && strings.HasSuffix(number, ")") && isPageNumber(pages)
	if !isRange && !isPlace || !text.Digits.In(number) {
		return s, "", false
	}
	return number, pages, true
}

func splitVolume(s string) (volume, issue string, ok bool) {
	n := 0
	for n < len(s) && text.IsDigit(s[n]) {
		n++
	}
	rest := strings.TrimLeft(s[n:], " ")
	if n == 0 {
		return splitRoman(s)
	}
	if rest == "" {
		return "", "", false
	}
	volume = s[:n]
	switch rest[0] {
	case '(':
		issue, ok = strings.CutSuffix(rest[1:], ")")
		return volume, CleanNumber(issue), ok && !isVolumeYear(issue) && !namesSeries(issue) && !strings.ContainsAny(issue, "()")
	case ':':
		issue = strings.TrimLeft(rest[1:], " ")
		return volume, issue, text.AllDigits(issue)
	case '/': // 27/28 is a double volume
		issue = rest[1:]
		return volume, issue, text.AllDigits(issue) && text.Atoi(issue) < text.Atoi(volume)
	}
	rest = strings.TrimLeft(rest, " ,;.-")
	issue = withoutLabel(rest, issueLabels)
	return volume, issue, issue != rest
}

// isVolumeYear reports whether what is in brackets after a number is the year of a volume.
func isVolumeYear(s string) bool { return isYear(s) && "1600" < s && s < "2100" }

// splitRoman splits a volume in Roman figures from the issue after a comma, "Vol. LIV, No. 1".
func splitRoman(s string) (volume, issue string, ok bool) {
	before, after, found := strings.Cut(s, ",")
	if !found { // most volumes and issues
		return "", "", false
	}
	volume, after = withoutLabel(before, numberLabels), strings.TrimLeft(after, " ")
	issue = withoutLabel(after, issueLabels)
	isRoman := volume == strings.ToUpper(volume) && text.Roman(volume) > 0
	return volume, issue, isRoman && issue != after
}

// articleNumberLabels are what Web of Science and others put before an article's number.
var articleNumberLabels = text.BeginningsOf(
	"article number ", "article no. ", "article no ", "article ", "art. no. ", "art. no ", "artn ", "art. ", "unsp ", "no. ",
)

// CleanArticleNumber returns the number under which an article without pages is found: "ARTN
// 1586", "Art. No. e33".
func CleanArticleNumber(s string) string {
	s = text.Tidy(s)
	if strings.Contains(s, "://") { // the address of the article, as blogs have it
		return ""
	}
	for rest := range articleNumberLabels.Cut(s) {
		if strings.ContainsAny(rest, "0123456789") {
			return strings.TrimLeft(rest, " ")
		}
	}
	return s
}
