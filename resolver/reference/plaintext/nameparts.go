package plaintext

import (
	"strings"

	"lendlink/resolver/citation"
)

// isForename reports whether a word can begin a name as a forename.
func isForename(tokens []token, i int) bool {
	t := &tokens[i]
	if t.is(ofWord) && i+1 < len(tokens) && tokens[i+1].is(period) { // Ratzsch, Del.
		return t.is(capital)
	}
	if strings.HasPrefix(t.text, "L'") || strings.HasPrefix(t.text, "L’") { // Roe, L'Hiver
		return false
	}
	return t.is(capital) && !t.is(initial) && !t.is(ofWord|conf|report|thesis|inWord|number|access) && len(t.text) > 1
}

// isNameWord reports whether a word can be in a name.
func isNameWord(t *token) bool {
	if t.is(publisher) && !t.is(publishingHouse|forename) {
		return false
	}
	return t.is(capital) && !t.is(conf|report|thesis|access|ofWord) || t.is(particle)
}

// forenamesEnd returns where forenames and initials end.
func forenamesEnd(tokens []token, at int) (end int, initials bool) {
	i := at
	for words := 0; i < len(tokens) && words < 4 && tokens[i].is(capital); words++ {
		isInitial := tokens[i].is(initial)
		if !isInitial && (initials || tokens[i].is(ofWord)) {
			break
		}
		if isInitial && words > 0 && beginsTitle(tokens, i) {
			break
		}
		initials = initials || isInitial
		i++
		if i < len(tokens) && tokens[i].is(period) && isInitial {
			i++
		}
		for i+1 < len(tokens) && tokens[i].is(dash) && !tokens[i].space && tokens[i+1].is(capital|small) {
			i += 2
			if i < len(tokens) && tokens[i].is(period) && tokens[i-1].is(initial) {
				i++
			}
		}
	}
	return i, initials
}

// familyEnd returns where a family name ends: particles, then up to most words. A name
// that heads a list needs more than initials.
func familyEnd(tokens []token, at, most int, first bool) int {
	i := at
	for i < at+3 && isParticleAt(tokens, i) {
		i++
	}
	particles := i
	for words := 0; words < most && i < len(tokens); words++ {
		t := &tokens[i]
		if !isFamilyWord(t) || t.is(small) && words > 0 && !isLastPart(tokens, i) {
			break
		}
		if isInitialsAt(tokens, i) && (words > 0 || first && len(t.text) < 2) {
			break
		}
		if !first && words > 0 && t.is(conf|journal|report) {
			break
		}
		i++
		for i+1 < len(tokens) && tokens[i].is(dash) && !tokens[i].space && tokens[i+1].is(capital|small) {
			i += 2
		}
	}
	if i == particles { // particles alone are not a name, unless capitals: Van, Do
		if i > at && tokens[i-1].is(capital) {
			return i
		}
		return at
	}
	return i
}

// forenameInBracket reads "Perrot (Michelle),", as French theses have it. It reports whether there is one.
func (p *person) forenameInBracket(tokens []token, end int) bool {
	if end == p.from || end+3 >= len(tokens) || !tokens[end].is(open) {
		return false
	}
	if first := &tokens[end+1]; !first.is(forename) && (!tokens[p.from].is(upper) || !first.is(capital) || first.is(upper)) {
		return false
	}
	to, _ := forenamesEnd(tokens, end+1)
	if to+1 >= len(tokens) || !tokens[to].is(closing) || !tokens[to+1].is(comma|period|and|semicolon) {
		return false
	}
	p.family, p.given, p.to = span{p.from, end}, span{end + 1, to}, to+1
	return true
}

// turnCapitals finds the family name that is first and in capitals: BRAUDEL Fernand.
func (p *person) turnCapitals(tokens []token) {
	last := p.from
	for last < p.to && tokens[last].is(upper) {
		last++
	}
	if last > p.from && last < p.to && !tokens[p.to-1].is(upper|initial|period) {
		p.family, p.given = span{p.from, last}, span{last, p.to}
	}
}

// isTitleAName reports whether what would be forenames is a title that is a whole name, with its
// imprint after it: "Hermione Lee, Virginia Woolf (London: …".
func (p *person) isTitleAName(tokens []token, end int) bool {
	return end-p.given.from >= 2 && !p.hasInitials && isImprint(tokens, end)
}

// isImprint reports whether a bracket has a place, a colon and the year.
func isImprint(tokens []token, at int) bool {
	if at >= len(tokens) || !tokens[at].is(open) {
		return false
	}
	signs := false
	for i := at + 1; i < len(tokens) && i < at+20 && !tokens[i].is(closing); i++ {
		if signs = signs || tokens[i].is(comma|colon); signs && tokens[i].is(yearNum) {
			return true
		}
	}
	return false
}

// isLastPart reports whether a small particle within a family name has a capital after
// it: Buarque de Holanda.
func isLastPart(tokens []token, i int) bool {
	return i+1 < len(tokens) && tokens[i+1].is(capital) && !tokens[i].is(and)
}

// isInitialsAt reports whether a token is initials rather than a short family name.
func isInitialsAt(tokens []token, i int) bool {
	t := &tokens[i]
	if !t.is(initial) {
		return false
	}
	return !t.is(upper) || i+1 >= len(tokens) || tokens[i+1].is(comma|period|semicolon|open|and|quote)
}

// initialsEnd returns where initials end: "A. B.", "A.B.", "J.-P.", "AB".
func initialsEnd(tokens []token, at int) int {
	i := at
	for n := 0; i < len(tokens) && n < 6 && tokens[i].is(initial) && tokens[i].is(capital); n++ {
		if i > 0 && beginsTitle(tokens, i) {
			break
		}
		if isShortForename(&tokens[i]) && (i+1 >= len(tokens) || !tokens[i+1].is(period|dash)) && n > 0 {
			return i + 1
		}
		i++
		if i < len(tokens) && tokens[i].is(period) {
			i++
		}
		if i+1 < len(tokens) && tokens[i].is(dash) && tokens[i+1].is(initial) {
			i++
		}
	}
	return i
}

// beginsTitle reports whether what has the shape of initials after those of a name begins
// the title or the journal, or replaces the date: Lee, K. A Guide; Lee, K. THE SEA; Lee, K. J. Am. Chem. Soc.
func beginsTitle(tokens []token, i int) bool {
	if i+1 >= len(tokens) {
		return false
	}
	next := &tokens[i+1]
	if next.is(period) {
		return tokens[i].text == "J" && isAbbreviation(tokens, i+2) || isNoDate(tokens, i)
	}
	if tokens[i-1].is(period) && tokens[i].is(upper) && next.is(small) { // Lee D. HIV subtypes
		return next.space
	}
	if !tokens[i].is(ofWord|inWord) || !tokens[i].space || !next.space || next.is(and) {
		return false
	}
	isOn := len(tokens[i].text) == 2 && !tokens[i].is(particle)
	return tokens[i-1].is(period) && next.is(capital|small|quote) || isOn && next.is(capital|small)
}

// isNoDate reports whether two letters after a name say that there is no date: Lee, K. N.d. A guide.
func isNoDate(tokens []token, i int) bool {
	return i+2 < len(tokens) && tokens[i+2].is(small) && citation.IsUndated(tokens[i].text+tokens[i+2].text)
}

// isAbbreviation reports whether a token is an abbreviated word of a journal's title.
func isAbbreviation(tokens []token, i int) bool {
	return i+1 < len(tokens) && tokens[i].is(journal) && len(tokens[i].text) > 1 && tokens[i+1].is(period)
}

// isAmongCapitals reports whether a word is in capitals as the word after it: LEE, A. AND ROE, B.
func isAmongCapitals(tokens []token, i int) bool {
	return tokens[i].is(upper) && i+1 < len(tokens) && tokens[i+1].is(upper)
}

// isShortForename reports whether initials are an abbreviated forename, Th. or Yu.
func isShortForename(t *token) bool { return len(t.text) == 2 && t.text[1] >= 'a' }

// endsName reports whether what follows a name can end it.
func endsName(tokens []token, at int) bool {
	if at >= len(tokens) {
		return true
	}
	t := &tokens[at]
	if t.is(comma | period | semicolon | colon | open | and | quote | yearNum | etAl | editor | closing | slash) {
		return true
	}
	return tokens[at-1].is(period) || t.text == "et" || at > 0 && tokens[at-1].is(initial)
}

// isParticleAt reports whether a word is a particle before a family name.
func isParticleAt(tokens []token, i int) bool {
	return i+1 < len(tokens) && tokens[i].is(particle) && !isInitialsAt(tokens, i) && !tokens[i+1].is(dash)
}

// isFamilyWord reports whether a word can be one of a family name.
func isFamilyWord(t *token) bool {
	if t.is(number) || t.is(ofWord) && !t.is(particle) {
		return false
	}
	return t.is(capital | particle)
}

// suffixEnd returns where ", Jr." ends after a name.
func suffixEnd(tokens []token, at int) int {
	i := at
	if i < len(tokens) && tokens[i].is(comma) {
		i++
	}
	if i >= len(tokens) || !tokens[i].is(suffix) {
		if i == at && i+1 < len(tokens) && tokens[i].isThird() && tokens[i+1].is(comma) { // Lee AB 3rd,
			return i + 1
		}
		return at
	}
	if i++; i < len(tokens) && tokens[i].is(period) {
		i++
	}
	return i
}

// isCapitals reports whether a word is in capitals.
func (t *token) isCapitals() bool { return t.text == strings.ToUpper(t.text) }

func (t *token) isThird() bool { return t.is(ordinal) && !t.is(capital|small) }

// isYearAfter reports whether a year follows a comma or bracket.
func isYearAfter(tokens []token, at int) bool {
	return at+1 < len(tokens) && tokens[at+1].is(yearNum)
}

// particlesEnd returns where particles end that follow the initials: "Gogh, V. van".
func particlesEnd(tokens []token, at int) int {
	i := at
	for i < len(tokens) && tokens[i].is(particle) && tokens[i].is(small) && !tokens[i].is(and) {
		i++
	}
	if i > at && i < len(tokens) && !tokens[i].is(comma|period|semicolon|open|and) {
		return at
	}
	return i
}
