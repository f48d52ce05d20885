package plaintext

import (
	"strings"

	"lendlink/resolver/citation"
)

// segment is a part of a reference between two signs, or a fragment that is recognised.
type segment struct {
	from, to int
	fixed    label // what it is, if its shape says so
	before   class // the sign or signs before it
	after    class // the sign after it
	quoted   bool
	bracket  bool
	has      features
}

// segments splits the tokens from one on. fixed has the label of each token that is
// recognised, none for the others; inside are the signs that split nothing.
func segments(tokens []token, from int, fixed []label, inside []bool) []segment {
	var out []segment
	cur := segment{from: from}
	quoted, depth := false, 0
	flush := func(to int, sign class) {
		if to > cur.from {
			cur.to, cur.after = to, sign
			out = append(out, cur)
		}
	}
	restart := func(at int, sign class) {
		cur = segment{from: at, before: sign, quoted: quoted, bracket: depth > 0}
	}
	for i := from; i < len(tokens); i++ {
		t := &tokens[i]
		if fixed[i] != none {
			flush(i, 0)
			cur = segment{from: i, before: cur.signBefore(i), fixed: fixed[i]}
			for i+1 < len(tokens) && fixed[i+1] == fixed[i] {
				i++
			}
			flush(i+1, 0)
			restart(i+1, 0)
			continue
		}
		sign := signOf(tokens, i, fixed)
		if sign == 0 || inside[i] {
			continue
		}
		flush(i, sign)
		before := sign
		if cur.from == i {
			before |= cur.before
		}
		switch {
		case t.is(quote):
			quoted = !quoted && opensQuote(tokens, i)
		case t.is(open):
			depth++
		case t.is(closing):
			depth = max(0, depth-1)
		}
		restart(i+1, before)
	}
	flush(len(tokens), 0)
	return out
}

// signBefore returns the signs before a fragment that begins at a token.
func (s *segment) signBefore(at int) class {
	if s.from == at {
		return s.before
	}
	return 0
}

// signOf returns the sign by which a token separates segments, 0 if it does not.
func signOf(tokens []token, i int, fixed []label) class {
	t := &tokens[i]
	last := i+1 >= len(tokens)
	switch {
	case t.is(comma) && !last && fixed[i+1] == none && goesOnSmall(tokens, i+1):
		return 0
	case t.is(comma|period) && !last && fixed[i+1] == none && isLegalForm(tokens, i+1):
		return 0
	case t.is(period) && last && endsDotted(tokens, i):
		return 0
	case t.is(comma | semicolon | open | closing):
		return t.class & (comma | semicolon | open | closing)
	case t.is(colon):
		if last || tokens[i+1].space || tokens[i+1].is(quote) {
			return colon
		}
	case t.is(quote):
		if isApostrophe(tokens, i) {
			return 0
		}
		return quote
	case t.is(period) && (last || fixed[i+1] != none):
		return period
	case t.is(period) && endsSentence(tokens, i):
		return period
	case t.is(query) && !last && tokens[i+1].space:
		return query
	}
	return 0
}

// goesOnSmall reports whether a part goes on after a comma: with a small word that begins no
// part of another kind, as in "pathophysiology, diagnosis, and management".
func goesOnSmall(tokens []token, i int) bool {
	t := &tokens[i]
	if isPlainIn(tokens, i) {
		return true
	}
	const begins = inWord | editor | translator | director | access | vol | issue | part | pageWord | articleWord | edition | ordinal
	const names = thesis | report | month | conf | seriesWord | doiWord | isbnWord | publisher | number | pageNum | roman | etAl
	return t.is(small) && !t.is(begins|names)
}

// isPlainIn reports whether an "in" is one of a title: "…, a protein, in patients". What says that a
// work is not out yet comes before the one that it is part of, "in forthcoming proceedings"; what says
// that there is no date can be of a title, "ink, in undated letters".
func isPlainIn(tokens []token, i int) bool {
	if tokens[i].text != "in" || i+1 >= len(tokens) {
		return false
	}
	next := &tokens[i+1]
	return next.is(small) && !next.is(conf|journal|meeting|report|ofWord) && !citation.IsNotYet(next.text)
}

// isApostrophe reports whether a quotation mark is an apostrophe: between two letters,
// or after a word while none is open.
func isApostrophe(tokens []token, i int) bool {
	t := &tokens[i]
	if t.text != "'" && t.text != "’" {
		return false
	}
	if i+1 >= len(tokens) || tokens[i+1].space {
		return false
	}
	if next := &tokens[i+1]; next.is(number) && len(next.text) == 2 { // '88
		return true
	}
	return !t.space && tokens[i+1].is(capital|small)
}

// opensQuote reports whether a quotation mark can open a quotation.
func opensQuote(tokens []token, i int) bool {
	t := &tokens[i]
	if t.text == "”" {
		return false
	}
	if i+1 >= len(tokens) {
		return false
	}
	return i == 0 || t.space || !tokens[i+1].space || strings.Contains("«„“‹", t.text)
}

// endsSentence reports whether a period ends more than an abbreviation.
func endsSentence(tokens []token, i int) bool {
	next := &tokens[i+1]
	if !next.space && !next.is(quote|open|closing) {
		return false
	}
	if i == 0 {
		return false
	}
	word := &tokens[i-1]
	if next.is(small) && !next.is(inWord) && !next.is(particle) {
		return false
	}
	if word.is(initial) && len(word.text) == 1 && !word.is(roman) {
		return i > 1 && tokens[i-2].is(small) && !tokens[i-2].is(ofWord|particle|and) // mitomycin C.
	}
	if next.is(journal) && word.is(journal) && i+2 < len(tokens) && tokens[i+2].is(period) { // J. Am. Chem. Soc.
		return false
	}
	return !neverLast[strings.ToLower(word.text)] && !isAbbreviatedTitle(tokens, i)
}

// isAbbreviatedTitle reports whether a period is that of an abbreviation in the title of a
// journal or a meeting that ends with a whole word: Conf. Circuit Syst. Theory,
func isAbbreviatedTitle(tokens []token, i int) bool {
	if i+2 >= len(tokens) || !tokens[i-1].is(journal|conf) || !tokens[i+2].is(comma) {
		return false
	}
	if next := &tokens[i+1]; !next.is(capital) || next.is(place|publisher|state|publishingHouse) {
		return false
	}
	dotted := 0
	for j := i - 2; j > 0 && j > i-16 && tokens[j].is(capital|period|ordinal); j-- {
		if tokens[j].is(period) && tokens[j-1].is(journal|conf|report) {
			dotted++
		}
	}
	return dotted >= 2
}

// neverLast are abbreviations that a sentence does not end with.
var neverLast = map[string]bool{"dr": true, "st": true, "mr": true, "mrs": true, "vs": true, "vol": true, "no": true, "pp": true,
	"nr": true, "bd": true, "sta": true, "sto": true, "mme": true, "prof": true, "ca": true, "v": true}
