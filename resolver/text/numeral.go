package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Atoi returns the number that a text of digits is. The text must be few digits and nothing else.
func Atoi(digits string) int {
	n := 0
	for i := 0; i < len(digits); i++ {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// PlainDigits writes the digits of other scripts (Arabic, full-width) as 0 to 9.
func PlainDigits(s string) string {
	s = Tidy(s)
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(asciiDigit, s)
		}
	}
	return s
}

func asciiDigit(r rune) rune {
	if r < utf8.RuneSelf || !unicode.IsDigit(r) {
		return r
	}
	// In Unicode the ten digits of a script follow one another from zero on, and so do the five sets of mathematics.
	zero := r
	for unicode.IsDigit(zero - 1) {
		zero--
	}
	return '0' + (r-zero)%10
}

var romanDigits = map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000}

// Roman returns the value of a Roman numeral; 0 for anything else.
func Roman(s string) int {
	sum, before := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		d := romanDigits[s[i]|0x20]
		if d == 0 {
			return 0
		}
		if d < before {
			sum -= d
		} else {
			sum += d
			before = d
		}
	}
	return sum
}
