package plaintext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lendlink/resolver/identifier"
	"lendlink/resolver/text"
)

// token is a word, a number, a sign, or an identifier that is taken whole.
type token struct {
	text       string
	start, end int
	class      class
	space      bool // there is a space before it
	dateEnd    int  // where the date ends that begins with it, 0 for none
}

func (t *token) is(c class) bool { return t.class&c != 0 }

// tokenise splits a text. Addresses and DOIs are one token each; letters and digits
// are separated from every sign but an apostrophe within a word.
func tokenise(s string, year int) []token {
	tokens := make([]token, 0, len(s)/4+4)
	space := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			space = true
			i += n
			continue
		}
		t := token{start: i, space: space}
		switch end, c := identifierAt(s, i); {
		case end > 0:
			t.end, t.class = end, c
		case isWordRune(r):
			t.end = wordEnd(s, i)
			t.class = classOfWord(s[i:t.end], year)
		default:
			t.end, t.class = signAt(s, i, space)
		}
		t.text = s[t.start:t.end]
		tokens = append(tokens, t)
		space, i = false, t.end
	}
	raiseCapitals(tokens)
	findDates(tokens)
	return tokens
}

// isWithoutCapitals reports whether a reference is all in small letters, as it is typed into a box
// for searching.
func isWithoutCapitals(tokens []token) bool {
	return len(tokens) > 0 && !slices.ContainsFunc(tokens, func(t token) bool { return t.is(capital) })
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("°ºª№", r)
}

// wordEnd returns where the word that begins at i ends. An apostrophe between two
// letters belongs to it.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if !isWordRune(r) && (!joinsLetters(r) || !unicode.IsLetter(next)) {
			return i
		}
		i += n
		if (r == '°' || r == 'º' || r == '№') && unicode.IsDigit(next) {
			return i
		}
	}
	return i
}

// joinsLetters reports whether a sign between two letters belongs to their word: an
// apostrophe, or what a PDF has in place of a ligature or an accent.
func joinsLetters(r rune) bool {
	isOtherSign := r > 0x7f && signs[r] == 0 && !unicode.IsSpace(r)
	return r == '\'' || r == '’' || isOtherSign
}

// signs are the classes of single signs.
var signs = map[rune]class{
	',': comma, '.': period, ':': colon, ';': semicolon, '(': open, ')': closing, '[': open, ']': closing, '/': slash, '&': and,
	'?': query, '!': query, '"': quote, '“': quote, '”': quote, '„': quote, '«': quote, '»': quote, '‘': quote, '‹': quote, '›': quote,
	'’': quote, '\'': quote, '`': quote, '-': dash, '–': dash, '—': dash, '‐': dash, '‑': dash, '−': dash, '‒': dash, '―': dash,
	'¿': query, '¡': query, '′': quote, '″': quote,
}

// signAt returns the end and the class of the sign at i. Dashes in a row are one, and
// so are two apostrophes or grave accents, which TeX has for quotation marks.
func signAt(s string, i int, space bool) (int, class) {
	r, n := utf8.DecodeRuneInString(s[i:])
	c := signs[r]
	end := i + n
	if c != dash && r != '\'' && r != '`' {
		return end, c
	}
	for end < len(s) {
		next, m := utf8.DecodeRuneInString(s[end:])
		if next != r && (c != dash || signs[next] != dash) {
			break
		}
		end += m
	}
	return end, c
}

// identifierAt returns the end of an address or a DOI that begins at i, 0 for none.
func identifierAt(s string, i int) (int, class) {
	rest := s[i:]
	switch rest[0] {
	case 'h', 'H', 'w', 'W', 'f':
		for _, scheme := range [...]string{"http://", "https://", "www.", "ftp://"} {
			if len(rest) > len(scheme) && strings.EqualFold(rest[:len(scheme)], scheme) && rest[len(scheme)] > ' ' {
				return i + addressEnd(rest), webAddress
			}
		}
	case '1':
		if n := doiLength(rest); n > 0 {
			return i + n, doi
		}
	case '9':
		if n := isbnLength(rest); n > 0 && (i == 0 || s[i-1] != '-') {
			return i + n, isbn
		}
	}
	return 0, 0
}

// isbnLength returns the length of a valid ISBN of thirteen digits that a text begins with.
func isbnLength(s string) int {
	n, digits := 0, 0
	for n < len(s) && (text.IsDigit(s[n]) || text.HyphenLength(s[n:]) > 0) {
		if text.IsDigit(s[n]) {
			digits++
		}
		n += max(1, text.HyphenLength(s[n:]))
	}
	if digits != 13 {
		return 0
	}
	if _, ok := identifier.ParseISBN(s[:n]); !ok {
		return 0
	}
	return n
}

// addressEnd returns the length of an address. One that a line break has cut goes on
// where it stopped at a slash, hyphen or period and what follows cannot be a word.
func addressEnd(s string) int {
	n := nonSpace(s)
	for range 2 {
		if n+1 >= len(s) || strings.IndexByte("/.-_=", s[n-1]) < 0 {
			break
		}
		more := nonSpace(s[n+1:])
		if part := s[n+1 : n+1+more]; strings.IndexByte(part, '/') < 0 || part != strings.ToLower(part) {
			break
		}
		n += 1 + more
	}
	return len(strings.TrimRight(s[:n], ".,;)]>'\"”’»"))
}

func nonSpace(s string) int {
	if n := strings.IndexFunc(s, unicode.IsSpace); n >= 0 {
		return n
	}
	return len(s)
}

// doiLength returns the length of the DOI at the beginning of a text, 0 for none.
func doiLength(s string) int {
	if !strings.HasPrefix(s, "10.") {
		return 0
	}
	n := 3
	for n < len(s) && (text.IsDigit(s[n]) || s[n] == '.') {
		n++
	}
	if n < 7 || n == len(s) || s[n] != '/' || !text.AllDigits(s[3:7]) {
		return 0
	}
	n += nonSpace(s[n:])
	for _, mark := range [...]string{".[", ",PMID", ";PMID"} { // .[PubMed: 123]
		if i := strings.Index(s[:n], mark); i > 0 {
			n = i
		}
	}
	return len(strings.TrimRight(s[:n], ".,;]\"”’»"))
}
