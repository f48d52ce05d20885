package plaintext

import "unicode/utf8"

// features are what can be seen of a segment.
type features uint64

const (
	fFirst features = 1 << iota
	fOnly
	fQuoted
	fAfterQuote
	fBracket
	fIn
	fJournal
	fJournals // two or more such words
	fConf
	fPublisher
	fPublishingHouse
	fPlace
	fState
	fPerson
	fEditor
	fTranslator
	fThesis
	fReport
	fAbbreviated
	fBeforeLocator
	fAfterLocator
	fBeforeDate
	fAfterDate
	fBeforeColon
	fLowerStart
	fOneWord
	fFewWords
	fSomeWords
	fManyWords
	fTitleCase
	fSentenceCase
	fNumber
	fLast
	fAccess
	fAnd
	fAbbrevEnd
	fQueryEnd
	fDatePlaceEnd
	fHasLocator
	fHasIn
	fUpperCase
	fNameLike
	fBeforeEditor
	fAfterEditor
	fHasQuoted
	fHasEditor
	fSecond
	fThird
	fFirstSentence
	fSecondSentence
	fLaterSentence
	fCommaStyle
	fCommaSecond
	fArticle
	fBeforeIdentifier
	fAfterEdition
	fPatent
	fSeries
	fEdition
	fBeforePlace
	fPlaceShape
)

// featureNames name the features in weights.txt.
var featureNames = []string{"first", "only", "quoted", "after-quote", "bracket", "in", "journal-word", "journal-words", "conference-word",
	"publisher-word", "publishing-house", "place", "state", "person", "editor-word", "translator-word", "thesis-word", "report-word",
	"abbreviated", "before-locator", "after-locator", "before-date", "after-date", "before-colon", "lower-start", "one-word",
	"few-words", "some-words", "many-words", "title-case", "sentence-case", "number", "last", "access-word", "and", "abbreviation-end",
	"question", "last-but-date", "reference-has-locator", "reference-has-in", "all-capitals", "name-like", "before-editor", "after-editor",
	"other-part-quoted", "reference-has-editor",
	"second", "third", "first-sentence", "second-sentence", "later-sentence", "comma-after-authors", "second-by-commas", "article",
	"before-identifier", "after-edition", "patent-word", "series-word", "edition-word", "before-place", "place-shape"}

// observe sets the features of every segment.
func observe(tokens []token, segs []segment, commas bool) {
	hasLocator, hasIn, afterQuote, hasQuoted, hasEditor := false, false, false, false, false
	sentence := 0
	last := -1
	for i := range segs {
		s := &segs[i]
		hasLocator = hasLocator || s.fixed == locator
		hasQuoted = hasQuoted || s.quoted
		hasEditor = hasEditor || s.fixed == editors
		if s.fixed == genre {
			s.has = s.words(tokens)
		}
		if s.fixed == none {
			s.has = s.words(tokens)
			hasIn = hasIn || s.has&fIn != 0
			last = i
		}
	}
	count := 0
	for i := range segs {
		s := &segs[i]
		if s.fixed != none {
			continue
		}
		count++
		set := func(f features, on bool) {
			if on {
				s.has |= f
			}
		}
		set(fFirst, count == 1)
		set(fSecond, count == 2)
		set(fThird, count == 3)
		if count > 1 && s.before&(period|query) != 0 {
			sentence++
		}
		set(fFirstSentence, sentence == 0)
		set(fSecondSentence, sentence == 1)
		set(fLaterSentence, sentence > 1)
		set(fCommaStyle, commas)
		set(fCommaSecond, commas && count == 2)
		set(fHasQuoted, hasQuoted && !s.quoted)
		set(fHasEditor, hasEditor)
		set(fQuoted, s.quoted)
		set(fAfterQuote, afterQuote && !s.quoted)
		afterQuote = s.quoted
		set(fBracket, s.bracket)
		set(fHasLocator, hasLocator)
		set(fHasIn, hasIn)
		set(fLast, i == last)
		set(fBeforeColon, s.after&colon != 0)
		set(fQueryEnd, s.after&query != 0)
		if i > 0 {
			set(fAfterLocator, segs[i-1].fixed == locator)
			set(fAfterDate, segs[i-1].fixed == dateLabel)
			set(fAfterEditor, segs[i-1].fixed == editors)
			set(fAfterEdition, segs[i-1].fixed == editionLabel)
		}
		if i+1 < len(segs) {
			set(fBeforeLocator, segs[i+1].fixed == locator)
			set(fBeforeDate, segs[i+1].fixed == dateLabel)
			set(fBeforeEditor, segs[i+1].has&fEditor != 0 || segs[i+1].fixed == editors)
			set(fBeforeIdentifier, segs[i+1].fixed == numberLabel)
			set(fBeforePlace, commas && s.after&comma != 0 && isPlaceAndDate(segs, i+1))
			set(fPlaceShape, count > 2 && s.before&period != 0 && s.isPlaceBefore(tokens, &segs[i+1]))
		}
	}
	if count == 1 {
		segs[last].has |= fOnly
	}
}

// words returns the features that a segment's own words have.
func (s *segment) words(tokens []token) features {
	var f features
	counts := s.count(tokens)
	first := &tokens[s.from]
	flag := func(feature features, on bool) {
		if on {
			f |= feature
		}
	}
	flag(fIn, first.is(inWord) && (first.is(capital) || s.before&(comma|period|quote|query|colon|semicolon) != 0))
	flag(fArticle, first.is(ofWord) && first.is(capital))
	flag(fLowerStart, first.is(small) && !first.is(inWord))
	flag(fJournal, counts.journal > 0)
	flag(fJournals, counts.journal > 1)
	flag(fConf, counts.conf > 0)
	flag(fPublisher, counts.publisher > 0)
	flag(fPublishingHouse, counts.publishingHouse > 0)
	flag(fPlace, counts.place > 0 && counts.words <= 4 || s.isPlaceWithTail(tokens))
	flag(fState, counts.state > 0 && counts.words <= 2)
	people, initials := s.isPeople(tokens)
	flag(fPerson, people && initials)
	flag(fNameLike, people)
	flag(fEditor, counts.editor > 0)
	flag(fTranslator, counts.translator > 0)
	flag(fThesis, counts.thesis > 0)
	flag(fReport, counts.report > 0)
	flag(fPatent, counts.patent > 0)
	flag(fSeries, counts.series > 0)
	flag(fEdition, counts.edition > 0)
	flag(fAccess, counts.access > 0)
	flag(fAnd, counts.and > 0)
	flag(fNumber, counts.words == 0 || first.is(number))
	flag(fAbbreviated, counts.dotted > 0 && 2*counts.dotted >= counts.words)
	flag(fAbbrevEnd, tokens[s.to-1].is(period) || s.after&period != 0 && utf8.RuneCountInString(tokens[s.to-1].text) <= 4)
	flag(fOneWord, counts.words == 1)
	flag(fFewWords, 2 <= counts.words && counts.words <= 3)
	flag(fSomeWords, 4 <= counts.words && counts.words <= 7)
	flag(fManyWords, counts.words > 7)
	flag(fTitleCase, counts.capital > 1 && counts.small == 0)
	flag(fSentenceCase, counts.small > counts.capital)
	flag(fUpperCase, counts.upper > 0 && counts.upper == counts.capital+counts.small)
	return f
}

// isPlaceAndDate reports whether a place and the date are at the end: "…, Rand McNally,
// Chicago, IL, 1963."
func isPlaceAndDate(segs []segment, i int) bool {
	if segs[i].has&fPlace == 0 || segs[i].has&(fJournal|fConf|fPublisher) != 0 {
		return false
	}
	i++
	if i < len(segs) && segs[i].has&fState != 0 && segs[i].fixed == none {
		i++
	}
	return i == len(segs) || segs[i].fixed == dateLabel
}

// isPlaceBefore reports whether a segment has the shape of a place before its publisher: one
// or two words, a colon, and few words at the end or before the date or the pages.
func (s *segment) isPlaceBefore(tokens []token, next *segment) bool {
	if (s.has|next.has)&(fJournal|fConf) != 0 {
		return false
	}
	if s.after&colon == 0 || s.to-s.from > 2 || next.fixed != none || next.to-next.from > 4 {
		return false
	}
	if next.to < len(tokens) && !tokens[next.to].is(comma|period|closing|semicolon|number) {
		return false
	}
	for i := s.from; i < next.to; i++ {
		if i != s.to && !tokens[i].is(capital|and|period) {
			return false
		}
	}
	return true
}

// isPlaceWithTail reports whether a segment has the tail of a place's name: Weimar a. d. Ilm.
func (s *segment) isPlaceWithTail(tokens []token) bool {
	for i := s.from + 1; i < s.to; i++ {
		if tokens[i].is(tailWord|open) && placeTail(tokens, i) > i {
			return true
		}
	}
	return false
}

// counted is how many words of a segment are of a kind.
type counted struct {
	words, capital, small, upper, and, dotted                                                                                    int
	journal, conf, thesis, report, patent, series, edition, publisher, publishingHouse, place, state, editor, translator, access int
}

func (s *segment) count(tokens []token) counted {
	var n counted
	counts := func(on bool, count *int) {
		if on {
			*count++
		}
	}
	for i := s.from; i < s.to; i++ {
		t := &tokens[i]
		if t.class&(capital|small) == 0 {
			continue
		}
		n.words++
		counts(t.is(journal), &n.journal)
		counts(t.is(conf), &n.conf)
		counts(t.is(publisher) && t.is(capital), &n.publisher)
		counts(t.is(publishingHouse) && t.is(capital), &n.publishingHouse)
		counts(t.is(place) && t.is(capital), &n.place)
		counts(t.is(state) && t.is(capital), &n.state)
		counts(t.is(editor), &n.editor)
		counts(t.is(translator), &n.translator)
		counts(t.is(thesis), &n.thesis)
		counts(t.is(report), &n.report)
		counts(t.is(access), &n.access)
		counts(t.is(patent), &n.patent)
		counts(t.is(seriesWord), &n.series)
		counts(t.is(edition|ordinal), &n.edition)
		counts(t.is(and), &n.and)
		counts(t.is(capital) && !t.is(ofWord), &n.capital)
		counts(t.is(small) && !t.is(ofWord), &n.small)
		counts(t.is(upper), &n.upper)
		counts(i+1 < len(tokens) && tokens[i+1].is(period) && t.is(capital), &n.dotted)
	}
	return n
}

// isPeople reports whether a segment is a list of names and nothing else, and whether
// any of them has initials.
func (s *segment) isPeople(tokens []token) (people, initials bool) {
	from := s.from
	for from < s.to && tokens[from].is(inWord|editor|translator|period|ofWord) {
		from++
	}
	if from >= s.to || s.to-from > 40 {
		return false, false
	}
	list, end := nameList(tokens[:s.to], from)
	if end <= from || end < s.to && !tokens[end].is(editor|translator|open|period) {
		return false, false
	}
	for i := range list {
		initials = initials || list[i].hasInitials
	}
	return true, initials
}
