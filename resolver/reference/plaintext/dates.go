package plaintext

import "slices"

// identifiers finds addresses, DOIs, ISBNs and the like, with the words that introduce them.
func (r *reading) identifiers(from int) {
	for _, f := range candidates(r.tokens, otherRows, from, make([]bool, len(r.tokens))) {
		if f.label != identifier || r.taken(f.from, f.to) {
			continue
		}
		r.found = append(r.found, f)
		r.mark(f.from, f.to, identifier)
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
			if r.fixed[end] == identifier {
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
		if f.label == editionLabel && !r.taken(f.from, f.to) {
			r.found = append(r.found, f)
			r.mark(f.from, f.to, editionLabel)
		}
	}
	if !r.has('Y') {
		r.bestDate(blocked)
	}
}

// leadingDate marks a date directly behind the authors and returns where it ends.
func (r *reading) leadingDate() int {
	i := r.body
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
	labelled := slices.ContainsFunc(r.tokens[f.from:f.to], func(t token) bool { return t.is(vol | issue | pageWord) })
	if labelled {
		return r.boundBefore(f.from, true)
	}
	from, to := f.got.get('P')
	if to > from && r.tokens[from].is(yearNum) && r.tokens[to-1].is(yearNum) {
		return false
	}
	if f.score <= 60 && f.from <= r.body {
		return false
	}
	if !r.boundBehind(f.to) {
		return false
	}
	switch f.score {
	case 10:
		return r.acceptsNumber(f)
	}
	return true
}

// acceptsNumber reports whether a single number is a volume or a page.
func (r *reading) acceptsNumber(f *fragment) bool {
	if !r.tokens[f.from-1].is(comma|period|colon|semicolon) && !r.tokens[f.from-1].is(capital) || r.tokens[f.from].is(yearNum) {
		return false
	}
	if from, to := f.got.get('V'); to > from {
		return !r.has('P') || r.tokens[f.from].end-r.tokens[f.from].start <= 3
	}
	return r.has('V') && r.tokens[f.from].is(number) || r.tokens[f.from-1].is(comma|colon) && f.to >= len(r.tokens)-1
}

// boundBefore reports whether a labelled locator can begin at a token: "s" and "t" are
// words of many languages, so what is before them is a sign or a word of its own.
func (r *reading) boundBefore(at int, labelled bool) bool {
	return at > 0 && (labelled || r.tokens[at-1].is(comma|period|colon|semicolon|open|closing))
}

func (r *reading) boundBehind(at int) bool {
	return at >= len(r.tokens) || r.fixed[at] != none || r.tokens[at].is(comma|period|colon|semicolon|open|closing|quote|inWord|address)
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
	score := f.to - f.from
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
		{before.is(small), -4},
		{behind.is(small | capital), -3},
	} {
		if rule.holds {
			score += rule.score
		}
	}
	return score
}
