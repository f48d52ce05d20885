package plaintext

// mistakes are what numbers can be that have the shape of a volume, an issue or pages.
var mistakes = []func(*reading, *fragment) bool{
	(*reading).holdsYear, (*reading).isInDate, (*reading).numbersReport, (*reading).isCited, (*reading).spansYears, (*reading).numbersEdition,
}

func (r *reading) isMistaken(f *fragment) bool {
	for _, is := range mistakes {
		if is(r, f) {
			return true
		}
	}
	return false
}

// isInDate reports whether a fragment begins within a date: the 11 of "August 11, 2016".
func (r *reading) isInDate(f *fragment) bool {
	for at := max(0, f.from-5); at <= f.from; at++ {
		end := r.tokens[at].dateEnd
		within := at < f.from && f.from < end || at == f.from && f.to < end
		if within && r.hasMonth(at, end) {
			return true
		}
	}
	return false
}

func (r *reading) hasMonth(from, to int) bool {
	hasMonth, hasYear := false, false
	for i := from; i < to; i++ {
		hasMonth = hasMonth || r.tokens[i].is(month)
		hasYear = hasYear || r.tokens[i].is(yearNum)
	}
	return hasMonth && hasYear
}

// numbersReport reports whether a number is that of a report, whose series is in the same
// bracket: (NIH Publication No. 18-2059).
func (r *reading) numbersReport(f *fragment) bool {
	_, issues := f.got.get('I')
	_, volumes := f.got.get('V')
	alone := f.to == f.from+1 && !f.labelled && f.from > 0 && r.isWord(f.from-1)
	if !alone && (issues == 0 || volumes > 0) {
		return false
	}
	for i := f.from - 1; i > r.body && i > f.from-8; i-- {
		switch t := &r.tokens[i]; {
		case t.is(open):
			return i < f.from-1
		case !t.is(capital | small | period):
			return false
		}
	}
	return false
}

// isWord reports whether a token is a word with a capital that does not say what a number is.
func (r *reading) isWord(i int) bool {
	return r.tokens[i].is(capital) && !r.tokens[i].is(part|vol|issue|number)
}

// numbersEdition reports whether a number is that of an edition: Tübingen 7. Aufl. 1988.
func (r *reading) numbersEdition(f *fragment) bool {
	i := f.to
	if i < len(r.tokens) && r.tokens[i].is(period) {
		i++
	}
	if f.labelled || f.to != f.from+1 || i >= len(r.tokens) || r.tokens[i].is(editor) {
		return false
	}
	return r.tokens[i].is(edition) && (r.tokens[i].is(small) || i > f.to)
}

// isCited reports whether a number after the imprint is the page that a note cites and not a
// volume: (New York: Knopf, 2006), 52.
func (r *reading) isCited(f *fragment) bool {
	from, to := f.got.get('V')
	_, pages := f.got.get('P')
	if to != from+1 || pages > 0 || f.labelled || f.from < 2 {
		return false
	}
	if !r.tokens[f.from-1].is(comma) || !r.tokens[f.from-2].is(closing) {
		return false
	}
	signs := false
	for i := f.from - 3; i > r.body && !r.tokens[i].is(open); i-- {
		signs = signs || r.tokens[i].is(comma|colon)
	}
	return signs
}

// spansYears reports whether what would be pages are the years that a volume is about: Bd. 3:
// 1849–1914.
func (r *reading) spansYears(f *fragment) bool {
	from, to := f.got.get('P')
	if to != from+3 || from == 0 {
		return false
	}
	first, last := &r.tokens[from], &r.tokens[to-1]
	if !first.is(yearNum) || !last.is(yearNum) || first.text >= last.text {
		return false
	}
	before := &r.tokens[from-1]
	return before.is(colon) && r.tokens[f.from].is(vol) || from == f.from && before.is(capital|small)
}

// holdsYear reports whether a locator takes what is more likely the year for a volume,
// an issue or a single page.
func (r *reading) holdsYear(f *fragment) bool {
	for _, field := range []byte("VIP") {
		from, to := f.got.get(field)
		if to == from+3 && field == 'V' && r.tokens[from].is(yearNum) && r.tokens[from+1].is(slash) { // 2015/3
			return true
		}
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
