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
