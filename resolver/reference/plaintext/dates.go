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

// leadingDate marks a date directly behind the authors and returns where it ends.
func (r *reading) leadingDate() int {
	i := r.body
	if end := r.undated(i); end > i {
		r.mark(i, end, note)
		return end
	}
	bracket := i < len(r.tokens) && r.tokens[i].is(open)
	if bracket {
		i++
	}
	end := dateEnd(r.tokens, i)
	if end == 0 || !slices.ContainsFunc(r.tokens[i:end], func(t token) bool { return t.is(yearNum) }) {
		return 0
	}
	if !bracket && end < len(r.tokens) && !r.tokens[end].is(comma|period|colon|quote|semicolon|open) {
		return 0
	}
	f := fragment{row: &otherRows[len(otherRows)-1], from: r.body, to: end}
	f.got.add('Y', i, end)
	if bracket {
		for end < len(r.tokens) && !r.tokens[end].is(closing) && end-i < 12 {
			end++
		}
		end = min(end+1, len(r.tokens))
	}
	for end < len(r.tokens) && r.tokens[end].is(period|comma|colon|semicolon) {
		end++
	}
	f.to = end
	r.found = append(r.found, f)
	r.mark(f.from, f.to, dateLabel)
	return end
}

// noDate is what stands for the date of what has none, or none yet.
var noDate = map[string]bool{"nd": true, "sd": true, "sf": true, "oj": true, "inpress": true, "forthcoming": true,
	"enprensa": true, "souspresse": true,
	"imdruck": true, "inpreparation": true, "submitted": true, "àparaître": true, "noprelo": true}

// undated returns where "(n.d.)" or "(in press)" behind the authors ends, or at.
func (r *reading) undated(at int) int {
	var word strings.Builder
	bracket := at < len(r.tokens) && r.tokens[at].is(open)
	for i := at; i < len(r.tokens) && i < at+8; i++ {
		t := &r.tokens[i]
		switch {
		case t.is(closing), !bracket && t.is(period|comma) && noDate[word.String()]:
			if !noDate[word.String()] {
				return at
			}
			for i++; i < len(r.tokens) && r.tokens[i].is(period|comma|colon); i++ {
			}
			return i
		case !t.is(open | period | comma):
			word.WriteString(strings.ToLower(t.text))
		}
	}
	return at
}

// has reports whether a field has been found.
func (r *reading) has(field byte) bool {
	return slices.ContainsFunc(r.found, func(f fragment) bool {
		_, to := f.got.get(field)
		return to > 0
	})
}

// accepts reports whether a locator is believed: it adds to what is known, and without
// words such as vol. it has signs around it and is no range of years.
func (r *reading) accepts(f *fragment) bool {
	for _, field := range []byte("VIPY") {
		if _, to := f.got.get(field); to > 0 && r.has(field) {
			return false
		}
	}
	if f.from > 0 && r.tokens[f.from-1].is(dash) && !r.tokens[f.from].space {
		return false
	}
	if r.holdsYear(f) {
		return false
	}
	if f.labelled {
		return !r.tokens[f.from].is(number|roman) || !r.namedOtherwise(f.from)
	}
	if !r.boundBehind(f.to) {
		return false
	}
	return f.weight >= 20 && f.from > r.body || r.acceptsAlone(f)
}

// holdsYear reports whether a locator takes what is more likely the year for a volume,
// an issue or a single page.
func (r *reading) holdsYear(f *fragment) bool {
	for _, field := range []byte("VIP") {
		from, to := f.got.get(field)
		if to != from+1 || !r.tokens[from].is(yearNum) {
			continue
		}
		before := &r.tokens[max(from-1, 0)]
		if before.is(period) && from > 1 {
			before = &r.tokens[from-2]
		}
		if before.is(vol|issue|pageWord) && !before.is(number) {
			continue
		}
		if _, dated := f.got.get('Y'); field == 'V' || dated == 0 && !r.has('Y') {
			return true
		}
	}
	return false
}

// namedOtherwise reports whether a word such as no. is before a number that has been
// taken for a volume.
func (r *reading) namedOtherwise(at int) bool {
	if at > 1 && r.tokens[at-1].is(period) {
		at--
	}
	return at > 0 && r.tokens[at-1].is(issue|pageWord) && !r.tokens[at-1].is(number|roman)
}

// acceptsAlone reports whether a volume or pages without any company are believed.
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
// title: they are not in the first sentence behind the authors.
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
		return !before.is(period) && (!r.has('P') || r.tokens[f.from].end-r.tokens[f.from].start <= 3)
	}
	return r.has('V') && r.tokens[f.from].is(number) || before.is(comma|colon) && f.to >= len(r.tokens)-1
}

func (r *reading) boundBehind(at int) bool {
	return at >= len(r.tokens) || r.fixed[at] != none || r.tokens[at].is(comma|period|colon|semicolon|open|closing|quote|inWord|webAddress)
}

// bestDate marks the date that its place speaks for.
func (r *reading) bestDate(blocked []bool) {
	best, bestScore := fragment{}, -3
	for _, f := range candidates(r.tokens, otherRows, r.body, blocked) {
		if f.label != dateLabel || r.taken(f.from, f.to) {
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

// dateScore weighs the place of a date.
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
	behind := token{class: period}
	if f.to < len(r.tokens) {
		behind = r.tokens[f.to]
	}
	for _, rule := range []struct {
		holds bool
		score int
	}{
		{r.tokens[f.from].is(open), 4},
		{before.is(comma | period | colon | semicolon | closing), 2},
		{behind.is(comma | period | semicolon | closing | colon), 2},
		{f.to >= len(r.tokens)-1, 3},
		{before.is(dash) || behind.is(dash), -8},
		{r.reprinted(f.from), -6},
		{slices.ContainsFunc(r.tokens[from:to], func(t token) bool { return t.is(month) }), 2},
		{slices.ContainsFunc(r.tokens[from:to], func(t token) bool { return t.is(dash) }), -2},
		{before.is(small), -4},
		{behind.is(small | capital), -3},
	} {
		if rule.holds {
			score += rule.score
		}
	}
	return score
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
