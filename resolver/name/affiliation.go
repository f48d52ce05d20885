package name

import (
	"strings"

	"lendlink/resolver/text"
)

// cutAddresses removes e-mail addresses, which newspapers put after the names of those who
// write for them.
func cutAddresses(s string) string {
	if !strings.Contains(s, "@") {
		return s
	}
	words := strings.Fields(s)
	kept := words[:0]
	for _, w := range words {
		if !strings.Contains(w, "@") {
			kept = append(kept, w)
		}
	}
	return strings.TrimRight(strings.Join(kept, " "), " ,;")
}

// newsroomWords are words that the names of newspapers and the posts of those who write for
// them have, folded.
var newsroomWords = text.Words(`gazette times news post mail herald tribune journal star chronicle courier
	examiner mirror globe telegraph guardian observer
	daily express independent sentinel register dispatch inquirer bulletin record review reporter correspondent
	columnist writer critic staff editor
	editorial bureau wire service services press media radio television`)

// newspaperEnds end the names of newspapers, and are family or given names elsewhere.
var newspaperEnds = text.SpelledWords(`Star Sun`)

// cutPost cuts the post of a journalist from the end of a name: "Gaines, Richard Staff writer",
// "Ann Roe Chief Arts Correspondent".
func cutPost(s string) string {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 || !newsroomWords.Has(s[i+1:]) { // most names
		return s
	}
	rest := s[:i]
	for {
		n := strings.LastIndexByte(rest, ' ')
		if n <= 0 || !fieldsOfWork.Has(rest[n+1:]) {
			break
		}
		rest = rest[:n]
	}
	if len(rest) == i || !strings.Contains(strings.TrimRight(rest, " ,->"), " ") {
		return s
	}
	return strings.TrimRight(rest, " ,->")
}

// newsAgencies come after the names of those who write for them, the longer first.
var newsAgencies = []string{"The Associated Press", "Associated Press", "Press Association", "Tribune News Service"}

// forNewspapers come between a name and the newspaper that the person writes for.
var forNewspapers = []string{" for the ", " for The ", " of the ", " of The "}

// cutPress cuts a news agency after a name of two words or more, even without a space, and the newspaper
// or its staff: "ANN ROE Associated Press", "Ann Roe for the Daily Mail".
func cutPress(s string) string {
	for _, agency := range newsAgencies {
		rest, ok := strings.CutSuffix(s, agency)
		if name := strings.TrimRight(rest, " "); ok && LooksPersonal(name) && (name != rest || endsInSmall(name)) {
			return name
		}
	}
	if !newsroomWords.Has(s[strings.LastIndexByte(s, ' ')+1:]) { // most names
		return s
	}
	for _, between := range forNewspapers {
		name, _, found := strings.Cut(s, between)
		if bare, _ := text.CutFold(name, "by "); found && LooksPersonal(bare) {
			return name
		}
	}
	return s
}

// endsInSmall reports whether a text ends in a small letter.
func endsInSmall(s string) bool { return s != "" && 'a' <= s[len(s)-1] && s[len(s)-1] <= 'z' }

// fieldsOfWork are words before such a post.
var fieldsOfWork = text.Words(`staff chief senior special political foreign arts film sports science health business education crime
	music environment diplomatic defence royal`)

// isAffiliation reports whether a part after a name in direct order is not a name but where
// the person works, in capitals: "JOANNE FELDER, HALIFAX GAZETTE".
func isAffiliation(name, part string) bool {
	if !strings.Contains(strings.TrimSpace(name), " ") {
		return false
	}
	if strings.HasPrefix(part, "The ") { // Ann Roe, The German Car Blog
		return true
	}
	if part != strings.ToUpper(part) {
		return false
	}
	for word := range strings.FieldsSeq(part) {
		if newsroomWords.Has(word) || newspaperEnds[word] || organisationWords.Has(word) {
			return true
		}
	}
	return false
}
