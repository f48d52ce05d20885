package openurl

import (
	"html"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/unicode/norm"
)

// decode returns s decoded, with the classes of its characters: as it is where it holds no escape, else
// as a part of the text that the buffer collects.
func decode(text *strings.Builder, s string) (decoded string, m charClass, javascript bool) {
	if m = classesOf(s); !m.has(percent | plus) {
		return s, m, false
	}
	from := text.Len()
	javascript = appendDecoded(text, s, !m.has(plus) || !meansPlus(s))
	decoded = text.String()[from:]
	return decoded, classesOf(decoded), javascript
}

// appendDecoded writes s to b with its escapes decoded: %XX, JavaScript's
// %uXXXX and, where plus says so, "+" as a space. A "%" that begins no escape
// stays as it is: sources send "100% ingenuity" unescaped. It never writes more
// bytes than s has. The second result reports whether there was a %uXXXX.
func appendDecoded(b *strings.Builder, s string, plus bool) (javascript bool) {
	var some [64]byte // written together
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '+' && plus:
			c = ' '
		case c != '%':
		case i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			c = unhex(s[i+1])<<4 | unhex(s[i+2])
			i += 2
		case i+5 < len(s) && s[i+1]|0x20 == 'u' && hex4(s[i+2:]) >= 0:
			r := rune(hex4(s[i+2:]))
			i += 5
			if low, ok := strings.CutPrefix(s[i+1:], "%u"); ok {
				if both := utf16.DecodeRune(r, rune(hex4(low))); both != utf8.RuneError {
					r = both
					i += 6
				}
			}
			b.Write(some[:n])
			n = 0
			b.WriteRune(r)
			javascript = true
			continue
		}
		some[n] = c
		if n++; n == len(some) {
			b.Write(some[:])
			n = 0
		}
	}
	b.Write(some[:n])
	return javascript
}

// decodeOnce decodes the escapes of a value that was encoded twice by itself; a
// "+" is by now a plus.
func decodeOnce(s string) string { return decodeAgain(s, false) }

// decodeForm decodes a value of a link that was encoded twice as a whole: in such
// a link a blank came as %2B.
func decodeForm(s string) string { return decodeAgain(s, true) }

func decodeAgain(s string, plus bool) string {
	if strings.IndexByte(s, '%') < 0 && (!plus || strings.IndexByte(s, '+') < 0) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	appendDecoded(&b, s, plus)
	return b.String()
}

// hexDigit has the value of each hexadecimal digit, and 0xFF for other bytes.
var hexDigit = func() (v [256]byte) {
	for c := range v {
		switch c := byte(c); {
		case '0' <= c && c <= '9':
			v[c] = c - '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			v[c] = c | 0x20 - 'a' + 10
		default:
			v[c] = 0xFF
		}
	}
	return v
}()

func isHex(c byte) bool { return hexDigit[c] != 0xFF }

func unhex(c byte) byte { return hexDigit[c] }

// hex4 returns the value of the four hexadecimal digits that s begins with, or -1.
func hex4(s string) int {
	if len(s) < 4 {
		return -1
	}
	n := 0
	for i := range 4 {
		if !isHex(s[i]) {
			return -1
		}
		n = n<<4 | int(unhex(s[i]))
	}
	return n
}

// toUTF8 reads bytes that are not UTF-8 as the charset that the link declares;
// without one, or where the charset does not fit, the single bytes that are no
// UTF-8 are read as Windows-1252, which is what browsers and databases meant. So
// are they next to letters in UTF-8: JavaScript's escape() sends %E9 and %u2019
// in one value.
func toUTF8(s, charset string) string {
	if !mixesUTF8(s) {
		if enc, err := htmlindex.Get(charsetName(charset)); err == nil {
			if t, err := enc.NewDecoder().String(s); err == nil && !strings.ContainsRune(t, utf8.RuneError) {
				return t
			}
		}
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if n == 1 { // ASCII is the same in both
			if len(s) == 1 && (s[0] == 0xC2 || s[0] == 0xC3) { // the first half of a letter, cut off with the end of the link
				break
			}
			r = charmap.Windows1252.DecodeByte(s[0])
		}
		b.WriteRune(r)
		s = s[n:]
	}
	return b.String()
}

// mixesUTF8 reports whether letters beyond ASCII in UTF-8 are among the bytes.
func mixesUTF8(s string) bool {
	for _, r := range s {
		if r > utf8.RuneSelf && r != utf8.RuneError {
			return true
		}
	}
	return false
}

// charsetName returns the name at the end of info:ofi/enc:ISO-8859-1.
func charsetName(s string) string {
	return strings.ToLower(s[strings.LastIndexAny(s, ":/")+1:])
}

// unescapeEntities resolves the HTML entities of a value once: those that end
// in a semicolon, so that "R&D" and "AT&T" stay.
func unescapeEntities(s string) string {
	if i := strings.IndexByte(s, '&'); i < 0 || strings.IndexByte(s[i:], ';') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			break
		}
		n := strings.IndexByte(s[i:], ';')
		if n < 0 {
			break
		}
		b.WriteString(s[:i])
		if entity := s[i : i+n+1]; n <= 32 && strings.IndexByte(entity[1:], '&') < 0 {
			b.WriteString(html.UnescapeString(entity))
			s = s[i+n+1:]
		} else {
			b.WriteByte('&')
			s = s[i+1:]
		}
	}
	b.WriteString(s)
	return b.String()
}

// unescapeJSON resolves \u2019 and the like, which databases that keep their
// records as JSON let through, maybe with the backslash escaped once more: \\u2019.
// Other backslashes are LaTeX and stay.
func unescapeJSON(s string) string {
	if strings.Contains(s, `\'`) { // D\'Haene, as PHP escapes it
		s = withoutSlashes(s)
	}
	if !strings.Contains(s, `\u`) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		i := strings.Index(s, `\u`)
		if i < 0 {
			break
		}
		before := s[:i]
		s = s[i:]
		if hex4(s[2:]) < 0 {
			b.WriteString(before + s[:2])
			s = s[2:]
			continue
		}
		b.WriteString(strings.TrimRight(before, `\`))
		escape, rest := "%"+s[1:6], s[6:]
		if utf16.IsSurrogate(rune(hex4(s[2:]))) {
			if low, more := secondEscape(rest); low != "" {
				escape, rest = escape+"%"+low, more
			}
		}
		appendDecoded(&b, escape, false)
		s = rest
	}
	b.WriteString(s)
	return b.String()
}

// withoutSlashes removes the backslashes before apostrophes inside words.
func withoutSlashes(s string) string {
	parts := strings.Split(s, `\'`)
	for i := range len(parts) - 1 {
		bare := strings.TrimRight(parts[i], `\`)
		if bare != "" && parts[i+1] != "" && isLetter(bare[len(bare)-1]) && isLetter(parts[i+1][0]) {
			parts[i] = bare + "'"
		} else {
			parts[i] += `\'`
		}
	}
	return strings.Join(parts, "")
}

// secondEscape returns the escape that a text begins with, without its backslashes, and what
// follows it.
func secondEscape(s string) (escape, rest string) {
	low := strings.TrimLeft(s, `\`)
	if len(low) == len(s) || len(low) < 5 || low[0] != 'u' || hex4(low[1:]) < 0 {
		return "", s
	}
	return low[:5], low[5:]
}

// compose puts text in Unicode NFC: catalogues send letters and their accents apart.
func compose(s string) string {
	if isASCII(s) {
		return s
	}
	return norm.NFC.String(s)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
