package openurl

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// repairMojibake repairs UTF-8 that was read as Latin-1 or Windows-1252 and encoded again ("CafÃ©",
// "Ð’Ð¾Ð´Ð°"). It does so only where every letter beyond ASCII takes part in well-formed UTF-8, which
// hardly any real text does by chance, and where
// the result is plainly text, which that of "CAFÉ’S" is not.
func repairMojibake(s string) (string, bool) {
	if !isMixed(s) {
		return s, false
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		c, _ := byteOf(r)
		b.WriteByte(c)
	}
	repaired := b.String()
	if !strings.ContainsFunc(s, beginsMixed) && !isPlainlyText(repaired) {
		return s, false
	}
	return repaired, true
}

// isMixed reports whether the letters of a text, as bytes of Windows-1252, are UTF-8 with something
// beyond ASCII in it. It stops at the first that is not, as in most texts.
func isMixed(s string) bool {
	var some [utf8.UTFMax]byte // a letter in UTF-8, as far as it came
	n, found := 0, false
	for _, r := range s {
		if r < utf8.RuneSelf {
			if n > 0 {
				return false
			}
			continue
		}
		c, ok := byteOf(r)
		if !ok {
			return false
		}
		some[n] = c
		n++
		if utf8.FullRune(some[:n]) { // as four bytes always are
			if letter, _ := utf8.DecodeRune(some[:n]); letter == utf8.RuneError {
				return false
			}
			n, found = 0, true
		}
	}
	return found && n == 0
}

// byteOf returns the byte that Windows-1252 reads as a rune; the bytes that it leaves undefined, and those
// that Latin-1 has for control characters, are their own.
func byteOf(r rune) (byte, bool) {
	if c, ok := charmap.Windows1252.EncodeRune(r); ok {
		return c, true
	}
	return byte(r), r < 0x100
}

// beginsMixed reports whether a letter is one as which Windows-1252 reads the first byte of most
// other letters in UTF-8.
func beginsMixed(r rune) bool {
	switch r {
	case 'Ã', 'Â', 'â', '€', 'Ð':
		return true
	}
	return false
}

// isPlainlyText reports whether what came out of a repair was meant: it has two letters in a row of another
// script than the Latin one, or letters with accents fit the words that they are in, "PaweÅ‚".
func isPlainlyText(s string) bool {
	before, fits := rune(' '), false
	if r, n := utf8.DecodeRuneInString(s); n == len(s) { // a family name in one sign
		return unicode.In(r, unicode.Han, unicode.Hangul)
	}
	for i, r := range s {
		if r < utf8.RuneSelf || !unicode.IsLetter(r) {
			before = r
			continue
		}
		if !unicode.Is(unicode.Latin, r) {
			if unicode.IsLetter(before) && !unicode.Is(unicode.Latin, before) {
				return true
			}
			before = r
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		isInside := 'a' <= before && before <= 'z' || 'a' <= after && after <= 'z'
		if !isEuropean(r) || !isInside || unicode.IsUpper(r) && unicode.IsLetter(before) {
			return false
		}
		before, fits = r, true
	}
	return fits
}

// isEuropean reports whether a Latin letter is one of those with accents that Czech, Polish, Romanian, Turkish,
// Vietnamese and others have in addition to those of Latin-1, one of those, or a ligature.
func isEuropean(r rune) bool {
	switch r {
	case 'Ơ', 'ơ', 'Ư', 'ư', 'Ș', 'ș', 'Ț', 'ț':
		return true
	}
	return r <= 'ſ' || r >= 'Ḁ'
}
