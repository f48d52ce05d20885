package plaintext

import (
	"slices"
	"strings"

	"lendlink/resolver/citation"
)

// leadingDate marks a date directly after the authors and returns where it ends.
func (r *reading) leadingDate() int {
	i := r.body
	if end := r.undated(i); end > i {
		r.inPress = true
		r.unread = append(r.unread, strings.Trim(r.textOf(i, end), "()[].,: "))
		r.mark(i, end, note)
		return end
	}
	bracket := i < len(r.tokens) && r.tokens[i].is(open)
	if bracket {
		i++
	}
	end := dateEnd(r.tokens, i)
	if end == 0 || !slices.ContainsFunc(r.tokens[i:end], func(t token) bool { return t.is(yearNum) }) {
		return 0
	}
	if !bracket && end < len(r.tokens) && !r.tokens[end].is(comma|period|colon|quote|semicolon|open) && !r.isAfterInitials(end) {
		return 0
	}
	f := fragment{row: &otherRows[len(otherRows)-1], from: r.body, to: end}
	f.got.add('Y', i, end)
	if bracket {
		for end < len(r.tokens) && !r.tokens[end].is(closing) && end-i < 12 {
			end++
		}
		end = min(end+1, len(r.tokens))
	}
	switch first := r.firstDate(end); {
	case first > end:
		end = first
	case bracket && r.isReprint(i, end): // (1922) 1978.
		f.got = captures{}
		f.got.add('Y', end, end+1)
		end++
	}
	for end < len(r.tokens) && r.tokens[end].is(period|comma|colon|semicolon) {
		end++
	}
	f.to = end
	r.found = append(r.found, f)
	r.mark(f.from, f.to, dateLabel)
	return end
}

// isAfterInitials reports whether a year that ends at a token is directly between
// initials and a title: Lee A, Roe B. 2002 Old lamps.
func (r *reading) isAfterInitials(end int) bool {
	n := len(r.people)
	return end == r.body+1 && n > 0 && r.people[n-1].hasInitials && r.tokens[end].is(capital)
}

// undated returns where what says that there is no date, or none yet, ends after the authors:
// "(n.d.)", "in press."; or at.
func (r *reading) undated(at int) int {
	bracket, closes := at < len(r.tokens) && r.tokens[at].is(open), period|comma
	if bracket {
		closes = closing
	}
	for i := at + 1; i < len(r.tokens) && i < at+9; i++ {
		if !r.tokens[i].is(closes) || !citation.IsUndated(r.textOf(at, i)) {
			continue
		}
		end := i + 1
		for end < len(r.tokens) && r.tokens[end].is(period|comma|colon) {
			end++
		}
		if !bracket && r.isTitle(at, i, end) {
			return at
		}
		return end
	}
	return at
}

// isTitle reports whether words that could replace a date are the title, or begin it:
// "Submitted, accepted, buried", "Forthcoming. London: Faber, 2003".
func (r *reading) isTitle(from, to, next int) bool {
	if !r.tokens[from].is(capital) || next+1 >= len(r.tokens) {
		return false
	}
	if r.tokens[to].is(comma) {
		return to == from+1 && !r.tokens[next].is(quote)
	}
	isYear := func(t token) bool { return t.is(yearNum) }
	return r.tokens[next].is(place) && r.tokens[next+1].is(colon) && slices.ContainsFunc(r.tokens[next:], isYear)
}

// isReprint reports whether a later year follows the one in brackets, which is then that of the
// first edition.
func (r *reading) isReprint(first, at int) bool {
	if at+1 >= len(r.tokens) || !r.tokens[at].is(yearNum) || !r.tokens[at+1].is(period|comma) {
		return false
	}
	return r.tokens[first].text < r.tokens[at].text
}

// firstDate returns where a bracket after the year ends that has the year of the first
// edition, or at: 1971 [1929-35].
func (r *reading) firstDate(at int) int {
	if at+1 >= len(r.tokens) || !r.tokens[at].is(open) || !r.tokens[at+1].is(yearNum) {
		return at
	}
	for i := at + 1; i < len(r.tokens) && i < at+6; i++ {
		if r.tokens[i].is(closing) {
			return i + 1
		}
	}
	return at
}

// dayRows are the ways to write a day whose year is elsewhere.
var dayRows = []pattern{
	compile("month .? day"), compile("day .? of? month"), compile("day .? - day .? month"), compile("month .? day - day"),
}

// dayOfYear marks the day of a newspaper whose year is directly after the authors: "2010.
// Lamps. New Yorker, January 25."
func (r *reading) dayOfYear(blocked []bool) {
	var unused captures
	for at := r.body + 1; at < len(r.tokens); at++ {
		if blocked[at] || !r.tokens[at].is(month|number) || !r.tokens[at-1].is(comma|period|open) {
			continue
		}
		for _, p := range dayRows {
			end := p.match(r.tokens, at, &unused)
			if end <= at || r.tokens[at].dateEnd > end || end < len(r.tokens) && !r.tokens[end].is(comma|period|semicolon|closing) {
				continue
			}
			f := fragment{row: &otherRows[len(otherRows)-1], from: at, to: end}
			f.got.add('D', at, end)
			r.found = append(r.found, f)
			r.mark(at, end, dateLabel)
			return
		}
	}
}
