package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviations keep their final period. The list is for titles, publishers,
// editions and places; a word of two letters or with a period inside it ("U.S.")
// needs no row.
var Abbreviations = SpelledWords(`Inc Co Corp Ltd LLC Bros Pub Publ Univ Inst Assn Dept Jr Sr Dr St Vol ed eds rev
	Mass Calif Conn Penn Wash Ont`)

// SpelledWords makes a set of words in the case given, or all in capitals: "Wash." is
// an abbreviation, "wash." ends a sentence.
func SpelledWords(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
		m[strings.ToUpper(w)] = true
	}
	return m
}

// CutPeriod cuts one final period, but not that of an ellipsis or of an
// abbreviation; after a bracket, a quotation mark or a digit it always does.
func CutPeriod(s string, more ...map[string]bool) string {
	bare, found := strings.CutSuffix(s, ".")
	bare = strings.TrimRight(bare, " ")
	if !found || strings.HasSuffix(bare, "..") || strings.HasSuffix(bare, ". .") {
		return s
	}
	if rest, twice := strings.CutSuffix(bare, "."); twice { // a slip, "Title.."
		bare = strings.TrimRight(rest, " ")
		s = bare + "."
	}
	last, _ := utf8.DecodeLastRuneInString(bare)
	if !unicode.IsLetter(last) && !unicode.IsMark(last) {
		return bare
	}
	token := strings.TrimLeft(bare[strings.LastIndexByte(bare, ' ')+1:], `([{"'“‘«`)
	if strings.ContainsRune(token, '.') || Abbreviations[token] || utf8.RuneCountInString(token) <= 2 && !Digits.In(token) {
		return s
	}
	for _, m := range more {
		if m[token[strings.LastIndexByte(token, '-')+1:]] { // Steg-Verl.
			return s
		}
	}
	return bare
}
