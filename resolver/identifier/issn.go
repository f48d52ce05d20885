package identifier

import (
	"lendlink/resolver/text"
)

// ParseISSNURN reads urn:ISSN:…, in whatever case, and info:issn/….
func ParseISSNURN(s string) (string, bool) {
	for _, prefix := range [...]string{"urn:issn:", "info:issn/", "issn:"} {
		if rest, ok := text.CutFold(s, prefix); ok {
			return ParseISSN(rest)
		}
	}
	return "", false
}

// ParseISSN finds the first valid ISSN (ISO 3297) in a text and returns it as
// NNNN-NNNX. Tipasa matches no ISSN without its hyphen.
func ParseISSN(s string) (string, bool) {
	s = plain(s)
	if isISSN(s) { // most values
		return s, true
	}
	for rest := s; ; {
		var token string
		token, rest = nextNumber(rest)
		if token == "" {
			break
		}
		if len(token) == 8 && token[7] == checkISSN(token) && token != "00000000" { // what programs write for one that is missing
			return token[:4] + "-" + token[4:], true
		}
	}
	if len(s) == 9 && s[4] == ' ' { // a blank for the hyphen
		return ParseISSN(s[:4] + "-" + s[5:])
	}
	return "", false
}

// isISSN reports whether a value is an ISSN as it is written, and nothing else.
func isISSN(s string) bool {
	if len(s) != len("NNNN-NNNX") || s[4] != '-' || s == "0000-0000" {
		return false
	}
	digits := s[:4] + s[5:]
	return text.AllDigits(digits[:7]) && digits[7] == checkISSN(digits)
}

// checkISSN computes the check digit: weights 8 to 2, modulo 11, X for 10.
func checkISSN(digits string) byte {
	sum := 0
	for i := range 7 {
		sum += (8 - i) * int(digits[i]-'0')
	}
	switch check := (11 - sum%11) % 11; check {
	case 10:
		return 'X'
	default:
		return byte('0' + check)
	}
}
