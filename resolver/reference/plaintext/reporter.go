package plaintext

// reporter finds the journal of a note of American law reviews, whose volume is before its
// name: "45 U. Colo. L. Rev. 301 (1974)", "531 U.S. 98, 102 (2000)".
func (r *reading) reporter() {
	for i := r.body + 1; i+4 < len(r.tokens); i++ {
		if !r.tokens[i].is(number) || r.tokens[i].is(yearNum) || !r.tokens[i-1].is(comma|quote) || r.quoted[i] {
			continue
		}
		name := i + 1
		end := r.reporterEnd(name)
		if end == name || !r.tokens[name].is(capital) || !r.isReported(end) {
			continue
		}
		f := fragment{row: &locatorRows[0], from: i, to: i + 1}
		f.got.add('V', i, i+1)
		r.found = append(r.found, f)
		page := fragment{row: &locatorRows[0], from: end, to: end + 1}
		page.got.add('P', end, end+1)
		r.found = append(r.found, page)
		r.mark(i, i+1, locator)
		r.mark(name, end, container)
		r.mark(end, end+1, locator)
		return
	}
}

// reporterEnd returns where the name of a journal or of reports ends.
func (r *reading) reporterEnd(at int) int {
	end := at
	for end < len(r.tokens) && end < at+14 && r.fixed[end] == none {
		if t := &r.tokens[end]; !t.is(capital|period|and|ofWord) || t.is(number) {
			break
		}
		end++
	}
	return end
}

// isReported reports whether a page and, in brackets, a year follow.
func (r *reading) isReported(at int) bool {
	if at+2 >= len(r.tokens) || !r.tokens[at].is(number) {
		return false
	}
	at++
	if at+3 < len(r.tokens) && r.tokens[at].is(comma) { // the page that is cited
		at += 2
		if r.tokens[at].is(dash) {
			at += 2
		}
	}
	if at+1 >= len(r.tokens) || !r.tokens[at].is(open) {
		return false
	}
	for i := at + 1; i < len(r.tokens) && i < at+6; i++ {
		if r.tokens[i].is(yearNum) {
			return i+1 < len(r.tokens) && r.tokens[i+1].is(closing)
		}
	}
	return false
}
