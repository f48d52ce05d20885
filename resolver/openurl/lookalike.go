package openurl

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// lookalikes are letters of other scripts that look like those of which keys are made
// (Unicode Technical Standard 39, for Cyrillic and Greek), and a sign that is an entity's,
// &phone;.
var lookalikes = strings.NewReplacer(
	"а", "a", "в", "b", "с", "c", "ԁ", "d", "е", "e", "ё", "e", "һ", "h", "і", "i", "ї", "i", "ј", "j", "к", "k", "ӏ", "l", "м", "m",
	"н", "h", "о", "o", "р", "p", "ԛ", "q", "г", "r", "ѕ", "s", "т", "t", "ц", "u", "ѵ", "v", "ԝ", "w", "х", "x", "у", "y",
	"А", "A", "В", "B", "С", "C", "Е", "E", "Н", "H", "І", "I", "Ј", "J", "К", "K", "М", "M", "О", "O", "Р", "P", "Ѕ", "S", "Т", "T",
	"Х", "X", "У", "Y",
	"α", "a", "ε", "e", "η", "n", "ι", "i", "κ", "k", "ν", "v", "ο", "o", "ρ", "p", "σ", "o", "τ", "t", "υ", "u", "χ", "x", "γ", "y",
	"Α", "A", "Β", "B", "Ε", "E", "Η", "H", "Ι", "I", "Κ", "K", "Μ", "M", "Ν", "N", "Ο", "O", "Ρ", "P", "Τ", "T", "Υ", "Y", "Χ", "X",
	"ı", "i", "ɑ", "a", "ɡ", "g", "ʀ", "r", "ꜱ", "s", "ᴜ", "u", "ᴇ", "e", "☎", "phone",
)

// plainLetters writes the letters of a key plainly: wide ones, before a "=" those with
// accents, and those of other scripts among Latin ones. Words in one script stay as they
// are: before a ":" they may be a title's.
func plainLetters(key string, separator byte) string {
	if separator == '=' {
		key = norm.NFKD.String(key)
	} else {
		key = norm.NFKC.String(key)
	}
	if strings.ContainsFunc(key, isLatin) || strings.Contains(key, "☎") {
		return lookalikes.Replace(key)
	}
	return key
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// wideSeparators are what East Asian keyboards write for a separator, and signs that
// look like one.
var wideSeparators = map[rune]byte{
	'＝': '=', '﹦': '=', '⁼': '=', '₌': '=', '≡': '=', '≣': '=', '≈': '=', '≔': '=', '꞊': '=', '゠': '=', '⹀': '=',
	'：': ':', '﹕': ':', '∶': ':', '꞉': ':', '︓': ':', '˸': ':', 'ː': ':', '։': ':', '׃': ':',
}

// isWideSeparator reports whether a rune is one of wideSeparators, all of which are above
// the letters of European languages.
func isWideSeparator(r rune) bool { return r >= 'ː' && wideSeparators[r] != 0 }

// wideEnds are what East Asian keyboards write for one of ends.
var wideEnds = map[rune]rune{'＆': '&', '﹠': '&', '；': ';', '﹔': ';', '？': '?', '﹖': '?', '＃': '#', '﹟': '#', '｜': '|'}

// plainPercent writes the sign plainly with which an escape begins.
func plainPercent(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "％", "%"), "﹪", "%")
}
