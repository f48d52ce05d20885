package reference

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// accents are TeX's commands for accents, each with the mark that Unicode sets after
// the letter.
var accents = map[byte]string{
	'`': "\u0300", '\'': "\u0301", '^': "\u0302", '~': "\u0303", '=': "\u0304", 'u': "\u0306", '.': "\u0307", '"': "\u0308", 'r': "\u030a",
	'H': "\u030b", 'v': "\u030c", 'd': "\u0323", 'c': "\u0327", 'k': "\u0328",
}

// letters are its commands for letters and signs.
var letters = strings.NewReplacer(
	`\ss`, "ß", `\ae`, "æ", `\AE`, "Æ", `\oe`, "œ", `\OE`, "Œ", `\aa`, "å", `\AA`, "Å", `\o`, "ø", `\O`, "Ø", `\l`, "ł", `\L`, "Ł",
	`\i`, "i", `\j`, "j", `\&`, "&", `\%`, "%", `\$`, "$", `\#`, "#", `\_`, "_", `\textendash`, "–", `\textemdash`, "—")

// markup is what print has no sign for, and its signs that are written as several.
var markup = strings.NewReplacer("{", "", "}", "", "~", " ", "---", "—", "--", "–", "``", "“", "''", "”",
	`\emph`, "", `\em `, "", `\it `, "", `\bf `, "", `\textit`, "", `\textbf`, "", `\url`, "")

// plainTeX returns what a value of BibTeX is in print: accents and letters, no braces.
func plainTeX(s string) string {
	if !strings.ContainsAny(s, "\\{}~-`'") {
		return s
	}
	s = letters.Replace(composeAccents(s))
	s = markup.Replace(s)
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// composeAccents sets the accents: {\"o}, \"{o}, \'\i, \v{c}.
func composeAccents(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		mark := ""
		if s[i] == '\\' && i+1 < len(s) {
			mark = accents[s[i+1]]
		}
		letter, end := accented(s, i+2)
		if mark == "" || letter == "" || isOtherCommand(s[i+1:]) {
			b.WriteByte(s[i])
			continue
		}
		b.WriteString(letter + mark)
		i = end - 1
	}
	return b.String()
}

func isCommand(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// accented returns the letter that an accent is for, and where it ends.
func accented(s string, at int) (string, int) {
	i := at
	for i < len(s) && (s[i] == '{' || s[i] == ' ' || s[i] == '\\') {
		i++
	}
	if i >= len(s) || !isCommand(s[i]) {
		return "", at
	}
	end := i + 1
	if strings.Contains(s[at:i], "{") && end < len(s) && s[end] == '}' {
		end++
	}
	return s[i : i+1], end
}

// isOtherCommand reports whether the letter of an accent begins the name of another command: \cite.
func isOtherCommand(s string) bool {
	return isCommand(s[0]) && s[1] != '{' && s[1] != ' '
}
