package plaintext

import "strings"

// pattern is a row of token classes, compiled from text such as
//
//	vol .? V=num|roman ,|: pageword? .? P=pagenum - P=pagenum
//
// Names separated by | are alternatives, ? makes a step optional, and a letter with =
// captures what matches under it, from the first to the last step that has the letter.
// The name date is for any row of dates.
type pattern []step

type step struct {
	any      class
	field    byte
	optional bool
	date     bool
}

// captures are token ranges by letter; to is 0 where there is none.
type captures [7]struct{ from, to int }

// fieldLetters are the letters of captures: volume, issue, page, date, edition, number,
// day of a date whose year is elsewhere.
const fieldLetters = "VIPYEND"

func compile(text string) pattern {
	var p pattern
	for word := range strings.FieldsSeq(text) {
		var s step
		if len(word) > 2 && word[1] == '=' {
			s.field, word = word[0], word[2:]
		}
		if len(word) > 1 && strings.HasSuffix(word, "?") {
			s.optional, word = true, word[:len(word)-1]
		}
		for name := range strings.SplitSeq(word, "|") {
			if name == "date" {
				s.date, s.field = true, 'Y'
				continue
			}
			c, known := classNames[name]
			if !known {
				panic("plaintext: no class " + name)
			}
			s.any |= c
		}
		p = append(p, s)
	}
	return p
}

// first returns what the pattern can begin with.
func (p pattern) first() class {
	var c class
	for _, s := range p {
		c |= s.any
		if s.date {
			c |= yearNum | number | month
		}
		if !s.optional {
			break
		}
	}
	return c
}

// match returns where the pattern ends that begins at a token, or -1.
func (p pattern) match(tokens []token, at int, got *captures) int {
	if len(p) == 0 {
		return at
	}
	s := p[0]
	if end := s.match(tokens, at); end > 0 {
		before := *got
		got.add(s.field, at, end)
		if end := p[1:].match(tokens, end, got); end >= 0 {
			return end
		}
		*got = before
	}
	if s.optional {
		return p[1:].match(tokens, at, got)
	}
	return -1
}

func (s step) match(tokens []token, at int) int {
	if s.date {
		return dateEnd(tokens, at)
	}
	if at < len(tokens) && tokens[at].is(s.any) {
		return at + 1
	}
	return 0
}

func (c *captures) add(field byte, from, to int) {
	if field == 0 {
		return
	}
	i := strings.IndexByte(fieldLetters, field)
	if c[i].to == 0 {
		c[i].from = from
	}
	c[i].to = to
}

func (c *captures) get(field byte) (from, to int) {
	r := c[strings.IndexByte(fieldLetters, field)]
	return r.from, r.to
}
