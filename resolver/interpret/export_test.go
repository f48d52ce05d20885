package interpret

import (
	"fmt"
	"slices"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// Evidence is the evidence of a link, for tests of the rules.
type Evidence struct{ evidence }

// EvidenceIn returns the evidence of a link.
func EvidenceIn(link string, year int) Evidence {
	co := openurl.Parse(link)
	r := reader{co: co, quirks: quirksOf(co.WholeSource()), latest: year + 1}
	r.identifiers()
	r.pages = r.readPages()
	r.authors()
	return Evidence{r.gather()}
}

// Outcome is what the rules and the doubts make of a link's evidence.
type Outcome struct {
	Type     citation.Type
	Low      bool
	Lost     bool
	Warnings string
}

// Outcome decides by the tables as they are.
func (e Evidence) Outcome() Outcome {
	e.decided = decideType(&e.evidence, rules)
	if e.decided == nil {
		return Outcome{}
	}
	var codes []warning.Code
	low := e.decided.low
	for i := range doubts {
		if doubts[i].in(&e.evidence) {
			codes = append(codes, doubts[i].code)
			low = low || doubts[i].low
		}
	}
	return Outcome{Type: e.decided.decides, Low: low, Lost: e.decided.containerLost, Warnings: fmt.Sprint(codes)}
}

// RuleExamples returns the example of each rule, by its name.
func RuleExamples() map[string]string {
	examples := map[string]string{}
	for _, r := range rules {
		examples[r.name] = r.example
	}
	return examples
}

// RuleName returns the name of the rule that decided, as it is in the table.
func RuleName(d *Decision) string { return d.evidence.decided.name }

// Texts returns the names of all rules, and the words of the conditions that are not made of
// others, which represent those that are.
func Texts() []string {
	var texts []string
	add := func(c clause) {
		for _, one := range slices.Concat(c.when, c.unless) {
			if one.any == nil {
				texts = append(texts, one.words)
			}
		}
	}
	for _, r := range rules {
		texts = append(texts, r.name)
		add(r.clause)
		for _, absent := range r.unless { // named as they are
			texts = append(texts, absent.words)
		}
	}
	for _, c := range composites() {
		for _, alternative := range c.any {
			add(alternative)
		}
	}
	return texts
}

// DoubtExamples returns the example of each doubt, by its code.
func DoubtExamples() map[warning.Code]string {
	examples := map[warning.Code]string{}
	for _, d := range doubts {
		examples[d.code] = d.example
	}
	return examples
}

// EachMutation changes one thing in the tables at a time, calls do with its name, and
// changes it back: a row less, a condition or an alternative less, a confidence or a lost
// container turned over.
func EachMutation(do func(name string)) {
	eachRuleMutation(do)
	eachDoubtMutation(do)
	for _, c := range composites() {
		eachClauseLess(&c.any, fmt.Sprintf("condition %q", c.words), do)
	}
}

// EachQuirkOut takes out one row of the quirks at a time, calls do with its name and with what
// a source has in it, and puts the row back.
func EachQuirkOut(do func(name, source string)) {
	for i := range quirks {
		row := quirks[i]
		quirks[i].quirk = 0
		do(fmt.Sprintf("quirk of %q taken out: %s", row.source, row.reason), row.source)
		quirks[i] = row
	}
}

// needsCase is what to do where no case notices another confidence.
const needsCase = "no case tells low from high here; write one, or its low is needless"

func eachRuleMutation(do func(name string)) {
	all := rules
	for i := range all {
		rules = slices.Delete(slices.Clone(all), i, i+1)
		do(fmt.Sprintf("rule %q taken out", all[i].name))
		rules = slices.Clone(all)
		r := &rules[i]
		if doubted := EvidenceIn(r.example, 2026).Outcome().Low && !r.low; !doubted { // a doubt makes it low anyway
			r.low = !r.low
			do(fmt.Sprintf("rule %q with its confidence turned over: %s", r.name, needsCase))
			r.low = !r.low
		}
		r.containerLost = !r.containerLost
		do(fmt.Sprintf("rule %q with its container lost or not", r.name))
		r.containerLost = !r.containerLost
		eachConditionLess(&r.clause, fmt.Sprintf("rule %q", r.name), do)
		rules = all
	}
}

func eachDoubtMutation(do func(name string)) {
	all := doubts
	for i := range all {
		doubts = slices.Delete(slices.Clone(all), i, i+1)
		do(fmt.Sprintf("doubt %q taken out", all[i].code))
		doubts = slices.Clone(all)
		d := &doubts[i]
		d.low = !d.low
		do(fmt.Sprintf("doubt %q with its confidence turned over: %s", d.code, needsCase))
		d.low = !d.low
		eachConditionLess(&d.clause, fmt.Sprintf("doubt %q", d.code), do)
		doubts = all
	}
}

func eachClauseLess(clauses *[]clause, where string, do func(name string)) {
	all := *clauses
	for i := range all {
		if len(all) > 1 {
			*clauses = slices.Delete(slices.Clone(all), i, i+1)
			do(fmt.Sprintf("%s without %s", where, wordsOf(all[i].when)))
		}
		*clauses = slices.Clone(all)
		eachConditionLess(&(*clauses)[i], where, do)
		*clauses = all
	}
}

func eachConditionLess(c *clause, where string, do func(name string)) {
	for _, list := range []*conditions{&c.when, &c.unless} {
		all := *list
		for i := range all {
			*list = slices.Delete(slices.Clone(all), i, i+1)
			do(fmt.Sprintf("%s without the condition %q", where, all[i].words))
			*list = all
		}
	}
}

func wordsOf(cs conditions) string {
	var words []string
	for _, c := range cs {
		words = append(words, fmt.Sprintf("%q", c.words))
	}
	return strings.Join(words, " and ")
}

// composites returns the conditions made of others that the tables use.
func composites() []*condition {
	var found []*condition
	var add func(c clause)
	add = func(c clause) {
		for _, one := range slices.Concat(c.when, c.unless) {
			if len(one.any) == 0 || slices.Contains(found, one) {
				continue
			}
			found = append(found, one)
			for _, alternative := range one.any {
				add(alternative)
			}
		}
	}
	for _, r := range rules {
		add(r.clause)
	}
	for _, d := range doubts {
		add(d.clause)
	}
	return found
}
