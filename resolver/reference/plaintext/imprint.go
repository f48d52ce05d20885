package plaintext

import (
	"slices"
	"strings"
)

// imprints are the shapes that books have in MLA, Chicago and APA, where what is alone after a
// title without quotation marks is the publisher. Their articles have quotation marks, or numbers.
var imprints = [...]struct {
	names  []nameForm // of the first author
	was    label      // of the part
	before class      // the sign before it
	after  class      // and after it
	dated  bool       // the year is after it, else before the title
}{
	{[]nameForm{familyGiven}, container, period, comma, true},                        // Lee, Ann. Old Lamps. Marrow & Tide, 1965.
	{[]nameForm{givenFirst, initialsLead}, container, open, comma, true},             // Ann Lee, Old Lamps (Marrow & Tide, 1965), 12.
	{[]nameForm{familyFirst, familyGiven, givenFirst}, genre, period, period, false}, // Lee, A. (1965). Old lamps. Marrow & Tide.
}

// correctPublisher makes a publisher of the part after the title that has one of these shapes, if
// it is not a periodical by its words; and a container of what was taken for a publisher and is one.
func (r *reading) correctPublisher() {
	isThesis := slices.ContainsFunc(r.segs, func(s segment) bool { return s.fixed == genre })
	isOther := isThesis || r.edited || r.decides(editors)
	if len(r.people) == 0 || isOther || r.has('V') || r.has('I') {
		return
	}
	i := 1
	for i < len(r.segs) && (r.segs[i].fixed != none || r.decided[i] == title || r.decided[i-1] != title) {
		i++
	}
	if i >= len(r.segs) || !r.isNamed(&r.segs[i]) || r.segs[i-1].quoted {
		return
	}
	for j := range imprints {
		row := &imprints[j]
		s := &r.segs[i]
		if !slices.Contains(row.names, r.people[0].form) || s.before != row.before || s.after&row.after == 0 || r.isDatedAfter(i) != row.dated {
			continue
		}
		switch l := r.decided[i]; {
		case l == row.was && !r.decides(publisherLabel) && !r.isPeriodical(s):
			r.decided[i] = publisherLabel
		case l == publisherLabel && r.isReviewOf(s):
			r.decided[i] = container
		}
		return
	}
}

// isDatedAfter reports whether the year alone is after a part, with pages or not: a book has no
// day.
func (r *reading) isDatedAfter(i int) bool {
	if i+1 >= len(r.segs) {
		return false
	}
	next := &r.segs[i+1]
	return next.fixed == dateLabel && next.to == next.from+1 || next.fixed == locator && r.tokens[next.from].is(yearNum)
}

// isNamed reports whether a part can be a publisher's name: a few words with capitals.
func (r *reading) isNamed(s *segment) bool {
	const other = fIn | fConf | fSeries | fReport | fThesis | fEdition | fNumber | fAccess | fEditor | fTranslator | fPatent
	if s.has&other != 0 || s.to-s.from > 8 {
		return false
	}
	for i := s.from; i < s.to; i++ {
		t := &r.tokens[i]
		isAbbreviated := t.is(period) && i > s.from && !r.tokens[i-1].is(initial) // Curr. Biol.
		if isAbbreviated || t.is(small) && !t.is(and|ofWord) {
			return false
		}
	}
	return true
}

// isPeriodical reports whether words are such as names of periodicals have.
func (r *reading) isPeriodical(s *segment) bool {
	if r.isReviewOf(s) || periodicals[strings.ToLower(r.textOf(s.from, s.to))] {
		return true
	}
	if s.has&fJournal != 0 && s.has&(fPublisher|fPublishingHouse) == 0 {
		return true
	}
	for j := s.from; j < s.to; j++ {
		word := strings.ToLower(r.tokens[j].text)
		for _, end := range fieldEnds {
			if len(word) > len(end)+2 && strings.HasSuffix(word, end) {
				return true
			}
		}
	}
	return false
}

// isReviewOf reports whether a part says what it is the review or the journal of: the London
// Review of Books, but not the Monthly Review Press.
func (r *reading) isReviewOf(s *segment) bool {
	for j := s.from; j+1 < s.to; j++ {
		next := &r.tokens[j+1]
		if reviews[strings.ToLower(r.tokens[j].text)] && next.is(ofWord) && !next.is(and) {
			return true
		}
	}
	return false
}

// reviews are words for periodicals that name their field after them.
var reviews = words(`journal, review, annals, bulletin, quarterly, archives, transactions, zeitschrift, revue, revista, gazette,
	annales, anales, magazine, cahiers, archiv, boletín, jahrbuch`)

// fieldEnds are the ends of words for sciences and arts, which are in the names of many journals.
var fieldEnds = [...]string{"ology", "ologie", "ología", "ologia", "istry", "ography", "omics", "etrica", "ophy", "onomy", "ecture",
	"iatry", "iatrics", "istics"}

// periodicals are some that have no such word.
var periodicals = words(`art history, artforum, the atlantic, atlantic, atlantic monthly, the atlantic monthly, the new yorker, new yorker,
	time, newsweek,
	harper's, harper's bazaar, esquire, vogue, wired, the nation, the new republic, new republic, commentary, dissent, daedalus, isis,
	mind, pmla, signs, representations, critical inquiry, boundary 2, october, diacritics, callaloo, speculum, brain, blood,
	neuron, circulation, language, jama, bmj, pnas, plos one, social text, social forces, public culture, past and present,
	past & present, die zeit, die welt, le monde, el mundo, le point, l'express, rolling stone, paris match, playboy, poetry,
	national geographic, scientific american, foreign affairs, foreign policy, the new york times,
	new left review, the wall street journal, usa today, merkur, temps modernes, les temps modernes, esprit, sur, vuelta`)

// bareImprint marks a place and a publisher that no sign separates from the title before the year:
// "Roe B Lamps New York Knopf 1987".
func (r *reading) bareImprint() {
	for i := r.body + 1; i < len(r.tokens); i++ {
		if !r.tokens[i].is(yearNum) || i+1 < len(r.tokens) && !r.tokens[i+1].is(period) {
			continue
		}
		from := i
		for from > r.body && r.tokens[from-1].is(publishingHouse) && r.tokens[from-1].is(capital) && !r.tokens[from-1].is(place) {
			from--
		}
		at := from
		for at > r.body && r.tokens[at-1].is(place) && r.tokens[at-1].is(capital) {
			at--
		}
		if at < from && at > r.body && newWords[r.tokens[at-1].text] {
			at--
		}
		if from == i || at == from || at == r.body {
			return
		}
		r.mark(at, from, placeLabel)
		r.mark(from, i, publisherLabel)
		return
	}
}

// newWords begin the names of places.
var newWords = words("New, San, Los, Saint, St, Ann, Buenos, Den")

// legalForms are the abbreviations that end the names of companies after a comma or a period: "Planeta, S.A.",
// "de Gruyter GmbH & Co. KG".
var legalForms = words("sa, sl, srl, spa, sas, slu, cv, kg, ag, bv, nv, as, ab, inc, ltd, llc, plc")

// isLegalForm reports whether the name of a company ends with the letters from a token on: a name
// among the authors has initials there, which were recognised as such before.
func isLegalForm(tokens []token, at int) bool {
	var letters strings.Builder
	for ; at < len(tokens) && tokens[at].is(capital|period|small); at++ {
		if !tokens[at].is(period) {
			letters.WriteString(strings.ToLower(tokens[at].text))
		}
	}
	return legalForms[letters.String()]
}

// endsDotted reports whether the period at a place is that of single letters: S.A., U.S.A.
func endsDotted(tokens []token, at int) bool {
	return at > 2 && tokens[at-1].is(initial) && !tokens[at-1].space && tokens[at-2].is(period)
}
