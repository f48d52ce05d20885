package plaintext

import "strings"

// statuses say how far a work has got. They are no part of the title or the container.
var statuses = words(`forthcoming, in press, in preparation, submitted, accepted, early access, online first, ahead of print,
	epub ahead of print, advance online publication, article in press, published online, arxiv preprint, preprint, im druck,
	im erscheinen, erscheint, sous presse, à paraître, en prensa, to appear, no prelo,
	in corso di stampa, print, web, final edition, late edition`)

// statusWords marks parts that say how far the work has got as notes.
func (r *reading) statusWords() {
	for i := max(r.body, 1); i < len(r.tokens); i++ {
		if r.fixed[i] != none || r.quoted[i] || !r.tokens[i-1].is(comma|period|semicolon|open|colon) {
			continue
		}
		phrase, end := "", i
		for end < len(r.tokens) && end < i+4 && r.fixed[end] == none && r.tokens[end].is(capital|small) {
			phrase = strings.TrimPrefix(phrase+" "+strings.ToLower(r.tokens[end].text), " ")
			end++
			if statuses[phrase] && r.endsStatus(end) {
				r.mark(i, end, note)
				break
			}
		}
	}
}

// endsStatus reports whether a status can end at a token: at a sign, a date or an identifier.
func (r *reading) endsStatus(at int) bool {
	if at >= len(r.tokens) {
		return true
	}
	t := &r.tokens[at]
	return t.is(comma|period|semicolon|closing|inWord) || dateEnd(r.tokens, at) > 0 || r.fixed[at] != none
}

// thesisBracket parts what a bracket says of a thesis: "[Doctoral dissertation, University of
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

// thesisSchool marks the university behind the word for a thesis in a bracket.
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
