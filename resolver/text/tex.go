package text

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// texAccents are TeX's commands for accents, each with the mark that Unicode sets after
// the letter.
var texAccents = map[byte]string{
	'`': "\u0300", '\'': "\u0301", '^': "\u0302", '~': "\u0303", '=': "\u0304", 'u': "\u0306", '.': "\u0307", '"': "\u0308", 'r': "\u030a",
	'H': "\u030b", 'v': "\u030c", 'd': "\u0323", 'c': "\u0327", 'k': "\u0328",
}

// texCommands are its other commands that stand in entries of BibTeX, without the backslash: letters, signs, and names. Of
// those that set words apart nothing stays.
var texCommands = map[string]string{
	"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "i", "j": "j",
	"&": "&", "%": "%", "$": "$", "#": "#", "_": "_", " ": " ",
	"textendash": "–", "textemdash": "—", "TeX": "TeX", "LaTeX": "LaTeX",
	"emph": "", "textit": "", "textbf": "", "textsc": "", "textrm": "", "em": "", "it": "", "bf": "", "url": "",
}

// texMarkup is what print has no sign for, and its signs that are written as several.
var texMarkup = strings.NewReplacer("{", "", "}", "", "~", " ", "---", "—", "--", "–", "``", "“", "''", "”")

// PlainTeX returns what a value of BibTeX is in print: accents and letters, no braces.
func PlainTeX(s string) string {
	if !strings.ContainsAny(s, "\\{}~-`'") {
		return s
	}
	s = texMarkup.Replace(replaceCommands(composeAccents(s)))
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// texSigns are the commands in what programs send of a BibTeX entry that no other text has,
// without the backslash that begins them. Those before a brace have what they set in it.
var texSigns = []string{
	"&", "%", "#", "ss", "ae", "AE", "oe", "OE", "aa", "AA", "o", "O", "l", "L", "i",
	"emph{", "textit{", "textbf{", "textsc{", "textrm{", "em ", "it ", "bf ", "textendash", "textemdash", "TeX", "LaTeX",
}

// UnescapeTeX returns a text with its accents and letters of TeX written out, {\"o}, \v{c}, {\o}, and without what sets
// words apart, \emph{…}. What is written as mathematics stays, and so do backslashes of another kind: those
// before quotation marks, D\'Haene, of names of files, X\Y.
func UnescapeTeX(s string) string {
	plain := s
	for range maxTeX {
		next := unescapeTeXOnce(plain)
		if next == plain {
			return plain
		}
		plain = next
	}
	return s
}

// maxTeX is how often a text may have been escaped; what has more commands after that is not TeX.
const maxTeX = 3

func unescapeTeXOnce(s string) string {
	if strings.IndexByte(s, '\\') < 0 || strings.IndexByte(s, '$') >= 0 || !hasTeX(s) {
		return s
	}
	return norm.NFC.String(texBraces.Replace(replaceCommands(composeAccents(s))))
}

var texBraces = strings.NewReplacer("{", "", "}", "")

// replaceCommands writes out the commands of texCommands. A blank after a word ends it: S\o ren.
func replaceCommands(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, `\`)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		n := 0
		for n < len(rest) && IsASCIILetter(rest[n]) {
			n++
		}
		isWord := n > 0
		n = max(n, min(1, len(rest)))
		plain, known := texCommands[rest[:n]]
		if !known {
			b.WriteByte('\\')
			s = rest
			continue
		}
		b.WriteString(plain)
		s = rest[n:]
		if isWord {
			s = strings.TrimPrefix(s, " ")
		}
	}
}

// hasTeX reports whether one of the commands of a text is surely TeX's.
func hasTeX(s string) bool {
	for i := strings.IndexByte(s, '\\'); i >= 0 && i+1 < len(s); {
		if isTeX(s[max(i-1, 0):i], s[i+1:]) {
			return true
		}
		next := strings.IndexByte(s[i+1:], '\\')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// isTeX reports whether a command is surely TeX's, by the character before its backslash: it sets an accent, in
// braces or inside a word, or is a sign or letter that nothing of the same name follows.
func isTeX(before, command string) bool {
	letter, _ := accented(command, 1)
	if texAccents[command[0]] != "" && letter != "" {
		inBraces := before == "{" || command[1] == '{'
		inWord := before != "" && IsASCIILetter(before[0]) && IsASCIILetter(command[1]) && strings.IndexByte("\"`^~", command[0]) >= 0
		return inBraces && !isOtherCommand(command) || inWord
	}
	for _, sign := range texSigns {
		rest, ok := strings.CutPrefix(command, sign)
		isName := IsASCIILetter(sign[len(sign)-1]) && rest != "" && IsASCIILetter(rest[0])
		isWhole := before == "{" || !IsASCIILetter(sign[0]) || len(sign) > 2 || endsLetter(rest)
		if ok && !isName && isWhole {
			return true
		}
	}
	return false
}

// endsLetter reports whether what follows a letter's command ends it: a brace, or a blank in a word.
func endsLetter(rest string) bool {
	return strings.HasPrefix(rest, "{}") || strings.HasPrefix(rest, " ")
}

// composeAccents sets the accents: {\"o}, \"{o}, \'\i, \v{c}.
func composeAccents(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		mark := ""
		if s[i] == '\\' && i+1 < len(s) {
			mark = texAccents[s[i+1]]
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

// accented returns the letter that an accent is for, and where it ends.
func accented(s string, at int) (string, int) {
	i := at
	for i < len(s) && (s[i] == '{' || s[i] == ' ' || s[i] == '\\') {
		i++
	}
	if i >= len(s) || !IsASCIILetter(s[i]) {
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
	return IsASCIILetter(s[0]) && s[1] != '{' && s[1] != ' '
}
