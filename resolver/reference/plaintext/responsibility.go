package plaintext

// responsibility reads the authors of a catalogue's description, which are behind the title
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
