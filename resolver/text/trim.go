package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// CutFootnote cuts the marks of footnotes after a word in small letters, as databases
// took them over: Aoife¹, Margaret1. "Sgr A*" is a star.
func CutFootnote(s string, marks string) string {
	bare := strings.TrimRight(s, marks)
	if len(bare) == len(s) {
		return s
	}
	if last, _ := utf8.DecodeLastRuneInString(bare); unicode.IsLower(last) {
		return bare
	}
	return s
}

// CutBrackets removes square brackets around a whole text, and a single one whose
// partner at the other end was lost.
func CutBrackets(s string) string {
	if strings.IndexByte(s, '[') < 0 && strings.IndexByte(s, ']') < 0 { // on long texts faster than a set
		return s
	}
	open, close := strings.Count(s, "["), strings.Count(s, "]")
	switch {
	case open == 1 && close == 1 && strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]"):
		s = s[1 : len(s)-1]
	case open == 1 && close == 0 && strings.HasPrefix(s, "["):
		s = s[1:]
	case open == 0 && close == 1 && strings.HasSuffix(s, "]"):
		s = s[:len(s)-1]
	default:
		return s
	}
	return strings.Trim(s, " ")
}
