package interpret

import (
	"strings"

	"lendlink/resolver/text"
)

// conferenceWords name meetings and what is printed of them, in the languages of
// catalogues. Compared folded.
var conferenceWords = text.Words(`conference conferences congress symposium symposia colloquium workshop workshops
		proceedings meeting convention
	congreso congresso congrès colloque kolloquium tagung kongress konferenz tagungsband actas actes akten atti simposio jornadas`)

// namesConference reports whether a title names a conference or its proceedings.
func namesConference(title string) bool {
	for word := range strings.FieldsFuncSeq(title, func(r rune) bool { return strings.ContainsRune(" .,:;()[]/", r) }) {
		if conferenceWords.Has(word) {
			return true
		}
	}
	return false
}

// meetingWords are those of them that name a meeting and nothing else. Congress is a parliament too.
var meetingWords = text.Words(`conference conferences symposium symposia colloquium workshop workshops
	congreso congresso congrès colloque kolloquium tagung kongress konferenz simposio jornadas`)

// namesMeeting reports whether a title names a conference with its number or its year, "25th Symposium on Weirs", and so
// one meeting, and no series of them.
func namesMeeting(title string) bool {
	meeting, numbered := false, false
	for word := range strings.FieldsFuncSeq(title, func(r rune) bool { return strings.ContainsRune(" .,:;()[]/", r) }) {
		numbered = numbered || isOrdinal(word)
		meeting = meeting || meetingWords.Has(word)
	}
	return meeting && numbered
}

// isOrdinal reports whether a word is a year since 1900 or a number with an English ending: 1996, 2nd, 25TH.
func isOrdinal(word string) bool {
	if word == "" || word[0] < '0' || '9' < word[0] { // most words
		return false
	}
	if text.AllDigits(word) {
		return len(word) == 4 && "1900" <= word && word < "2100"
	}
	number := strings.TrimRight(word, "stndrhSTNDRH")
	return len(word)-len(number) == 2 && text.AllDigits(number)
}
