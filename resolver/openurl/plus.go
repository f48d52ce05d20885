package openurl

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// textFields are the fields whose values are words.
var textFields = [fieldCount]bool{
	ATitle: true, BTitle: true, JTitle: true, Title: true, STitle: true, Au: true, AuLast: true, AuFirst: true, AuCorp: true,
	Pub: true, Publisher: true, Place: true, PubPlace: true, Series: true,
}

func (f Field) isText() bool { return textFields[f] }

// nameFields are the text fields that hold names of people, which have no plus sign.
var nameFields = [fieldCount]bool{Au: true, AuLast: true, AuFirst: true}

// unescaped decodes a value of a text field that was encoded twice by itself. A plus sign is a blank only where there is no other blank.
func (p *Pair) unescaped(v string) string {
	if !p.Field.isText() {
		return v
	}
	for range maxEncoded {
		switch hasBlank := strings.Contains(v, " "); {
		case hasBlank && hasTextEscape(v):
			v = decodeOnce(v)
		case !hasBlank && (hasTextEscape(v) || p.isPlusSeparated(v)):
			v = decodeForm(v)
		default:
			return v
		}
	}
	return v
}

// maxEncoded bounds how often a value is decoded again.
const maxEncoded = 3

// separatesNames reports whether a name has a plus sign that is not its last: Edith+A., but not Canal+.
func separatesNames(s string) bool { return strings.Contains(strings.TrimSuffix(s, "+"), "+") }

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
		if (afterWord || beforeBlank) && slices.Contains(textEscapes, s[i:i+3]) || isEscapedLetter(s[i:]) {
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

// isEscapedLetter reports whether a text begins with the escapes of a letter's bytes in UTF-8: %C3%AD.
func isEscapedLetter(s string) bool {
	_, size := utf8.DecodeRuneInString(decodeOnce(s[:min(len(s), utf8.UTFMax*len("%C3"))]))
	return size > 1
}

// isPlusSeparated reports whether a value without blanks has plus signs instead of them: it was encoded twice
// by itself, Effect%2Bof%2BSalinity. A sign that does not separate words, as in C++ and Ca2+/Mg2+-ATPase, is
// enough to keep it, other than in a name.
func (p *Pair) isPlusSeparated(s string) bool {
	if nameFields[p.Field] && separatesNames(s) {
		return true
	}
	const shortestWord = 3
	long := 0
	for word := range strings.SplitSeq(s, "+") {
		if word == "" || !isLetter(decodeOnce(word)[0]) {
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
	return strings.Count(s, " ")+strings.Count(s, "%20") >= 2*strings.Count(s, "+")
}

// isLetter reports whether a byte is of a letter, or of a character beyond ASCII.
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }
