package interpret_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/interpret"
	"lendlink/resolver/interpret/plausible"
	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// TestRuleExamples: each rule decides its example, so none is above it that holds too.
func TestRuleExamples(t *testing.T) {
	for name, link := range interpret.RuleExamples() {
		reading := interpret.Read(openurl.Parse(link), year)
		if got := interpret.RuleName(&reading.Decision); got != name {
			t.Errorf("%s\n is decided by %q, not by %q", link, got, name)
		}
	}
}

func TestDoubtExamples(t *testing.T) {
	for code, link := range interpret.DoubtExamples() {
		reading := interpret.Read(openurl.Parse(link), year)
		if !slices.ContainsFunc(reading.Warnings, func(w warning.Warning) bool { return w.Code == code }) {
			t.Errorf("%s: no warning %s", link, code)
		}
	}
}

// TestDoubt: what says only what was found is no reason to look; what is implausible is one.
func TestDoubt(t *testing.T) {
	reading := interpret.Read(openurl.Parse("genre=video&title=Weirs+(on+the&aulast=Lee"), year)
	if code, field := reading.Decision.Doubt(); code != warning.TitleImplausible || field != "title" {
		t.Errorf("the doubt is %q about %q", code, field)
	}
}

// TestEveryRowMatters changes one thing in the tables at a time, and demands that a case
// comes out differently: in its type, its confidence, its container or its warnings.
func TestEveryRowMatters(t *testing.T) {
	type known struct {
		evidence interpret.Evidence
		outcome  interpret.Outcome
	}
	var all []known
	for _, c := range readCases(t) {
		e := interpret.EvidenceIn(c.Link, year)
		all = append(all, known{e, e.Outcome()})
	}
	interpret.EachMutation(func(mutation string) {
		if !slices.ContainsFunc(all, func(k known) bool { return k.evidence.Outcome() != k.outcome }) {
			t.Errorf("no case notices: %s", mutation)
		}
	})
}

// TestEveryQuirkMatters takes out one quirk of a source at a time, and demands that a case is
// read differently.
func TestEveryQuirkMatters(t *testing.T) {
	type known struct{ link, source, reading string }
	read := func(link string) string {
		r := interpret.Read(openurl.Parse(link), year)
		return fmt.Sprintf("%+v %v %v %v", r.Citation, r.Low, r.Warnings, r.Decision.Rule())
	}
	var all []known
	for _, c := range readCases(t) {
		all = append(all, known{c.Link, strings.ToLower(openurl.Parse(c.Link).WholeSource()), read(c.Link)})
	}
	interpret.EachQuirkOut(func(name, source string) {
		if !slices.ContainsFunc(all, func(k known) bool { return strings.Contains(k.source, source) && read(k.link) != k.reading }) {
			t.Errorf("no case notices: %s", name)
		}
	})
}

// TestCheckExamples: each check of what is plausible finds its example.
func TestCheckExamples(t *testing.T) {
	for i := range plausible.Checks {
		check := &plausible.Checks[i]
		reading := interpret.Read(openurl.Parse(check.Example), year)
		found := slices.ContainsFunc(reading.Warnings, func(w warning.Warning) bool { return w.Code == check.Code && w.Field == check.Field })
		if !found || !reading.Low {
			t.Errorf("%s: %s is not found", check.Example, check.Finds)
		}
	}
}

// TestEveryCheckMatters takes out one check of what is plausible at a time, and demands that a case comes out
// with confidence high, or without a warning.
func TestEveryCheckMatters(t *testing.T) {
	type known struct {
		link     string
		warnings int
	}
	var all []known
	for _, c := range readCases(t) {
		if len(c.Want["warnings"]) > 0 && c.Want["warnings"][0] != "none" {
			all = append(all, known{c.Link, len(interpret.Read(openurl.Parse(c.Link), year).Warnings)})
		}
	}
	checks := plausible.Checks
	defer func() { plausible.Checks = checks }()
	for i := range checks {
		plausible.Checks = slices.Delete(slices.Clone(checks), i, i+1)
		notices := func(k known) bool { return len(interpret.Read(openurl.Parse(k.link), year).Warnings) != k.warnings }
		if !slices.ContainsFunc(all, notices) {
			t.Errorf("no case notices that the check is taken out: %s", checks[i].Finds)
		}
	}
}

// What is said of a link held for it: no rule and no condition that is shown has alternatives.
func TestNoTextHasAlternatives(t *testing.T) {
	for _, said := range interpret.Texts() {
		if strings.Contains(said, " or ") {
			t.Errorf("%q leaves open which", said)
		}
	}
	for _, c := range readCases(t) {
		d := interpret.Read(openurl.Parse(c.Link), year).Decision
		if rule := d.Rule(); strings.Contains(rule, " or ") || strings.Contains(rule, "%") {
			t.Errorf("%s: %q leaves open which", c.Place, rule)
		}
	}
}

func TestConditions(t *testing.T) {
	reading := interpret.Read(openurl.Parse("genre=article&atitle=Mud&btitle=Weirs&isbn=9780471117094"), year)
	want := []interpret.Condition{
		{Words: "the genre is article", Holds: true},
		{Words: "a part's title beside another of the whole", Holds: true},
		{Words: "a valid ISBN", Holds: true},
		{Words: "a sign of a journal"},
	}
	if got := reading.Decision.Conditions(); !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	var none interpret.Decision
	if none.Rule() != "" || none.Conditions() != nil {
		t.Error("no decision has a rule")
	}
}
