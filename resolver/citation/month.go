package citation

import (
	"strings"
	"unicode"

	"lendlink/resolver/text"
)

// months are the first letters of the months in the languages of the interface, and in
// Italian, Portuguese, Dutch, the languages of Scandinavia, Polish and Russian.
var months = []struct {
	prefix string
	month  int
}{
	{"jan", 1}, {"ene", 1}, {"jän", 1}, {"feb", 2}, {"fév", 2}, {"fev", 2}, {"mar", 3}, {"mär", 3}, {"apr", 4}, {"avr", 4}, {"abr", 4},
	{"may", 5}, {"mai", 5}, {"jun", 6}, {"juin", 6}, {"jul", 7}, {"juil", 7}, {"aug", 8}, {"ago", 8}, {"aoû", 8},
	{"sep", 9}, {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12}, {"dic", 12}, {"déc", 12}, {"dez", 12}, {"des", 12},
	{"gen", 1}, {"maa", 3}, {"mrt", 3}, {"maj", 5}, {"mag", 5}, {"mei", 5}, {"giu", 6}, {"lug", 7}, {"set", 9}, {"out", 10}, {"ott", 10},
	{"sty", 1}, {"lut", 2}, {"kwi", 4}, {"cze", 6}, {"lip", 7}, {"sie", 8}, {"wrz", 9}, {"paź", 10}, {"lis", 11}, {"gru", 12},
	{"янв", 1}, {"фев", 2}, {"мар", 3}, {"апр", 4}, {"мая", 5}, {"май", 5}, {"июн", 6}, {"июл", 7}, {"авг", 8},
	{"сен", 9}, {"окт", 10}, {"ноя", 11}, {"дек", 12},
}

// wordedMonth returns the month whose name is in a date, and a day next to it.
func wordedMonth(s string) (month, day int) {
	if !text.HasLetter(s) {
		return 0, 0 // most dates
	}
	tokens := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, token := range tokens {
		m := monthNamed(token)
		if m == 0 {
			continue
		}
		before := i - 1
		if before > 0 && (tokens[before] == "de" || tokens[before] == "of") { // 4 de marzo
			before--
		}
		for _, beside := range [...]int{before, i + 1} {
			if beside >= 0 && beside < len(tokens) {
				if d := dayOf(tokens[beside]); d > 0 {
					return m, d
				}
			}
		}
		return m, 0
	}
	return 0, 0
}

// monthNamed returns the month of a name or its abbreviation; 0 for another word.
func monthNamed(word string) int {
	for _, m := range months {
		if strings.HasPrefix(word, m.prefix) {
			return m.month
		}
	}
	return 0
}

// monthNames are the whole names of the months in the languages of the interface.
var monthNames = text.Words(`january february march april may june july august september october november december
	januar jänner februar märz mai juni juli oktober dezember
	janvier février mars avril juin juillet août septembre octobre novembre décembre
	enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`)

// IsMonth reports whether a text is the name of a month and nothing else.
func IsMonth(s string) bool { return monthNames.Has(s) }

// dayOf reads 28, 28th, 1er.
func dayOf(s string) int { return shortNumber(strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz")) }

// shortNumber reads a number of one or two digits; anything else is 0.
func shortNumber(s string) int {
	if len(s) > 2 || !text.AllDigits(s) {
		return 0
	}
	return text.Atoi(s)
}

// ParseMonth reads the value of a month key: 07, 7, July.
func ParseMonth(s string) int {
	s = strings.ToLower(strings.Trim(text.Tidy(s), " .,"))
	if m := shortNumber(s); m > 0 && m <= 12 {
		return m
	}
	return monthNamed(s)
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
