package interpret

import (
	"slices"
	"strings"

	"lendlink/resolver/citation"
)

// condition is one thing that can hold of a link. Rules name the conditions that they need;
// the inspection page says in their words which of them held.
type condition struct {
	words string
	holds func(e *evidence) bool
	any   []clause // instead of holds: the condition holds where one of these does
}

// clause is a list of conditions that hold together, and of those that must not.
type clause struct {
	when, unless conditions
}

type conditions []*condition

func decidedIs(words string, types ...citation.Type) *condition {
	return is(words, func(e *evidence) bool { return slices.Contains(types, e.decided.decides) })
}

func is(words string, holds func(e *evidence) bool) *condition {
	return &condition{words: words, holds: holds}
}

func genreIs(words string, g genre) *condition {
	return is(words, func(e *evidence) bool { return e.genre == g })
}

func formatIs(words string, f format) *condition {
	return is(words, func(e *evidence) bool { return e.format == f })
}

// anyOf returns the condition that holds where one of these does.
func anyOf(words string, cs ...*condition) *condition {
	c := &condition{words: words}
	for _, one := range cs {
		c.any = append(c.any, clause{when: conditions{one}})
	}
	return c
}

// allOf returns the condition that holds where all of these do.
func allOf(words string, cs ...*condition) *condition {
	return &condition{words: words, any: []clause{{when: cs}}}
}

// in reports whether the condition holds of the evidence.
func (c *condition) in(e *evidence) bool {
	if c.holds != nil {
		return c.holds(e)
	}
	return c.match(e) != nil
}

// match returns the first of the alternatives that holds, or nil.
func (c *condition) match(e *evidence) *clause {
	for i := range c.any {
		if c.any[i].in(e) {
			return &c.any[i]
		}
	}
	return nil
}

// in reports whether all conditions of the clause hold of the evidence, and none of those
// that must not.
func (c *clause) in(e *evidence) bool {
	for _, w := range c.when {
		if !w.in(e) {
			return false
		}
	}
	for _, u := range c.unless {
		if u.in(e) {
			return false
		}
	}
	return true
}

// held returns the words of the condition, which holds of the evidence: those of what held of
// its alternatives.
func (c *condition) held(e *evidence) string {
	alternative := c.match(e)
	if alternative == nil {
		return c.words
	}
	var words []string
	for _, w := range alternative.when {
		words = append(words, w.held(e))
	}
	return strings.Join(words, " and ")
}

// Condition is a condition of a rule, as it was found in a link.
type Condition struct {
	Words string // "the genre is bookitem"
	Holds bool   // false for what the rule needs to be absent
}

// found returns the conditions of the clause, which holds of the evidence. Of a condition
// with alternatives it names those of the first that holds.
func (c *clause) found(e *evidence) []Condition {
	var found []Condition
	for _, w := range c.when {
		if alternative := w.match(e); alternative != nil {
			found = append(found, alternative.found(e)...)
			continue
		}
		found = append(found, Condition{Words: w.words, Holds: true})
	}
	for _, u := range c.unless {
		found = append(found, Condition{Words: u.words})
	}
	return found
}
