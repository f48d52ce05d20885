package name

import (
	"strings"

	"lendlink/resolver/text"
)

// lifeDateWords are next to the years of a life or of a floruit in a heading
// (MARC X00 $d), in the languages of the catalogues that send them.
var lifeDateWords = map[string]bool{
	"active": true, "approximately": true, "born": true, "died": true, "b": true, "d": true, "fl": true, "ca": true,
	"circa": true, "c": true,
	"or": true, "and": true, "century": true, "cent": true, "centuries": true, "jh": true, "jahrhundert": true,
	"geb": true, "gest": true, "um": true,
	"siècle": true, "siglo": true, "né": true, "née": true, "mort": true, "vers": true, "nacido": true,
	"activo": true, "bc": true, "b.c": true, "ad": true, "a.d": true, "jan": true,
}

// isLifeDate reports whether a part of a heading is a date: "1818-1848.", "1963-",
// "active 12th century", "approximately 1701-1754".
func isLifeDate(s string) bool {
	if !text.Digits.In(s) { // most parts of names
		return false
	}
	if first, _, _ := strings.Cut(strings.TrimSpace(s), " "); givenDateWords[strings.TrimRight(first, ".")] { // Weber, Jan 1967-
		return false
	}
	s = strings.ToLower(text.NormalDashes(strings.Trim(s, " .,()[]")))
	for _, token := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
		bare := strings.Trim(token, " .,?©")
		number := strings.TrimRight(bare, "abcdefghijklmnopqrstuvwxyz")
		if !text.AllDigits(number) && !lifeDateWords[bare] {
			return false
		}
	}
	return true
}

// isDay reports whether a part of a byline is the day on which it was printed: "Jan 17", "17 January 2015".
func isDay(s string) bool {
	if !text.Digits.In(s) {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 3 || len(words) == 3 && !text.AllDigits(words[2]) {
		return false
	}
	day, month := words[0], words[1]
	if !text.IsDigit(day[0]) {
		day, month = month, day
	}
	return len(day) <= 2 && text.AllDigits(day) && monthNames.Has(strings.TrimSuffix(month, "."))
}

// monthNames are the months in English, as bylines have them.
var monthNames = text.Words(`jan feb mar apr may jun jul aug sep sept oct nov dec
	january february march april june july august september october november december`)

// givenDateWords are lifeDateWords that are given names or initials, written so, in front
// of a date.
var givenDateWords = map[string]bool{"Jan": true, "B": true, "D": true, "C": true, "Ad": true, "AD": true, "Um": true}

// cutWrittenDay cuts from the end of a byline the day on which it was published: "Ann Roe - January 17, 2015", "AB Jan 17, 2015".
func cutWrittenDay(s string) string {
	if s == "" || !text.IsDigit(s[len(s)-1]) { // most names
		return s
	}
	words := strings.Fields(s)
	from := len(words) - 3
	if from < 1 || !isDay(strings.ReplaceAll(strings.Join(words[from:], " "), ",", "")) {
		return s
	}
	if before := words[from-1]; before == "on" || before == "-" || before == "–" || before == "|" {
		from--
	}
	return strings.TrimRight(strings.Join(words[:from], " "), " ,-")
}
