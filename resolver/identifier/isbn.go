package identifier

import (
	"strings"
	"unicode/utf8"

	"lendlink/resolver/text"
)

// FirstNumber returns the digits of a value's first number.
func FirstNumber(s string) string {
	token, _ := nextNumber(s)
	return token
}

// ParseISBNURN reads urn:ISBN:…, in whatever case, and info:isbn/….
func ParseISBNURN(s string) (string, bool) {
	for _, prefix := range [...]string{"urn:isbn:", "info:isbn/", "isbn:", "isbn "} {
		if rest, ok := text.CutFold(s, prefix); ok {
			return ParseISBN(rest)
		}
	}
	return "", false
}

// ParseWholeISBN reads an ISBN that is the whole value but for a prefix: one inside a
// DOI is the DOI's.
func ParseWholeISBN(s string) (string, bool) {
	for _, prefix := range [...]string{"info:doi/", "doi:", "urn:doi:", "urn:issn:"} {
		s, _ = text.CutFold(s, prefix)
	}
	if s == "" || !text.IsDigit(s[0]) || strings.Contains(s, "/") {
		return "", false
	}
	token, _ := nextNumber(s)
	if len(token) < 10 { // eight digits are an ISSN, nine may be anything
		return "", false
	}
	return ParseISBN(s)
}

// ParseISBN finds the first valid ISBN in a text and returns it as 13 digits
// without hyphens. It reads ISBN-13, ISBN-10 and the nine digits of an SBN
// (ISO 2108), hyphenated or not, whatever qualifiers and further numbers are
// around them: "0870232924 (pbk.) ; 9780870232923".
func ParseISBN(s string) (string, bool) {
	s = plain(s)
	for _, label := range [...]string{"isbn-13", "isbn-10", "isbn13", "isbn10", "isbn 13:", "isbn 10:", "isbn (13):", "isbn (10):"} {
		s, _ = text.CutFold(s, label)
	}
	for rest := s; ; {
		var token string
		token, rest = nextNumber(rest)
		if token == "" {
			break
		}
		if len(token) == 9 && startsWithCheck(rest) { // 019923929 0 is not an SBN
			continue
		}
		if isbn, ok := canonicalISBN(token); ok {
			return isbn, true
		}
	}
	// Some write blanks for hyphens, "978 0 306 40615 7", or digits of full width.
	if strings.Contains(s, " ") || !text.IsASCII(s) || !text.IsTidy(s) {
		s = text.PlainDigits(s)
		if from := text.Digits.Index(s); from >= 0 {
			s = s[from:]
			end := 0
			for end < len(s) && (spacedNumber.Has(s[end]) || text.HyphenLength(s[end:]) > 0) {
				end += max(1, text.HyphenLength(s[end:]))
			}
			token, _ := nextNumber(strings.ReplaceAll(s[:end], " ", ""))
			return canonicalISBN(token)
		}
	}
	return "", false
}

// spacedNumber is what a number with blanks in it has.
var spacedNumber = text.Chars("0123456789Xx -")

// startsWithCheck reports whether a single digit, or X, follows a blank.
func startsWithCheck(s string) bool {
	if len(s) < 2 || s[0] != ' ' || !text.IsDigit(s[1]) && s[1]|0x20 != 'x' {
		return false
	}
	return len(s) == 2 || !text.IsDigit(s[2]) && !text.IsASCIILetter(s[2])
}

// nextNumber returns the next run of digits, without the hyphens in it, and what
// follows. A final X is a digit.
func nextNumber(s string) (token, rest string) {
	i := 0
	for i < len(s) && !text.IsDigit(s[i]) {
		i++
	}
	if i == len(s) {
		return "", ""
	}
	from := i
	for i < len(s) && text.IsDigit(s[i]) {
		i++
	}
	if i == len(s) || s[i] < utf8.RuneSelf && s[i]|0x20 != 'x' && text.HyphenLength(s[i:]) == 0 {
		return s[from:i], s[i:] // most numbers: no hyphens, no X
	}
	digits := []byte(s[from:i])
	for i < len(s) {
		switch c := s[i]; {
		case text.IsDigit(c):
			digits = append(digits, c)
			i++
			continue
		case c|0x20 == 'x' && (i+1 == len(s) || !text.IsASCIILetter(s[i+1]) && !text.IsDigit(s[i+1])):
			digits = append(digits, 'X')
			i++
			return string(digits), s[i:]
		}
		if n := text.HyphenLength(s[i:]); n > 0 {
			i += n
			continue
		}
		break
	}
	return string(digits), s[i:]
}

// canonicalISBN checks bare digits and returns them as ISBN-13.
func canonicalISBN(digits string) (string, bool) {
	switch len(digits) {
	case 13:
		if !isBookPrefix(digits) || digits[12] != checkISBN13(digits) {
			return "", false
		}
		return digits, true
	case 9:
		digits = "0" + digits
		fallthrough
	case 10:
		if digits[9] != checkISBN10(digits) || strings.Count(digits, digits[:1]) == len(digits) { // 0000000000
			return "", false
		}
		isbn := [13]byte{'9', '7', '8'}
		copy(isbn[3:], digits[:9])
		isbn[12] = checkISBN13(string(isbn[:]))
		return string(isbn[:]), true
	}
	return "", false
}

// isBookPrefix reports whether thirteen digits begin as those of a book do; 979-0 is for
// printed music (ISMN).
func isBookPrefix(digits string) bool {
	return strings.HasPrefix(digits, "978") || strings.HasPrefix(digits, "979") && digits[3] != '0'
}

// IsISMN reports whether a text is the number of printed music, 979-0-060-11561-5.
func IsISMN(s string) bool {
	digits, _ := nextNumber(plain(s))
	return len(digits) == 13 && strings.HasPrefix(digits, "9790") && digits[12] == checkISBN13(digits)
}

// checkISBN13 computes the check digit: weights 1 and 3, modulo 10.
func checkISBN13(digits string) byte {
	sum := 0
	for i := range 12 {
		sum += int(digits[i]-'0') * (1 + 2*(i&1))
	}
	return byte('0' + (10-sum%10)%10)
}

// checkISBN10 computes the check digit: weights 1 to 9, modulo 11, X for 10.
func checkISBN10(digits string) byte {
	sum := 0
	for i := range 9 {
		sum += (i + 1) * int(digits[i]-'0')
	}
	if sum%11 == 10 {
		return 'X'
	}
	return byte('0' + sum%11)
}
