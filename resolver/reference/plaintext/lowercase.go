package plaintext

// raiseCapitals marks words of a text in small letters as capitalized where names and parts
// begin, as far as it is sure which they are: all its words if it begins with a forename, else
// those of the names with initials, or with a comma before a forename, that it begins with, or
// of the name after "by" or a dash.
func raiseCapitals(tokens []token) {
	if !isWithoutCapitals(tokens) {
		return
	}
	if tokens[0].is(forename) {
		raise(tokens, func(int) bool { return true })
		return
	}
	names := lowerNamesEnd(tokens)
	if names == 0 {
		from, to := lowerByline(tokens)
		raise(tokens, func(i int) bool { return from <= i && i < to })
		return
	}
	raise(tokens, func(i int) bool { return i < names || tokens[i-1].is(period|colon|quote|query) })
	for i := range tokens[:names] {
		if t := &tokens[i]; len(t.text) == 1 && t.is(capital) {
			t.class |= initial
		}
	}
}

// lowerByline returns where a name is after "by" or a dash: from a forename to a sign.
func lowerByline(tokens []token) (from, to int) {
	for i := 1; i+1 < len(tokens); i++ {
		if isBy(tokens, i) && tokens[i+1].is(forename) {
			from, to = i+1, i+1
			for to < len(tokens) && tokens[to].is(small) && !tokens[to].is(number) {
				to++
			}
			return from, to
		}
	}
	return 0, 0
}

// raise makes capitals of the words that fit.
func raise(tokens []token, fits func(i int) bool) {
	for i := range tokens {
		t := &tokens[i]
		isWord := t.is(small) && !t.is(ofWord|and|inWord|editor|vol|issue|pageWord|access)
		if fits(i) && (isWord || isLowerInitial(t)) {
			t.class |= capital
			t.class &^= small
		}
	}
}

// lowerNamesEnd returns where names end that a text in small letters begins with, 0 for none:
// "lee a, roe b.", "lee, anna."
func lowerNamesEnd(tokens []token) int {
	end := 0
	for at := 0; ; {
		i := at
		for i < min(len(tokens), at+2) && isLowerFamily(&tokens[i]) {
			i++
		}
		given := i
		if i > at && i < len(tokens) && tokens[i].is(comma) {
			given++
		}
		next := lowerGivenEnd(tokens, given, given > i)
		if i == at || next == given {
			if end > 0 && !tokens[end-1].is(period) && tokens[end].is(comma|and) { // plan b, or how to rig
				return 0
			}
			return end
		}
		end = next
		if at, _ = pastSeparator(tokens, end); at == end {
			return end
		}
	}
}

// lowerGivenEnd returns where initials end, or after a comma a forename, if a sign ends the
// name, or at.
func lowerGivenEnd(tokens []token, at int, afterComma bool) int {
	i := at
	for i < min(len(tokens), at+4) && (isLowerInitial(&tokens[i]) || i > at && tokens[i].is(period)) {
		i++
	}
	if i == at && afterComma && i < len(tokens) && tokens[i].is(forename) {
		i++
	}
	if i == len(tokens) || i > at && tokens[i-1].is(period) || tokens[i].is(comma|period|semicolon|open|and) {
		return i
	}
	return at
}

func isLowerFamily(t *token) bool {
	return t.is(small) && len(t.text) > 1 && !t.is(ofWord|and|inWord|access)
}

func isLowerInitial(t *token) bool {
	return len(t.text) == 1 && t.text[0] >= 'a' && t.text[0] <= 'z'
}
