package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func AllLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if !IsASCIILetter(s[i]) {
			return false
		}
	}
	return s != ""
}

func AllDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !IsDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func ContainsAnyOf(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

func IsASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func IsASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func HasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

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
