// Package report writes what became of a link as plain text: for the command line, and for
// a mail to whoever looks after the source. It also says what differs between two
// resolutions of the same link.
//
// It imports resolver.
package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"lendlink/resolver"
)

// Circumstances are what a report says besides the resolution. Each may be empty.
type Circumstances struct {
	Library    string // its name
	AsIf       string // the other settings than the library's, as a query
	Inspection string // the address of the inspection page
	MaxLength  int    // of the request form's address
}

// Write writes a resolution as a librarian reads it: what was found and why,
// every pair as sent with what it became, what the request form receives. It
// holds nothing personal.
func Write(w io.Writer, r *resolver.Resolution, of Circumstances) error {
	var b bytes.Buffer
	b.WriteString(r.Sentence() + "\n\n")
	summary(&b, r, of)
	pairs(&b, r)
	found(&b, r)
	sent(&b, r, of.MaxLength)
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

func summary(b *bytes.Buffer, r *resolver.Resolution, of Circumstances) {
	table(b, func(row func(...string)) {
		if of.Library != "" {
			row("library", of.Library)
		}
		row("type", string(r.Citation.Type))
		row("rule", r.Rule())
		row("confidence", string(r.Confidence))
		row("source", cmp.Or(r.Source, "none"))
		row("version", "OpenURL "+r.Link.Version)
		row("missing", cmp.Or(strings.Join(r.Missing, ", "), "none"))
		row("action", string(r.Action))
		if free := r.FreeCopy; free != nil {
			row("free to read", free.URL+", says "+free.Source)
		}
		if of.AsIf != "" {
			row("as if", of.AsIf)
		}
	})
	if of.Inspection != "" {
		fmt.Fprintf(b, "\n  %s\n", of.Inspection)
	}
}

func pairs(b *bytes.Buffer, r *resolver.Resolution) {
	heading(b, "As sent")
	table(b, func(row func(...string)) {
		for _, k := range r.KeyReports() {
			var codes []string
			for _, w := range k.Warnings {
				codes = append(codes, string(w.Code))
			}
			row(k.Key, k.Value, "-> "+outcome(&k), strings.Join(codes, ", "))
			if k.Raw != "" {
				row("", "sent as "+k.Raw, "", "")
			}
		}
	})
}

// outcome says in words what became of a pair.
func outcome(k *resolver.KeyReport) string {
	if k.Status != resolver.Used {
		return k.Outcome()
	}
	var names []string
	for _, d := range k.Fields {
		names = append(names, d.Name)
	}
	return strings.Join(names, ", ")
}

func found(b *bytes.Buffer, r *resolver.Resolution) {
	heading(b, "Found")
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

func sent(b *bytes.Buffer, r *resolver.Resolution, maxLength int) {
	most := ""
	if maxLength > 0 {
		most = fmt.Sprintf("of at most %d ", maxLength)
	}
	heading(b, fmt.Sprintf("Sent to the request form, %d %sbytes", len(r.Location), most))
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
	heading(b, "Repairs and warnings")
	for _, cause := range r.Causes() {
		fmt.Fprintf(b, "  %s: %s\n", cause.Code, cause.Code.Sentence())
		table(b, func(row func(...string)) {
			for _, p := range cause.Places {
				row("  "+p.Key, p.Before, arrow(p.After))
			}
		})
	}
}

func arrow(after string) string {
	if after == "" {
		return ""
	}
	return "-> " + after
}

// short keeps a cell to one line of a usual width, without control characters,
// which could steer a terminal or pretend to be another line.
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
