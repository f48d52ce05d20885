// Package plaintext reads a reference as people write them in bibliographies: in the
// styles of APA, MLA, Chicago, Harvard, Vancouver, IEEE, AMA, MHRA and others, in
// English, Spanish, French and German.
//
// The text is split into tokens. Authors are read by the grammar of names; dates,
// volumes, pages, editions and identifiers by rows of shapes; what is between them is
// split at its signs, and each part becomes title, container, publisher and so on by
// what the table in weights.txt says of its words, its place and its neighbours.
//
// It imports address, citation, identifier, name and text.
package plaintext

import (
	"slices"
	"strings"

	"lendlink/resolver/citation"
)

// Longest is how long a reference may be, in bytes.
const Longest = 4 << 10

// Reference is what was read from a text.
type Reference struct {
	Citation citation.Citation
	Note     string // what has no field: editors, access dates, what was not understood
}

// reading is a reference while it is read.
type reading struct {
	text   string
	year   int
	tokens []token
	fixed  []label // of each token, none where it is not recognised
	quoted []bool
	inside []bool // signs that split nothing

	people       []person
	organisation span // the author as an organisation
	edited       bool // those named first are the editors
	inPress      bool // it has no date, or none yet
	body         int  // where the authors end
	found        []fragment
	segs         []segment
	decided      []label
	unread       []string // addresses that name no item
	used         []bool   // of each segment, whether it is in a field
}

// Parse reads a reference. It reports false where the text names no item.
func Parse(text string, year int) (Reference, bool) {
	if len(text) > Longest {
		return Reference{}, false
	}
	r := read(text, year)
	if r == nil {
		return Reference{}, false
	}
	r.decide()
	r.correctLabels()
	return r.assemble()
}

// decide labels the parts. A reference has a title: where none is found and the numbers
// of a journal do not explain it, the first part is the title.
func (r *reading) decide() {
	r.decided = labelSegments(r.segs, weights)
	if slices.Contains(r.decided, title) || r.has('V') || r.has('I') {
		return
	}
	if r.organisation.to > r.organisation.from { // what was taken for an organisation is the title
		return
	}
	known := make([]label, len(r.segs))
	for i := range r.segs {
		if r.segs[i].fixed == none && r.segs[i].has&(fEditor|fAccess|fNumber) == 0 {
			known[i] = title
			break
		}
	}
	r.decided = labelRemaining(r.segs, weights, known)
}

// read does everything but the labelling.
func read(text string, year int) *reading {
	r := &reading{text: prepare(text), year: year}
	r.tokens = tokenise(r.text, year)
	if len(r.tokens) == 0 {
		return nil
	}
	r.fixed = make([]label, len(r.tokens))
	r.inside = insideSigns(r.tokens)
	r.quoted = quotedTokens(r.tokens, r.inside)
	start := pastLead(r.tokens, pastNumber(r.tokens))
	r.mark(0, start, note)
	r.identifiers(start)
	r.authors(start)
	r.statusWords()
	r.thesisBracket()
	r.reportNumber()
	r.medium()
	r.seriesBracket()
	r.contributors()
	r.reporter()
	r.datesAndLocators()
	r.bareImprint()
	r.segs = segments(r.tokens, r.body, r.fixed, r.inside)
	observe(r.tokens, r.segs, r.body > 0 && r.tokens[r.body-1].is(comma))
	return r
}

// mark sets the label of tokens.
func (r *reading) mark(from, to int, l label) {
	for i := from; i < to; i++ {
		r.fixed[i] = l
	}
}

// pastNumber returns where a reference begins after its number: [12], 12., (12), 12.
func pastNumber(tokens []token) int {
	i := 0
	bracket := tokens[0].is(open)
	if bracket {
		i++
	}
	if i+1 >= len(tokens) || !tokens[i].is(number) || tokens[i].end-tokens[i].start > 3 {
		return pastBullet(tokens)
	}
	i++
	switch next := &tokens[i]; {
	case bracket && next.is(closing):
		i++
	case bracket:
		return 0
	case next.is(period|closing) && i+1 < len(tokens) && tokens[i+1].space:
		i++
	case !next.is(capital|quote) || !next.space:
		return 0
	}
	return i
}

// pastBullet returns where a reference begins after a bullet or a dash.
func pastBullet(tokens []token) int {
	i := 0
	for i < len(tokens) && (tokens[i].class == 0 && tokens[i].text != "_" || tokens[i].is(dash|period|comma)) {
		i++
	}
	if i == len(tokens) || sameAuthorEnd(tokens, 0) > 0 {
		return 0
	}
	return i
}

// quotedTokens reports for each token whether it is in quotation marks.
func quotedTokens(tokens []token, inside []bool) []bool {
	out := make([]bool, len(tokens))
	in := false
	for i := range tokens {
		if tokens[i].is(quote) && !inside[i] && !isApostrophe(tokens, i) {
			in = !in && opensQuote(tokens, i) && closes(tokens, i)
			continue
		}
		out[i] = in
	}
	return out
}

// closes reports whether a quotation mark follows that can close the one at i.
func closes(tokens []token, i int) bool {
	for j := i + 1; j < len(tokens) && j < i+80; j++ {
		if tokens[j].is(quote) && !isApostrophe(tokens, j) {
			return true
		}
	}
	return false
}

// invisible are signs that get into copied text, and what is read instead: among them the
// commonest of HTML.
var invisible = strings.NewReplacer("\u00ad\n", "", "\u00ad", "", "\u200b", "", "\ufeff", "", "\u00a0", " ", "\r\n", "\n",
	"&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", `"`, "&nbsp;", " ", "n.º", "nº", "N.º", "Nº", "n.°", "n°", "N.°", "N°")

// prepare joins words and DOIs that the ends of lines have split.
func prepare(text string) string {
	text = joinDOIs(invisible.Replace(strings.ToValidUTF8(text, "\uFFFD")))
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		before := b.String()
		switch {
		case before == "":
		case endsInHyphen(before) && startsSmall(line):
			b.Reset()
			b.WriteString(before[:len(before)-1])
		default:
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

func endsInHyphen(s string) bool {
	return len(s) > 1 && s[len(s)-1] == '-' && 'a' <= s[len(s)-2] && s[len(s)-2] <= 'z'
}

func startsSmall(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }
