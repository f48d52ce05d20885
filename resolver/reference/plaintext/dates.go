package plaintext

import (
	"slices"
	"strings"
)

// identifiers finds addresses, DOIs, ISBNs and the like, with the words that introduce them.
func (r *reading) identifiers(from int) {
	for _, f := range candidates(r.tokens, otherRows, from, make([]bool, len(r.tokens))) {
		if f.label != numberLabel || r.taken(f.from, f.to) {
			continue
		}
		r.found = append(r.found, f)
		r.mark(f.from, f.to, numberLabel)
	}
	slices.SortFunc(r.found, func(a, b fragment) int { return a.from - b.from }) // of several the first counts
	r.accessPhrases(from)
}

// accessPhrases marks "Retrieved from", "[Accessed: 19-Oct-2017]" as notes.
func (r *reading) accessPhrases(from int) {
	for i := from; i < len(r.tokens); i++ {
		if !r.tokens[i].is(access) || r.fixed[i] != none || r.quoted[i] {
			continue
		}
		end := i + 1
		sure := false
		for end < len(r.tokens) {
			t := &r.tokens[end]
			if r.fixed[end] == numberLabel {
				sure = true
				break
			}
			if d := dateEnd(r.tokens, end); d > 0 {
				end, sure = d, true
				continue
			}
			if !t.is(ofWord|inWord|comma|colon|period|access|month|number|small|closing|open) || end-i > 12 {
				break
			}
			if t.is(period) && end+1 < len(r.tokens) && r.tokens[end+1].is(capital) {
				break
			}
			end++
		}
		if sure {
			r.mark(i, end, note)
			i = end - 1
		}
	}
}

func (r *reading) taken(from, to int) bool {
	for i := from; i < to; i++ {
		if r.fixed[i] != none {
			return true
		}
	}
	return false
}

// datesAndLocators finds the date, the volume, issue and pages, and the edition.
func (r *reading) datesAndLocators() {
	blocked := make([]bool, len(r.tokens))
	for i := range blocked {
		blocked[i] = r.fixed[i] != none || r.quoted[i]
	}
	if end := r.leadingDate(); end > 0 {
		for i := r.body; i < end; i++ {
			blocked[i] = true
		}
		r.body = end
		r.dayOfYear(blocked)
		for i := range blocked {
			blocked[i] = blocked[i] || r.fixed[i] != none
		}
	}
	for _, f := range candidates(r.tokens, locatorRows, r.body, blocked) {
		if !r.taken(f.from, f.to) && r.accepts(&f) {
			r.found = append(r.found, f)
			r.mark(f.from, f.to, locator)
		}
	}
	for _, f := range candidates(r.tokens, otherRows, r.body, blocked) {
		if (f.label == editionLabel || f.label == note) && !r.taken(f.from, f.to) {
			r.found = append(r.found, f)
			r.mark(f.from, f.to, f.label)
		}
	}
	if !r.has('Y') {
		r.bestDate(blocked)
	}
}

// has reports whether a field has been found.
func (r *reading) has(field byte) bool {
	return slices.ContainsFunc(r.found, func(f fragment) bool {
		_, to := f.got.get(field)
		return to > 0
	})
}

// accepts reports whether a locator is believed: it adds to what is known, and without
// words such as vol. it has signs around it and is not a range of years.
func (r *reading) accepts(f *fragment) bool {
	for _, field := range []byte("VIPY") {
		if _, to := f.got.get(field); to > 0 && r.has(field) {
			return false
		}
	}
	if f.from > 0 && r.tokens[f.from-1].is(dash) && !r.tokens[f.from].space {
		return false
	}
	if r.isMistaken(f) {
		return false
	}
	if f.labelled {
		return !r.tokens[f.from].is(number|roman) || !r.namedOtherwise(f.from)
	}
	if !r.boundAfter(f.to) {
		return false
	}
	return f.weight >= 20 && f.from > r.body || r.acceptsAlone(f)
}

// acceptsAlone reports whether a volume or pages on their own are believed.
func (r *reading) acceptsAlone(f *fragment) bool {
	if f.from <= r.body {
		return false
	}
	if from, to := f.got.get('P'); to > from+1 {
		return r.acceptsRange(from, to)
	}
	return r.acceptsNumber(f)
}

// acceptsRange reports whether two numbers are pages rather than years or a part of the
// title: they are not in the first sentence after the authors.
func (r *reading) acceptsRange(from, to int) bool {
	if r.tokens[from].is(yearNum) && !r.has('V') {
		return false
	}
	if to >= len(r.tokens)-1 && r.tokens[from-1].is(capital) {
		return true
	}
	for i := r.body; i < from; i++ {
		t := &r.tokens[i]
		isFixed := r.fixed[i] == locator || r.fixed[i] == dateLabel
		if isFixed || t.is(quote) || t.is(period) && endsSentence(r.tokens, i) {
			return true
		}
	}
	return false
}

// acceptsNumber reports whether a single number is a volume or a page.
func (r *reading) acceptsNumber(f *fragment) bool {
	before := &r.tokens[f.from-1]
	if !before.is(comma|period|colon|semicolon|capital) || r.tokens[f.from].is(yearNum) {
		return false
	}
	if from, to := f.got.get('V'); to > from {
		if before.is(capital) && !r.tokens[f.from].is(number) { // Philippe II
			return false
		}
		return !before.is(period) && (!r.has('P') || r.tokens[f.from].end-r.tokens[f.from].start <= 3)
	}
	return r.has('V') && r.tokens[f.from].is(number) || before.is(comma|colon) && f.to >= len(r.tokens)-1
}

func (r *reading) boundAfter(at int) bool {
	if at >= len(r.tokens) || r.fixed[at] != none || r.tokens[at].text == "<" {
		return true
	}
	return r.tokens[at].is(comma | period | colon | semicolon | open | closing | quote | inWord | webAddress)
}

// bestDate marks the date whose place has the best score.
func (r *reading) bestDate(blocked []bool) {
	best, bestScore := fragment{}, -3
	for _, f := range candidates(r.tokens, otherRows, r.body, blocked) {
		if f.label != dateLabel || r.taken(f.from, f.to) || r.isPartOfDate(&f) {
			continue
		}
		if score := r.dateScore(&f); score > bestScore {
			best, bestScore = f, score
		}
	}
	if best.to > 0 {
		r.found = append(r.found, best)
		r.mark(best.from, best.to, dateLabel)
	}
}

// isPartOfDate reports whether a date is the end of a longer one.
func (r *reading) isPartOfDate(f *fragment) bool {
	for at := max(0, f.from-5); at < f.from; at++ {
		if r.tokens[at].dateEnd >= f.to && r.hasMonth(at, f.to) {
			return true
		}
	}
	return false
}

// dateScore rates the place of a date.
func (r *reading) dateScore(f *fragment) int {
	score := 0
	from, to := f.got.get('Y')
	if !slices.ContainsFunc(r.tokens[from:to], func(t token) bool { return t.is(yearNum) }) {
		return -10
	}
	before := token{class: comma}
	if f.from > 0 {
		before = r.tokens[f.from-1]
	}
	after := token{class: period}
	if f.to < len(r.tokens) {
		after = r.tokens[f.to]
	}
	for _, rule := range []struct {
		holds bool
		score int
	}{
		{r.tokens[f.from].is(open), 4},
		{before.is(comma | period | colon | semicolon | closing), 2},
		{after.is(comma | period | semicolon | closing | colon), 2},
		{f.to >= len(r.tokens)-1, 3},
		{before.is(dash) || after.is(dash), -8},
		{r.reprinted(f.from), -6},
		{r.isFirstEdition(f.from), -10},
		{f.from > 1 && before.is(period) && strings.EqualFold(r.tokens[f.from-2].text, "web"), -6}, // the day it was seen
		{slices.ContainsFunc(r.tokens[from:to], func(t token) bool { return t.is(month) }), 2},
		{slices.ContainsFunc(r.tokens[from:to], func(t token) bool { return t.is(dash) }), -2},
		{before.is(small), -4},
		{after.is(small | capital), -3},
	} {
		if rule.holds {
			score += rule.score
		}
	}
	return score
}

// isFirstEdition reports whether a date is in brackets after another: 2000 [1998].
func (r *reading) isFirstEdition(at int) bool {
	if !r.tokens[at].is(open) {
		at--
	}
	return at > 0 && r.tokens[at].is(open) && r.tokens[at-1].is(yearNum)
}

// reprinted reports whether a word for a reprint or an original is shortly before a token.
func (r *reading) reprinted(at int) bool {
	for i := max(r.body, at-10); i < at; i++ {
		switch strings.ToLower(r.tokens[i].text) {
		case "reprint", "reprinted", "original", "originally", "reimpr", "rpt":
			return true
		}
	}
	return false
}
