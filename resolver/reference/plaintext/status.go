package plaintext

import (
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/text"
)

// statuses say in which form a work was published. They are not part of the title or the container, and
// do not replace a date: package citation has the words that do.
var statuses = words(`published online, arxiv preprint, preprint, print, web, final edition, late edition`)

// statusWords marks parts that say how far the work has got as notes. What is directly after the
// authors is the place of a date, or the title.
func (r *reading) statusWords() {
	for i := max(r.body, 1); i < len(r.tokens); i++ {
		if i == r.body || r.fixed[i] != none || r.quoted[i] || !r.tokens[i-1].is(comma|period|semicolon|open|colon) {
			continue
		}
		for _, end := range r.statusEnds(i) {
			if r.endsStatus(end) {
				r.mark(i, end, note)
				break
			}
		}
	}
}

// statusEnds returns where words from a token on end that say how far the work has got.
func (r *reading) statusEnds(from int) (ends []int) {
	for end := from + 1; end <= min(from+4, len(r.tokens)) && r.fixed[end-1] == none && r.tokens[end-1].is(capital|small|period); end++ {
		if r.isStatus(from, end) {
			ends = append(ends, end)
		}
	}
	return ends
}

// isStatus reports whether tokens say how far the work has got. Among the words that replace a date, an
// abbreviation needs its small letter and its periods here: in another place "S. D." are initials
// and "ND" is a state.
func (r *reading) isStatus(from, to int) bool {
	s := r.textOf(from, to)
	if statuses[strings.ToLower(text.Tidy(s))] {
		return true
	}
	if !citation.IsUndated(s) {
		return false
	}
	isAbbreviation := to == from+1 && len(s) <= 2 || to > from+1 && r.tokens[from+1].is(period)
	return !isAbbreviation || to == from+4 && r.tokens[from].is(small)
}

// endsStatus reports whether a status can end at a token: at a sign, a date or an identifier. Words
// that go on after a comma are of a title, "Signed, submitted, and sealed", or another status.
func (r *reading) endsStatus(at int) bool {
	if at >= len(r.tokens) {
		return true
	}
	t := &r.tokens[at]
	if t.is(comma) && at+1 < len(r.tokens) && r.fixed[at+1] == none && goesOnSmall(r.tokens, at+1) {
		isEnd := func(end int) bool { return end == len(r.tokens) || r.tokens[end].is(comma|period|closing) }
		return slices.ContainsFunc(r.statusEnds(at+1), isEnd)
	}
	return t.is(comma|period|semicolon|closing|inWord) || dateEnd(r.tokens, at) > 0 || r.fixed[at] != none
}

// thesisBracket splits what a bracket says of a thesis: "[Doctoral dissertation, University of
// Quays]", "(PhD diss.)".
func (r *reading) thesisBracket() {
	for i := r.body; i < len(r.tokens); i++ {
		if !r.tokens[i].is(open) || r.quoted[i] {
			continue
		}
		end := i + 1
		says := false
		for end < len(r.tokens) && end < i+12 && !r.tokens[end].is(comma|closing|number) && r.fixed[end] == none {
			says = says || r.tokens[end].is(thesis)
			end++
		}
		if says && end < len(r.tokens) && r.tokens[end].is(comma|closing) {
			r.mark(i+1, end, genre)
			r.thesisSchool(end)
			return
		}
	}
}

// media are what a square bracket says of the kind of an item.
var media = words(`film, motion picture, video, dvd, cd, data set, dataset, software, computer software, editorial, letter, review,
	abstract, poster, poster presentation, paper presentation, conference presentation, conference session, audiobook, audio podcast,
	podcast, blog post, tweet, press release, unpublished manuscript, manuscript, mobile app, map, photograph, interview, lecture,
	powerpoint slides, brochure, comment, commentary, special issue, online, internet, en ligne, en línea, tv series, tv series episode,
	video file, ebook, eprint, correspondence, preprint, documentary, painting, song, album, speech, report, encuesta, película`)

// medium marks what a square bracket says of the kind of an item as a note: [Film], [editorial].
func (r *reading) medium() {
	for i := r.body + 1; i < len(r.tokens); i++ {
		if r.tokens[i].text != "[" || r.quoted[i] || !r.tokens[i-1].is(capital|small|query|quote) {
			continue
		}
		end, phrase := i+1, ""
		for end < len(r.tokens) && end < i+6 && r.fixed[end] == none && !r.tokens[end].is(closing) {
			phrase = strings.TrimPrefix(phrase+" "+strings.ToLower(r.tokens[end].text), " ")
			end++
		}
		if media[phrase] && end < len(r.tokens) && r.tokens[end].is(closing) && !r.inside[i] {
			r.mark(i+1, end, note)
		}
	}
}

// seriesBracket marks a series that a bracket with the sign of equality has: (= UTB 1846).
func (r *reading) seriesBracket() {
	for i := r.body; i+1 < len(r.tokens); i++ {
		if !r.tokens[i].is(open) || r.tokens[i+1].text != "=" {
			continue
		}
		end := i + 2
		for end < len(r.tokens) && end < i+30 && !r.tokens[end].is(closing) && r.fixed[end] == none {
			end++
		}
		if end < len(r.tokens) && end > i+2 && r.tokens[end].is(closing) {
			r.mark(i+2, end, series)
			r.mark(i+1, i+2, note)
		}
	}
}

// thesisSchool marks the university after the word for a thesis in a bracket.
func (r *reading) thesisSchool(at int) {
	says := false
	for i := at + 1; i < len(r.tokens) && i < at+14 && !r.tokens[i].is(comma|yearNum|open); i++ {
		if r.tokens[i].is(closing) {
			if says {
				r.mark(at+1, i, publisherLabel)
			}
			return
		}
		says = says || r.tokens[i].is(publisher) && r.tokens[i].is(capital)
	}
}

// reportNumber marks a bracket that has the number of a report and what it counts: (NIH
// Publication No. 18-2059).
func (r *reading) reportNumber() {
	for i := r.body; i < len(r.tokens); i++ {
		if !r.tokens[i].is(open) || r.quoted[i] || i+2 >= len(r.tokens) || r.tokens[i+1].is(issue|vol|part|edition|ordinal) {
			continue
		}
		says, numbered, end := label(note), false, i+1
		for end < len(r.tokens) && end < i+12 && !r.tokens[end].is(closing|comma|semicolon) && r.fixed[end] == none {
			if r.tokens[end].is(report) {
				says = genre
			}
			numbered = numbered || r.tokens[end].is(issue) && !r.tokens[end].is(number)
			end++
		}
		if numbered && end < len(r.tokens) && r.tokens[end].is(closing) {
			r.mark(i+1, end, says)
			return
		}
	}
}
