package web

import (
	"cmp"
	"fmt"
	"strings"

	"lendlink/resolver"
	"lendlink/resolver/web/locale"
)

// Report is the inspection as plain text, for a mail to whoever can help. It holds
// what the page shows, and like it nothing of the patron.
func (p inspectPage) Report() string {
	r := p.Resolution
	var b strings.Builder
	line := func(name, value string) {
		fmt.Fprintf(&b, "%-16s %s\n", name, cmp.Or(oneLine(value), "-"))
	}
	heading := func(text string) { fmt.Fprintf(&b, "\n%s\n", text) }

	b.WriteString(r.Sentence() + "\n\n")
	line("Library", p.Library.Name+" ("+p.Library.Code+")")
	line("Source", r.Source)
	line("Type", string(r.Citation.Type))
	line("Rule", r.Rule)
	line("Confidence", string(r.Confidence))
	line("Missing", strings.Join(r.Missing, ", "))
	line("Action", string(r.Action))
	if p.Switched() {
		line("As if", p.switched())
	}
	line("Inspection", p.Base()+"/inspect?"+p.Permalink())

	heading(resolver.ItemHeading)
	for _, name := range []string{"title", "author", "container-title"} {
		if value := valueOf(r, name); value != "" {
			line(name, credited(value, r.From[name]))
		}
	}
	for _, f := range locale.Facts(r.Citation) {
		line(f.Name, credited(f.Value, r.From[f.Name]))
	}

	heading(resolver.PairsHeading)
	for _, s := range p.Steps {
		fmt.Fprintf(&b, "%s = %s\n", oneLine(s.Key), cmp.Or(oneLine(s.Value), "(nothing)"))
		if s.Raw != "" {
			fmt.Fprintf(&b, "    sent as %s\n", oneLine(s.Raw))
		}
		fmt.Fprintf(&b, "    %s\n", outcome(s))
	}

	if len(r.Warnings) > 0 {
		heading(resolver.WarningsHeading)
		for _, w := range r.Warnings {
			fmt.Fprintf(&b, "%s  %s  %s\n    %s\n", w.Code, oneLine(w.Field), oneLine(w.Detail), w.Code.Sentence())
		}
	}

	heading(fmt.Sprintf("%s, %d of at most %d bytes", resolver.SentHeading, p.Length, p.MaxLength))
	for _, s := range p.Sent {
		fmt.Fprintf(&b, "%s = %s\n", s.Key, s.Value)
	}
	fmt.Fprintf(&b, "\n%s\n", r.Location)
	return b.String()
}

// credited says where a value comes from that a lookup filled in.
func credited(value, from string) string {
	if from == "" {
		return value
	}
	return value + " (from " + from + ")"
}

// outcome says what became of a pair.
func outcome(s stepLine) string {
	if s.Status != resolver.Used {
		return s.Outcome()
	}
	var became []string
	for _, f := range s.Became {
		became = append(became, f.Name+": "+oneLine(f.Value))
	}
	return "-> " + strings.Join(became, "; ")
}

// Outcome is outcome for pairs that gave nothing.
func (s stepLine) Outcome() string {
	if s.Status == resolver.Superseded && len(s.Warnings) > 0 {
		return "left out"
	}
	return s.Status.Words()
}

// oneLine keeps a value from looking like more than one line of a report.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
