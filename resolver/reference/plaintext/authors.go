package plaintext

import "strings"

// authors reads the names that a reference begins with.
func (r *reading) authors(at int) {
	if end := sameAuthorEnd(r.tokens, at); end > at {
		r.body = end
		r.mark(at, end, author)
		return
	}
	if r.responsibility(at) || r.byline(at) {
		return
	}
	r.people, r.body = nameList(r.tokens, at)
	if end := r.roleEnd(r.body); end > r.body {
		r.edited, r.body = true, end
	}
	if len(r.people) > 0 {
		r.body = r.groupEnd(r.body)
	}
	date := r.dateAfter(r.body)
	if len(r.people) > 0 && date > r.body && !r.tokens[date].is(open) && date > r.body+1 { // Nano Lett. 2010
		date = r.body
	}
	switch {
	case date > r.body && len(r.people) == 1 && r.hasOrganisationWord(r.body, date): // Great Britain. Department for Transport (2011)
		r.people, r.organisation, r.body = nil, span{at, date}, date
	case date > r.body && len(r.people) > 0 && !r.isTitleBetween(r.body, date):
		r.body = date
	case date > r.body && len(r.people) == 0 && date-at <= 24:
		r.organisation, r.body = span{at, date}, date
	case len(r.people) == 0:
		r.body = r.organisationAlone(at)
		r.organisation = span{at, r.body}
	}
	if end := r.roleEnd(r.body); end > r.body {
		r.edited, r.body = true, end
	}
	r.mark(at, r.body, author)
	r.repeatedAuthors()
	for r.body < len(r.tokens) && r.tokens[r.body].is(period|comma|colon|semicolon) {
		r.fixed[r.body] = author
		r.body++
	}
}

// isTitleBetween reports whether the title is between the names and the date: more than a few
// words, and a period.
func (r *reading) isTitleBetween(from, to int) bool {
	n := 0
	for i := from; i < to; i++ {
		if t := &r.tokens[i]; t.is(capital|small) && !t.is(initial|editor|etAl|ofWord|and) {
			n++
		}
	}
	return n > 3 || n > 2 && r.tokens[to-1].is(period)
}

// groupEnd returns where the group or the owner ends that Vancouver's style has after the
// names and a semicolon: "et al; GRACE Investigators.", "Lee AB, inventor; Ropes Inc., assignee."
func (r *reading) groupEnd(at int) int {
	if at >= len(r.tokens) || !r.tokens[at].is(semicolon) {
		return at
	}
	for i := at + 1; i+1 < len(r.tokens) && i < at+12; i++ {
		switch t := &r.tokens[i]; {
		case groups[strings.ToLower(t.text)] && r.tokens[i+1].is(period):
			r.unread = append(r.unread, r.textOf(at+1, i+1))
			return i + 1
		case !t.is(capital | small | and | comma | period):
			return at
		}
	}
	return at
}

// groups are the words by which groups of authors and owners of patents end.
var groups = words(`investigators, group, collaborators, consortium, network, team, collaboration, trialists, committee,
	assignee, assignees`)

// sameAuthorEnd returns where the dashes end that repeat the author of the reference
// before, or at itself.
func sameAuthorEnd(tokens []token, at int) int {
	i := at
	for i < len(tokens) && (tokens[i].is(dash) || tokens[i].text == "_") {
		i++
	}
	if i == at || i == at+1 && tokens[at].end-tokens[at].start < 3 {
		return at
	}
	for i < len(tokens) && tokens[i].is(period|comma|colon) {
		i++
	}
	return i
}

// roleEnd returns where "(Eds.)", ", eds." or "(sous la dir. de)" ends.
func (r *reading) roleEnd(at int) int {
	i := at
	for i < len(r.tokens) && r.tokens[i].is(comma|open|ofWord) {
		i++
	}
	if i >= len(r.tokens) || !r.tokens[i].is(editor|director|translator) || r.tokens[i].is(month) {
		return at
	}
	if i == at && !r.tokens[i].is(small) {
		return at
	}
	for i < len(r.tokens) && r.continuesRole(i) {
		if r.tokens[i].is(closing) {
			return i + 1
		}
		i++
	}
	return i
}

// continuesRole reports whether a token is of the words that say what names did: the
// "(dir. de)" but not the "The" of the title after them.
func (r *reading) continuesRole(i int) bool {
	t := &r.tokens[i]
	if t.is(ofWord|and) && t.is(capital) {
		return false
	}
	return t.is(editor | director | translator | period | closing | ofWord | and)
}

// dateAfter returns where a date begins that ends the authors, or at where none does
// before the next sentence: "(2011)", or "2011." after a comma or period.
func (r *reading) dateAfter(at int) int {
	for i := at; i < len(r.tokens) && i < at+30; i++ {
		t := &r.tokens[i]
		switch {
		case r.quoted[i] || t.is(quote):
			return at
		case t.is(open) && i+1 < len(r.tokens) && r.tokens[i+1].is(yearNum):
			if i > at && r.tokens[i-1].is(yearNum) { // Lee, A. 1971 [1929]
				return i - 1
			}
			return i
		case t.is(open) && i > at && len(r.people) == 0 && r.isUndatedOrganisation(at, i):
			return i
		case t.is(yearNum) && i > at && r.endsDate(i+1) && r.isOrganisation(at, i): // Department of Mines 2009,
			return i
		case t.is(yearNum) && i > at && r.tokens[i-1].is(comma|period) && r.endsDate(i+1):
			return i
		case t.is(period) && i > at && i+1 < len(r.tokens) && r.endsAuthors(i):
			return r.dateAfterUnit(at, i)
		case t.is(comma) && i > at+3 && !r.tokens[i-1].is(period):
			return at
		}
	}
	return at
}

// dateAfterUnit returns where the date begins after an organisation and its part: "European Commission.
// Directorate-General for Research. (2010)", or at.
func (r *reading) dateAfterUnit(at, end int) int {
	if len(r.people) > 0 || !r.hasOrganisationWord(at, end) {
		return at
	}
	for i := end + 2; i+1 < len(r.tokens) && i < end+10; i++ {
		if r.tokens[i].is(open) && r.tokens[i-1].is(period) && r.tokens[i+1].is(yearNum) {
			return i
		}
	}
	return at
}

// isUndatedOrganisation reports whether an organisation ends at what says that there is no date: "Ministry of
// Health (n.d.)", "WHO (n.d.)". After other names and words this counts less than a year, since a title can have it.
func (r *reading) isUndatedOrganisation(at, bracket int) bool {
	isAcronym := bracket == at+1 && r.tokens[at].is(upper)
	return (isAcronym || r.isOrganisation(at, bracket)) && r.undated(bracket) > bracket
}

// isOrganisation reports whether tokens have a word of organisations and no sign.
func (r *reading) isOrganisation(from, to int) bool {
	if to > from+3 && r.tokens[to-1].is(closing) && r.tokens[to-3].is(open) { // Ministry of Health (NZ)
		to -= 3
	}
	for i := from; i < to; i++ {
		if r.tokens[i].is(comma | period | colon | semicolon | open | quote) {
			return false
		}
	}
	return r.tokens[to-1].is(capital) && r.hasOrganisationWord(from, to)
}

// hasOrganisationWord reports whether a word of organisations is among tokens.
func (r *reading) hasOrganisationWord(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &r.tokens[i]; t.is(publisher) && t.is(capital) && !t.is(publishingHouse) {
			return true
		}
	}
	return false
}

func (r *reading) endsDate(at int) bool {
	return at < len(r.tokens) && r.tokens[at].is(period|comma|colon|quote)
}

// organisationAlone returns where an organisation ends that a period ends, or at itself.
func (r *reading) organisationAlone(at int) int {
	bodyWord := false
	for i := at; i < len(r.tokens) && i < at+14; i++ {
		t := &r.tokens[i]
		switch {
		case r.fixed[i] != none || t.is(quote|comma|colon|query):
			return at
		case t.is(open) && r.roleEnd(i) > i: // Herder-Institut (Hrsg.)
			return i
		case t.is(period) && i > at && (i+1 == len(r.tokens) || endsSentence(r.tokens, i)):
			isAcronym := i == at+1 && r.tokens[at].is(capital) && !r.tokens[at].is(conf|journal|report)
			if bodyWord && i < at+10 || isAcronym && len(r.tokens) > i+6 {
				return i
			}
			return at
		}
		bodyWord = bodyWord || t.is(publisher) && t.is(capital) && !t.is(publishingHouse)
	}
	return at
}

// endsAuthors reports whether a period is the end of the authors and not the one before a year.
func (r *reading) endsAuthors(i int) bool {
	return endsSentence(r.tokens, i) && !r.tokens[i+1].is(open|yearNum)
}
