package view

import (
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/summary"
)

// Table is counts of one kind, with a bar in each row.
type Table struct {
	Title, Column, Counted string
	Rows                   []Row
	Total                  string
	None                   string // what to say where there is no row
}

// Row is a row of a table.
type Row struct {
	Label, N, Share, Before string
	Bar                     int // per cent of the longest
}

// The words of staff for what is counted.
var (
	outcomeLabels = map[string]string{
		counts.Redirected: "Straight to the form",
		counts.Confirmed:  "Shown the citation first",
		counts.Queried:    "Asked what the item is",
		counts.Unusable:   "Nothing usable in the link",
	}
	pageLabels = map[string]string{
		counts.SentOn:     "Sent on to the request form",
		counts.Incomplete: "Asked for what was missing",
		counts.Invalid:    "Shown errors to correct",
		counts.Pasted:     "Filled in from what was pasted",
		counts.Closed:     "Stopped: the library is closed",
	}
	freeLabels = map[string]string{counts.CopyShown: "Shown on a page", counts.CopyTaken: "Taken instead of a request"}
)

func in(labels map[string]string) func(string) string {
	return func(name string) string { return orName(labels[name], name) }
}

// tables are the tables of one count a row.
func tables(s *summary.Summary, texts Texts) []Table {
	const noLink = "No link came in."
	service := func(name string) string { return name }
	all := []Table{
		newTable("What happened", "Outcome", "Links", noLink, s.Outcomes, in(outcomeLabels)),
		newTable("Types", "Type of item", "Links", noLink, s.Types, texts.Type),
		newTable("Sources", "Source", "Links", noLink, s.Sources, sourceLabel),
		newTable("Missing most", "Field", "Links", "Nothing that a request needs was missing.", s.Missing, texts.Field),
		newTable("Read with doubt", "Source", "Links", "No link was read with doubt.", s.DoubtfulIn, sourceLabel),
		newTable("Forms sent from pages here", "Result", "Forms", "No form was sent.", s.Pages, in(pageLabels)),
		newTable("Free copies", "What happened", "Copies", "No free copy was shown.", s.Free, in(freeLabels)),
		newTable("Repairs and warnings", "Warning", "Times", "There was nothing to warn of.", s.Warnings, warningLabel),
	}
	if len(s.Forms) > 1 {
		all = append(all, newTable("Request forms", "Service", "Links", noLink, s.Forms, service))
	}
	return all
}

func newTable(title, column, counted, none string, rows []summary.Row, label func(string) string) Table {
	t := Table{Title: title, Column: column, Counted: counted, None: none}
	most, sum := uint64(1), uint64(0)
	for _, r := range rows {
		most, sum = max(most, r.N), sum+r.N
	}
	for _, r := range rows {
		t.Rows = append(t.Rows, Row{
			Label: label(r.Name), N: Number(r.N), Share: percent(r.N, sum), Before: Number(r.Before), Bar: int(r.N * 100 / most),
		})
	}
	t.Total = Number(sum)
	return t
}

// Grid is a table of sources by fields.
type Grid struct {
	Title   string
	Counted string // what the second column counts
	Columns []string
	Rows    []GridRow
}

// GridRow is a source's row.
type GridRow struct {
	Label, N string
	Cells    []Cell
}

// Cell is a number of a grid. Few marks shares of less than half.
type Cell struct {
	Text string
	Few  bool
}

// missingGrid shows which fields were missing most, by source.
func missingGrid(s *summary.Summary, texts Texts) Grid {
	g := Grid{Title: "Missing, by source", Counted: "Missing"}
	for _, field := range s.Missing {
		g.Columns = append(g.Columns, texts.Field(field.Name))
	}
	for _, source := range s.MissingFrom {
		row := GridRow{Label: sourceLabel(source.Name), N: Number(source.Total)}
		for _, field := range s.Missing {
			row.Cells = append(row.Cells, Cell{Text: Number(summary.Of(source.Cells, field.Name).N)})
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// completeFor are the types whose links are compared field by field: those with enough
// fields of their own for it.
var completeFor = []citation.Type{citation.Chapter, citation.Article, citation.Book, citation.Paper, citation.Thesis}

// completeGrid shows what share of a source's links brought each field that an item of
// the type can have.
func completeGrid(c summary.Completeness, texts Texts) (Grid, bool) {
	if !slices.Contains(completeFor, citation.Type(c.Type)) || len(c.Sources) == 0 {
		return Grid{}, false
	}
	g := Grid{Title: texts.Type(c.Type), Counted: "Links"}
	var fields []string
	for _, name := range counts.Elements {
		i := slices.IndexFunc(citation.Fields, func(f citation.Field) bool { return f.Name == name })
		if i >= 0 && slices.Contains(citation.Fields[i].Types, citation.Type(c.Type)) {
			fields = append(fields, name)
			g.Columns = append(g.Columns, texts.Field(name))
		}
	}
	for _, source := range c.Sources {
		row := GridRow{Label: sourceLabel(source.Source), N: Number(source.Links)}
		for _, name := range fields {
			n := min(source.Has[name], source.Links)
			row.Cells = append(row.Cells, Cell{percent(n, source.Links), n*2 < source.Links})
		}
		g.Rows = append(g.Rows, row)
	}
	return g, true
}
