package openurl

import (
	"slices"
	"strings"
)

// textFields are the fields whose values are words.
var textFields = [fieldCount]bool{
	ATitle: true, BTitle: true, JTitle: true, Title: true, STitle: true, Au: true, AuLast: true, AuFirst: true, AuCorp: true,
	Pub: true, Publisher: true, Place: true, PubPlace: true, Series: true,
}

func (f Field) isText() bool { return textFields[f] }

// nameFields are the text fields that hold names of people, which have no plus sign.
var nameFields = [fieldCount]bool{Au: true, AuLast: true, AuFirst: true}

// unescaped decodes a value of a text field that was encoded twice by itself.
func (p *Pair) unescaped(v string) string {
	for range maxEncoded {
		isName := nameFields[p.Field] && !strings.Contains(v, " ") && joinsLetters(v)
		switch {
		case !p.Field.isText() || !isName && !isPlusSeparated(v) && !hasTextEscape(v):
			return v
		case strings.Contains(v, " "):
			v = decodeOnce(v)
		default:
			v = decodeForm(v)
		}
	}
	return v
}

// maxEncoded bounds how often a value is decoded again.
const maxEncoded = 3

// joinsLetters reports whether a plus sign is between two letters: Edith+A.
func joinsLetters(s string) bool {
	before, after, _ := strings.Cut(s, "+")
	return before != "" && after != "" && isLetter(after[0])
}

// textEscapes are the escapes of the signs between the words of titles and names. They are never meant
// as they are; 100%25 may be.
var textEscapes = []string{"%2C", "%2c", "%3A", "%3a", "%3B", "%3b", "%27", "%28", "%29", "%22", "%26", "%2F", "%2f", "%3F", "%3f",
	"%25", "%2B", "%2b"}

// hasTextEscape reports whether a value has an escape of such a sign at a word, or of a letter in
// UTF-8.
func hasTextEscape(s string) bool {
	for i := strings.IndexByte(s, '%'); i >= 0 && i+3 <= len(s); {
		afterWord := i > 0 && (isLetter(s[i-1]) || s[i-1] == '+')
		beforeBlank := i+3 < len(s) && strings.IndexByte("+ ", s[i+3]) >= 0
		isSign := (afterWord || beforeBlank) && slices.Contains(textEscapes, s[i:i+3])
		if isSign || startsEscape(s[i:]) && continuesEscape(s[i+3:]) {
			return true
		}
		next := strings.IndexByte(s[i+1:], '%')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// continuesEscape reports whether the escape of a further byte of a letter follows: %AD.
func continuesEscape(s string) bool {
	return len(s) >= 3 && s[0] == '%' && strings.IndexByte("89ABab", s[1]) >= 0 && isHex(s[2])
}

// isPlusSeparated reports whether a value has plus signs instead of blanks:
// it was encoded twice by itself, Effect%2Bof%2BSalinity. Text has blanks, so one blank is
// enough to keep it; so is a sign that does not separate words, as in C++ and Na+/K+.
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

// meansPlus reports whether the plus signs of a value as sent are what they are, as its blanks came as
// blanks or as %20: "LGBTQ+%20youth". Programs that encode the one and not the other send it so.
func meansPlus(s string) bool {
	blanks := strings.Count(s, " ") + strings.Count(s, "%20")
	return blanks > 1 && blanks >= 2*strings.Count(s, "+")
}

// startsEscape reports whether a word begins with the escape of a letter that is not ASCII: %C3%A0.
func startsEscape(s string) bool {
	if len(s) < 3 || s[0] != '%' {
		return false
	}
	return isHex(s[1]) && unhex(s[1]) >= 0x8 && isHex(s[2])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }
