package plaintext

import "strings"

// responsibility reads the authors of a catalogue's description, which are after the title
// and a stroke (ISBD): "Lamps : a history / Bo Roe". It reports whether there are any.
func (r *reading) responsibility(at int) bool {
	for i := at + 1; i+1 < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.is(yearNum | quote | comma) {
			return false
		}
		if !t.is(slash) || !t.space || !r.tokens[i+1].space {
			continue
		}
		from := i + 1
		for from < len(r.tokens) && from < i+5 && r.tokens[from].is(ofWord|editor|translator|open|closing|period) {
			from++
		}
		people, end := nameList(r.tokens, from)
		if len(people) == 0 || !r.endsStatement(end) || !r.isCatalogued(at) && people[0].doubtful(r.tokens) {
			return false
		}
		r.people, r.body = people, at
		r.mark(i, end, author)
		return true
	}
	return false
}

// endsStatement reports whether a statement of responsibility can end at a token.
func (r *reading) endsStatement(at int) bool {
	return at >= len(r.tokens) || r.tokens[at].is(period|semicolon|open|dash) || r.tokens[at-1].is(period)
}

// isCatalogued reports whether a text has the signs of a catalogue, with a space on both sides.
func (r *reading) isCatalogued(at int) bool {
	for i := at; i+1 < len(r.tokens); i++ {
		if t := &r.tokens[i]; t.is(colon|semicolon) && t.space && r.tokens[i+1].space {
			return true
		}
	}
	return false
}

// repeatedAuthors marks authors that are after the title once more: "Lee, A. 1491 / Ann Lee."
func (r *reading) repeatedAuthors() {
	if len(r.people) == 0 {
		return
	}
	first := r.textOf(r.people[0].family.from, r.people[0].family.to)
	for i := r.body; i+1 < len(r.tokens); i++ {
		if !r.tokens[i].is(slash) || !r.tokens[i].space || !r.tokens[i+1].space {
			continue
		}
		people, end := nameList(r.tokens, i+1)
		if len(people) > 0 && r.endsStatement(end) && strings.EqualFold(r.textOf(people[0].family.from, people[0].family.to), first) {
			r.people = people
			r.mark(i, end, author)
		}
		return
	}
}

// byline reads the authors after the title and the word by: "Lamps" by Bo Roe, Faber, 2001.
// Nothing but the title is before them, and they are certainly names. It reports whether there are any.
func (r *reading) byline(at int) bool {
	quoted := at < len(r.tokens) && r.tokens[at].is(quote) // a number alone leaves nothing after it
	for i := at + 1; i+1 < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.is(period|yearNum|open|semicolon) || t.is(quote) && !quoted {
			return false
		}
		if !isBy(r.tokens, i) || r.quoted[i] || r.tokens[i-1].is(editor|translator|and|access) {
			continue
		}
		people, end := directNames(r.tokens, i+1)
		if len(people) == 0 || !r.endsWithYear(end) && !r.tokens[end].is(comma|period|open) {
			continue
		}
		if people[0].doubtful(r.tokens) && !r.tokens[i-1].is(quote) {
			continue
		}
		r.people, r.body = people, at
		r.mark(i, end, author)
		if i == at+1 { // 1984 by Bo Roe
			r.mark(at, i, title)
		}
		return true
	}
	return false
}

// endsWithYear reports whether nothing but a year is left of a text, or nothing at all: people type "Lamps by Zadie
// Roe 2001".
func (r *reading) endsWithYear(at int) bool {
	if at < len(r.tokens) && r.tokens[at].is(yearNum) {
		at++
	}
	return at == len(r.tokens)
}

// directNames returns the names in direct order that "and" joins, and where they end.
func directNames(tokens []token, at int) (people []person, end int) {
	end = at
	for next, joined := at, true; joined && len(people) < maxEditors; next, joined = pastSeparator(tokens, end) {
		p, ok := nameAt(tokens, next, []nameForm{initialsLead, givenFirst}, false)
		if !ok {
			break
		}
		people, end = append(people, p), p.to
	}
	return people, end
}

// byWords are by in the languages of the interface.
var byWords = words("by, par, por, von")

// isBy reports whether an author can be named after a token: by, or a dash as in "Old Lamps - Bo Roe".
func isBy(tokens []token, i int) bool {
	if byWords[tokens[i].text] {
		return true
	}
	return i+1 < len(tokens) && tokens[i].is(dash) && tokens[i].space && tokens[i+1].space
}
