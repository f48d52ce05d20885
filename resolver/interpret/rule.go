package interpret

import (
	"fmt"

	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// rule is one way to know the type of an item.
type rule struct {
	name    string     // in words, for staff; %s is replaced by the words of says
	says    *condition // a condition of the rule with alternatives: the one that held is in the name
	example string     // a link that it decides
	clause
	decides       citation.Type
	low           bool // the type is doubtful: the patron should look; a doubt may say so as well
	containerLost bool // the title is the part's own, and what it is part of is unknown
}

// doubt is a reason to warn of what was decided.
type doubt struct {
	code    warning.Code
	field   string        // a CSL name, or genre
	detail  openurl.Field // the key whose value the warning shows, if any
	example string        // a link that it holds of
	clause
	low bool // the patron should look
}

// decideType returns the first rule that holds of the evidence.
func decideType(e *evidence, rules []rule) *rule {
	for i := range rules {
		if rules[i].in(e) {
			return &rules[i]
		}
	}
	return nil // never: the last rule needs nothing
}

// Decision is how the type was decided.
type Decision struct {
	evidence evidence
	odd      warning.Code // what is implausible about the citation, if anything
	oddField string
}

// Rule returns the name of the rule that decided the type, in words for staff.
func (d *Decision) Rule() string {
	rule := d.evidence.decided
	if rule == nil {
		return ""
	}
	if rule.says == nil {
		return rule.name
	}
	return fmt.Sprintf(rule.name, rule.says.held(&d.evidence))
}

// Doubt returns the first doubt for which the patron should look, or what is implausible: its warning, and
// the field that it is about; "" where only the rule itself is uncertain.
func (d *Decision) Doubt() (code warning.Code, field string) {
	for i := range doubts {
		if doubts[i].low && doubts[i].in(&d.evidence) {
			return doubts[i].code, doubts[i].field
		}
	}
	return d.odd, d.oddField
}

// Conditions returns the conditions of that rule, as they were found in the link.
func (d *Decision) Conditions() []Condition {
	if d.evidence.decided == nil {
		return nil
	}
	return d.evidence.decided.found(&d.evidence)
}
