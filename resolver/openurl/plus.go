package openurl

import "strings"

// textFields are the fields whose values are words.
var textFields = [fieldCount]bool{
	ATitle: true, BTitle: true, JTitle: true, Title: true, STitle: true, Au: true, AuLast: true, AuFirst: true, AuCorp: true,
	Pub: true, Publisher: true, Place: true, PubPlace: true, Series: true,
}

func (f Field) isText() bool { return textFields[f] }

// isPlusSeparated reports whether the plus signs of a value stand where its blanks should:
// it was encoded twice by itself, Effect%2Bof%2BSalinity. Text has blanks, so one blank is
// enough to keep it; so is a sign that does not part words, as in C++ and Na+/K+.
func isPlusSeparated(s string) bool {
	if !strings.Contains(s, "+") || strings.Contains(s, " ") {
		return false
	}
	const shortestWord = 3
	long := 0
	for word := range strings.SplitSeq(s, "+") {
		if word == "" || !isLetter(word[0]) && !startsEscape(word) {
			return false
		}
		if len(word) >= shortestWord {
			long++
		}
	}
	return long > 1
}

// startsEscape reports whether a word begins with the escape of a letter that is no ASCII: %C3%A0.
func startsEscape(s string) bool {
	if len(s) < 3 || s[0] != '%' {
		return false
	}
	return isHex(s[1]) && unhex(s[1]) >= 0x8 && isHex(s[2])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }
