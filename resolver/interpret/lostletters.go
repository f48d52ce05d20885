package interpret

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/openurl"
)

// hasLostLetters reports whether a title or a name that the citation may have lost letters on the
// way: it has other characters in their place, from which they cannot be restored.
func (r *reader) hasLostLetters() bool {
	for _, f := range [...]openurl.Field{
		openurl.ATitle, openurl.BTitle, openurl.Title, openurl.JTitle, openurl.AuLast, openurl.AuFirst, openurl.Au,
	} {
		if v := r.co.Get(f); strings.IndexByte(v, '?') < 0 && r.co.IsASCII(f) { // most texts
			continue
		} else if isDamaged(v) || r.isDamagedName(f, v) {
			return true
		}
	}
	return false
}

// isDamagedName reports whether a person's name has a question mark beside a letter, which no name has, or
// a journal's title one before a word in small letters: "Vo?", "?berg", "Zhurnal prikladno? khimii".
func (r *reader) isDamagedName(f openurl.Field, s string) bool {
	isPerson := f == openurl.AuLast || f == openurl.AuFirst || f == openurl.Au
	isJournal := f == openurl.JTitle || f == openurl.Title && r.co.Get(openurl.ATitle) != ""
	if !isPerson && !isJournal {
		return false
	}
	for before, after, found := strings.Cut(s, "?"); found; before, after, found = strings.Cut(after, "?") {
		last, _ := utf8.DecodeLastRuneInString(before)
		first, _ := utf8.DecodeRuneInString(after)
		if isPerson && (unicode.IsLetter(last) || unicode.IsLetter(first)) {
			return true
		}
		next, goesOn := strings.CutPrefix(after, " ")
		if second, _ := utf8.DecodeRuneInString(next); unicode.IsLetter(last) && goesOn && unicode.IsLower(second) {
			return true
		}
	}
	return false
}

// isDamaged reports whether a text has the sign for a letter that could not be read, that sign
// read as Windows-1252, or a question mark inside a word.
func isDamaged(s string) bool {
	if strings.ContainsRune(s, '\uFFFD') || strings.Contains(s, "ï¿½") {
		return true
	}
	var before, after rune
	for _, r := range s {
		if after == '?' && unicode.IsLetter(before) && unicode.IsLower(r) {
			return true
		}
		before, after = after, r
	}
	return isMisread(s)
}

// isMisread reports whether a text has letters and signs in a row as which Latin-1 or Windows-1252 reads
// UTF-8 and no text has them, which lost some so that nothing can repair it: "Ø§Ù Ø", "PaweÅ".
func isMisread(s string) bool {
	firsts, pairs := 0, 0
	before := ' '
	for _, r := range s {
		isFirst := 'Â' <= r && r <= 'ô'
		switch {
		case 'a' <= before && before <= 'z' && strings.ContainsRune("ÂÃÄÅÆÈØ", r):
			return true
		case !isHalfSign(r):
		case before == 'Ã' || before == 'Â':
			return true
		case 'Â' <= before && before <= 'ô' && r != '©' && r != '®':
			pairs++
		}
		if isFirst {
			firsts++
		}
		before = r
	}
	return pairs > 1 || pairs == 1 && firsts > 2
}

// isHalfSign reports whether a rune is one as which Latin-1 or Windows-1252 reads a further byte of a
// letter, and which no text has right after a letter.
func isHalfSign(r rune) bool {
	switch {
	case r < 0x80: // most letters
		return false
	case r < 0xA0:
		return true
	}
	return strings.ContainsRune("¡¢£¤¥¦§¨©ª¬®¯±²³´µ¶¸¹º¼½¾¿€ƒ„†‡ˆ‰‹Œ˜Ž", r)
}
