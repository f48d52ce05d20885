package name

import (
	"strings"
	"unicode"
)

// isInitials reports whether a word has one to three capitals, as MEDLINE writes given names:
// "AB", "S-J".
func isInitials(s string) bool {
	letters := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c) && unicode.Is(unicode.Latin, c):
			letters++
		case c != '-':
			return false
		}
	}
	return 1 <= letters && letters <= 3
}

// isInitial reports whether a word is a single capital without its period.
func isInitial(s string) bool { return len(s) == 1 && unicode.IsUpper(rune(s[0])) }

// isDotted reports whether a word is initials with their periods: "А.", "J.-P.", and "Дж."
// or another abbreviation in Cyrillic.
func isDotted(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r == '.':
			letters = 0
		case r != '-' && !unicode.Is(unicode.Cyrillic, r):
			return false
		}
		if letters > 1 {
			return false
		}
	}
	return strings.HasSuffix(s, ".")
}

// endsShort reports whether the last word of a text is initials.
func endsShort(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return isDotted(last) || isInitials(last)
}

// isShortGiven reports whether what comes right after a family name is its given name,
// though a degree, a title, a relator or a company's form is spelled the same: initials ("MA",
// "M. A.", "DR", "A.G.") and names of two letters ("Ma", "Ed"). Web of Science sends
// all initials in capitals.
func isShortGiven(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case r != '.' && r != ' ':
			return false
		}
	}
	capitals := lower == 0 && upper <= 3
	twoLetters := upper == 1 && lower == 1 && !honorifics.Has(s)
	return (capitals || twoLetters) && !isOnlySuffix(s)
}
