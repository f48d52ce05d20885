package openurl

import (
	"strings"
	"unicode/utf8"
)

// charClass is a set of kinds of characters: those in a value that some rule looks
// for. One pass finds them all, so that no rule has to look for what is not there:
// most values need no repair and are not placeholders.
type charClass uint16

const (
	percent charClass = 1 << iota // %, which may begin an escape
	plus                          // +, which may mean a blank
	escape                        // & and \, which may begin an entity or an escape of JSON
	beyond                        // a byte that is not ASCII
	bracket                       // what a template has around its attributes: { < (
	other                         // whatever is not punctuation, a blank or a control character
	equals                        // =, which may be between a key and its value
	colon                         // :, which may be so too
	angle                         // <, with which an element of XML begins
	ending                        // one of ends
	opening                       // one of opens
	at                            // @, which addresses of e-mail have
)

// punctuation is what templates leave between values that are missing.
const punctuation = " \t\r\n\v\f,.-/;:_|[](){}\"'=*~?!#^\\"

// classOf has the classes of each byte.
var classOf = func() (m [256]charClass) {
	for c := range m {
		switch {
		case c >= 0x80:
			m[c] = beyond
		case c > ' ' && strings.IndexByte(punctuation, byte(c)) < 0:
			m[c] = other
		}
	}
	m['%'] |= percent
	m['+'] |= plus
	for _, c := range `&\` {
		m[c] |= escape
	}
	for _, c := range "{<(" {
		m[c] |= bracket
	}
	m['='] |= equals
	m[':'] |= colon
	m['<'] |= angle
	m['@'] |= at
	for c := range byte(utf8.RuneSelf) {
		if ends.Has(c) {
			m[c] |= ending
		}
		if opens.Has(c) {
			m[c] |= opening
		}
	}
	return m
}()

// classesOf returns the classes of the characters of a text.
func classesOf(s string) charClass {
	var m charClass
	for i := range len(s) {
		m |= classOf[s[i]]
	}
	return m
}

// has reports whether there is a character of one of the classes.
func (m charClass) has(classes charClass) bool { return m&classes != 0 }
