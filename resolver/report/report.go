// Package report writes what became of a link as plain text: for the command
// line, and for a mail to whoever looks after the source.
package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"lendlink/resolver"
)

// Write writes a resolution as a librarian reads it: what was found and why,
// every pair as sent with what it became, what the request form receives. It
// holds nothing personal.
func Write(w io.Writer, r *resolver.Resolution) error {
	var b bytes.Buffer
	b.WriteString(r.Sentence() + "\n\n")
	summary(&b, r)
	pairs(&b, r)
	found(&b, r)
	sent(&b, r)
	warnings(&b, r)
	_, err := w.Write(b.Bytes())
	return err
}

// table lines up columns.
func table(b *bytes.Buffer, rows func(row func(cells ...string))) {
	var lines bytes.Buffer
	t := tabwriter.NewWriter(&lines, 0, 0, 3, ' ', 0)
	rows(func(cells ...string) {
		for i, c := range cells {
			cells[i] = short(c)
		}
		fmt.Fprintf(t, "  %s\n", strings.Join(cells, "\t"))
	})
	t.Flush()
	for line := range strings.Lines(lines.String()) { // the padding of an empty last cell
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
}

func heading(b *bytes.Buffer, text string) { fmt.Fprintf(b, "\n%s\n", text) }

func summary(b *bytes.Buffer, r *resolver.Resolution) {
	table(b, func(row func(...string)) {
		row("type", string(r.Citation.Type))
		row("rule", r.Rule)
		row("confidence", string(r.Confidence))
		row("source", orNone(r.Source))
		row("version", "OpenURL "+r.Link.Version)
		row("missing", orNone(strings.Join(r.Missing, ", ")))
		row("action", string(r.Action))
	})
}

func pairs(b *bytes.Buffer, r *resolver.Resolution) {
	heading(b, resolver.PairsHeading)
	table(b, func(row func(...string)) {
		for _, s := range r.KeyReports() {
			var codes []string
			for _, w := range s.Warnings {
				codes = append(codes, string(w.Code))
			}
			row(s.Pair.Key, s.Pair.Value, "-> "+outcome(s), strings.Join(codes, ", "))
		}
	})
}

// outcome says in words what became of a pair.
func outcome(s resolver.KeyReport) string {
	if s.Status == resolver.Used {
		return strings.Join(s.Fields, ", ")
	}
	return s.Status.Words()
}

func found(b *bytes.Buffer, r *resolver.Resolution) {
	heading(b, resolver.ItemHeading)
	table(b, func(row func(...string)) {
		for _, f := range r.Citation.Details() {
			from := r.From[f.Name]
			if from != "" {
				from = "from " + from
			}
			row(f.Name, f.Value, from)
		}
	})
}

func sent(b *bytes.Buffer, r *resolver.Resolution) {
	heading(b, fmt.Sprintf("%s, %d bytes", resolver.SentHeading, len(r.Location)))
	table(b, func(row func(...string)) {
		for _, p := range r.Sent {
			row(p.Key, p.Value)
		}
	})
	fmt.Fprintf(b, "\n  %s\n", r.Location)
}

func warnings(b *bytes.Buffer, r *resolver.Resolution) {
	if len(r.Warnings) == 0 {
		return
	}
	heading(b, resolver.WarningsHeading)
	table(b, func(row func(...string)) {
		for _, w := range r.Warnings {
			row(string(w.Code), w.Field, w.Detail)
		}
	})
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// short keeps a cell to one line of a usual width, without control characters,
// which could steer a terminal.
func short(s string) string {
	const width = 72
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
	if utf8.RuneCountInString(s) <= width {
		return s
	}
	return string([]rune(s)[:width-1]) + "…"
}
