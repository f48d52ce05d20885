package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// AllLetters reports whether a text is ASCII letters and nothing else, one at least.
func AllLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if !IsASCIILetter(s[i]) {
			return false
		}
	}
	return s != ""
}

// AllDigits reports whether a text is ASCII digits and nothing else, one at least.
func AllDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !IsDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// ContainsAnyOf reports whether a text contains one of the parts.
func ContainsAnyOf(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// IsASCIILetter reports whether a byte is a letter of ASCII.
func IsASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// IsASCII reports whether a text has only characters of ASCII.
func IsASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// HasLetter reports whether a text has a letter of any script.
func HasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// IsDigit reports whether a byte is a digit of ASCII.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// CutFold is strings.CutPrefix without regard to case, where that does not change a
// letter's length.
func CutFold(s, prefix string) (string, bool) {
	if prefix == "" {
		return s, true
	}
	if len(s) < len(prefix) || s[0] < utf8.RuneSelf && s[0]|0x20 != prefix[0]|0x20 { // most differ in the first letter
		return s, false
	}
	if !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
