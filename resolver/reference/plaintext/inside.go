package plaintext

import "strings"

// insideSigns reports for each sign whether it splits nothing: those within the name of a place
// and quotation marks within a title.
func insideSigns(tokens []token) []bool {
	inside := make([]bool, len(tokens))
	for i := range tokens {
		if end := placeTail(tokens, i); end > i {
			for ; i < end; i++ {
				inside[i] = true
			}
		}
	}
	insideQuotes(tokens, inside)
	return inside
}

// placeTails are what comes after the name of a place to distinguish it from others, or for
// further places: Frankfurt a. M., Halle (Saale), Cambridge (Mass.), Köln [u. a.].
var placeTails = []struct {
	shape pattern
	after class // what is before it, 0 for any word
}{
	{compile("tailword . tailword . capital .?"), 0},
	{compile("tailword . tailword ."), place},
	{compile("tailword . capital ."), 0},
	{compile("( tail|state .? )"), 0},
	{compile("( tailword .? tailword? .? )"), place},
}

// placeTail returns where the tail of a place's name ends that begins at a token, or at.
func placeTail(tokens []token, at int) int {
	if at == 0 || !tokens[at-1].is(capital) || len(tokens[at-1].text) < 4 {
		return at
	}
	var unused captures
	for _, t := range placeTails {
		if !tokens[at].is(t.shape.first()) || t.after != 0 && !tokens[at-1].is(t.after) {
			continue
		}
		if end := t.shape.match(tokens, at, &unused); end > at && endsPlace(tokens, end) {
			return end
		}
	}
	return at
}

// endsPlace reports whether a place ends at a token: before its publisher, or the year.
func endsPlace(tokens []token, at int) bool {
	if at >= len(tokens) {
		return true
	}
	next := &tokens[at]
	return next.is(colon|comma|slash) || next.is(yearNum)
}

// insideQuotes marks the quotation marks of words that a title quotes: „Raum“ und „Zeit“, the
// “home” in exile. After those around a whole title there is a sign, or a capital.
func insideQuotes(tokens []token, inside []bool) {
	for i := 0; i < len(tokens); i++ {
		if !tokens[i].is(quote) || isApostrophe(tokens, i) || !opensQuote(tokens, i) {
			continue
		}
		end := closingQuote(tokens, i)
		if end < 0 {
			continue
		}
		if goesOnAfter(tokens, end) || inside[max(i-2, 0)] && isJoin(tokens, i-1) {
			inside[i], inside[end] = true, true
		}
		for j := i + 1; j < end; j++ { // brackets and quotations within a title that is quoted
			inside[j] = inside[j] || tokens[j].is(open|closing) || tokens[j].is(quote) && !isApostrophe(tokens, j)
		}
		i = end
	}
}

// closers are the quotation marks that can close one that is opened.
var closers = map[string]string{"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‹": "›", `"`: `"`, "'": "'", "``": "''"}

// closingQuote returns where the quotation ends that begins at a token, -1 if it does not.
func closingQuote(tokens []token, i int) int {
	first, depth := -1, 0
	for j := i + 1; j < len(tokens) && j < i+80; j++ {
		if !tokens[j].is(quote) || isApostrophe(tokens, j) {
			continue
		}
		switch closing := strings.Contains(closers[tokens[i].text], tokens[j].text); {
		case closing && depth == 0:
			return j
		case closing:
			depth--
		case tokens[j].text == tokens[i].text:
			depth++
		}
		if first < 0 {
			first = j
		}
	}
	return first // what is opened with one sign and closed with another
}

// goesOnAfter reports whether a sentence goes on after a quotation mark that closes.
func goesOnAfter(tokens []token, end int) bool {
	if end+1 >= len(tokens) || tokens[end-1].is(comma|period|query) {
		return false
	}
	next := &tokens[end+1]
	if next.is(dash) {
		return next.space && end+2 < len(tokens) && tokens[end+2].space
	}
	if byWords[next.text] {
		return false
	}
	isLocator := next.is(inWord | editor | translator | access | vol | issue | pageWord | number | doiWord)
	return next.is(small) && next.space && !isLocator || isJoin(tokens, end+1)
}

// isJoin reports whether a word joins two that are quoted.
func isJoin(tokens []token, i int) bool {
	return i > 0 && tokens[i].is(and|ofWord) && tokens[i].is(small) && strings.ToLower(tokens[i].text) != "in"
}
