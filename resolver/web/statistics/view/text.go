package view

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// WriteText writes the page as plain text.
func (p *Page) WriteText(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight|tabwriter.DiscardEmptyColumns)
	fmt.Fprintf(out, "%s, compared with %s\n", p.Title, p.Before)
	for _, f := range p.Figures {
		fmt.Fprintf(out, "%s: %s (%s)\n", f.Label, f.Value, f.Note)
	}
	unit := "Day"
	if p.ByMonth {
		unit = "Month"
	}
	rows := [][]string{{unit, "Links", "Before"}}
	for _, r := range p.Chart.Rows {
		rows = append(rows, []string{r.Label, r.N, r.Before})
	}
	writeRows(out, "Links by "+strings.ToLower(unit), rows)
	for _, t := range p.Tables {
		rows := [][]string{{t.Column, t.Counted, "Share", "Before"}}
		for _, r := range t.Rows {
			rows = append(rows, []string{r.Label, r.N, r.Share, r.Before})
		}
		writeRows(out, t.Title, rows)
	}
	writeGrid(out, &p.Missing, p.Missing.Title)
	for i := range p.Complete {
		writeGrid(out, &p.Complete[i], "What sources send: "+p.Complete[i].Title)
	}
	return out.Flush()
}

// writeRows writes a table, the first column to the left. One without a row below its head
// is left out.
func writeRows(w io.Writer, title string, rows [][]string) {
	if len(rows) < 2 {
		return
	}
	longest := 0
	for _, r := range rows {
		longest = max(longest, utf8.RuneCountInString(r[0]))
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, r := range rows {
		fmt.Fprintf(w, "  %-*s\t%s\t\n", longest, r[0], strings.Join(r[1:], "\t"))
	}
}

func writeGrid(w io.Writer, g *Grid, title string) {
	rows := [][]string{append([]string{"Source", g.Counted}, g.Columns...)}
	for _, r := range g.Rows {
		line := []string{r.Label, r.N}
		for _, c := range r.Cells {
			line = append(line, c.Text)
		}
		rows = append(rows, line)
	}
	writeRows(w, title, rows)
}
