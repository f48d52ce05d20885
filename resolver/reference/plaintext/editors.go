package plaintext

import "strings"

// maxEditors bounds the names that are looked for at every sign of a reference.
const maxEditors = 12

// contributors marks editors and translators after the title: "In B. Roe (Ed.),",
// "edited by B. Roe", "(B. Roe, trans.)".
func (r *reading) contributors() {
	for i := r.body; i < len(r.tokens); i++ {
		if r.fixed[i] != none || r.quoted[i] {
			continue
		}
		end := r.namesThenRole(i)
		if end == i {
			end = r.roleThenNames(i)
		}
		if end == i {
			end = r.sameAuthorAgain(i)
		}
		if end > i {
			r.mark(i, end, editors)
			i = end - 1
		}
	}
}

// namesThenRole returns where names and the word that makes editors of them end, or at.
func (r *reading) namesThenRole(at int) int {
	from := at
	if r.tokens[at].is(inWord) {
		from++
		if from < len(r.tokens) && r.tokens[from].is(colon) {
			from++
		}
	} else if at > 0 && !r.tokens[at-1].is(comma|period|open|quote|semicolon|colon|query) {
		return at
	}
	if from >= len(r.tokens) || !r.tokens[from].is(capital|particle) {
		return at
	}
	people, end := namesUpTo(r.tokens, from, maxEditors+1)
	if end == from || len(people) > maxEditors {
		return at
	}
	if role := r.contributorRole(end); role > end && !r.isByAfter(role) {
		return role
	}
	return at
}

// isByAfter reports whether the word that says what people did belongs to those after it: "…,
// hrsg. von B. Roe".
func (r *reading) isByAfter(at int) bool {
	return byWords[r.tokens[at-1].text] || at < len(r.tokens) && byWords[r.tokens[at].text]
}

// contributorRole returns where the word after names ends that says what they did.
func (r *reading) contributorRole(at int) int {
	i, bracket := at, false
	for i < len(r.tokens) && i < at+4 && r.tokens[i].is(comma|open|ofWord) {
		bracket = bracket || r.tokens[i].is(open)
		i++
	}
	role := i
	if bracket && i+1 < len(r.tokens) && r.tokens[i].is(small) && !r.tokens[i].is(editor|translator|director) { // (gen. ed.)
		for i < len(r.tokens) && i < role+3 && !r.tokens[i].is(editor|translator|director|closing) {
			i++
		}
	}
	if i >= len(r.tokens) || !r.tokens[i].is(editor|translator|director) || r.fixed[i] != none {
		return at
	}
	for i < len(r.tokens) && r.continuesRole(i) && !r.tokens[i].is(closing) {
		i++
		if !bracket && r.tokens[i-1].is(period) {
			return i
		}
	}
	if bracket {
		if i >= len(r.tokens) || !r.tokens[i].is(closing) {
			return at
		}
		i++
	}
	return i
}

// roleThenNames returns where "edited by" and the names after it end, or at.
func (r *reading) roleThenNames(at int) int {
	start := at
	if r.isUnderDirection(at) { // sous la direction de
		at += 2
	}
	if !r.tokens[at].is(editor|translator|director) || at > 0 && r.tokens[at-1].is(ordinal) {
		return start
	}
	i := at
	for i < len(r.tokens) && i < at+8 && (r.tokens[i].is(editor|translator|director|and|period|ofWord) || r.tokens[i].text == "with") {
		i++
	}
	people, end := namesUpTo(r.tokens, i, maxEditors+1)
	if end == i || len(people) > maxEditors {
		return start
	}
	if role := r.contributorRole(end); role > end {
		return role
	}
	return end
}

// sameAuthors are the words for the author once more, who wrote the whole book too.
var sameAuthors = words("ders, dies, derselbe, dieselbe, id, idem, íd, ídem")

// sameAuthorAgain returns where "in: ders.," ends, or at.
func (r *reading) sameAuthorAgain(at int) int {
	i := at
	for i < len(r.tokens) && i < at+2 && r.tokens[i].is(inWord|colon) {
		i++
	}
	if i == at || i >= len(r.tokens) || !sameAuthors[strings.ToLower(r.tokens[i].text)] {
		return at
	}
	for i++; i < len(r.tokens) && r.tokens[i].is(period|comma|colon); i++ {
	}
	return i
}

// isUnderDirection reports whether "sous la direction" or "bajo la dirección" begins at a token.
func (r *reading) isUnderDirection(at int) bool {
	if at+2 >= len(r.tokens) || !r.tokens[at+1].is(ofWord) || !r.tokens[at+2].is(editor|director) {
		return false
	}
	return r.tokens[at].text == "sous" || r.tokens[at].text == "bajo"
}
