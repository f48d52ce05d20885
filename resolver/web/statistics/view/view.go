// Package view makes what the page of statistics shows of a summary: key figures, a chart
// by day or month, and tables whose rows end in a bar. The texts are in English, as on all
// staff pages.
//
// It is pure, and knows neither HTTP nor templates: a chart is numbers for the template to
// draw.
//
// It imports citation, counts, doubtful, referrer, summary and warning.
package view

import (
	"fmt"
	"strconv"
	"time"

	"lendlink/resolver/warning"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/summary"
)

// Texts are the words of the patrons' pages for types and fields.
type Texts struct{ Type, Field func(string) string }

// TextsFrom returns the words by their keys in a locale.
func TextsFrom(text func(key string) string) Texts {
	under := func(prefix string) func(string) string {
		return func(name string) string { return text(prefix + name) }
	}
	return Texts{Type: under("type."), Field: under("field.")}
}

// Page is what the page shows of a summary.
type Page struct {
	Title    string // the range in words
	Before   string // that of the range before
	From, To string // the first and the last day, for the fields that choose them
	ByMonth  bool
	Query    string // the range as a query
	Links    uint64
	Figures  []Figure
	Chart    Chart
	Tables   []Table
	Missing  Grid   // fields by source
	Complete []Grid // fields by source, for each type
}

// Figure is a key figure.
type Figure struct{ Label, Value, Note string }

// New makes the page of a summary.
func New(s *summary.Summary, texts Texts) Page {
	r, before := s.Range, s.Range.Before()
	p := Page{
		Title: inWords(r), Before: inWords(before), From: r.First.String(), To: r.Last.String(), ByMonth: r.By == summary.ByMonth,
		Query: Query(r), Links: s.Links.N, Figures: figures(s), Chart: newChart(s.Periods, r.By),
	}
	p.Tables = tables(s, texts)
	p.Missing = missingGrid(s, texts)
	for _, c := range s.Complete {
		if grid, ok := completeGrid(c, texts); ok {
			p.Complete = append(p.Complete, grid)
		}
	}
	return p
}

// Query writes a range as the page's query.
func Query(r summary.Range) string {
	return "from=" + r.First.String() + "&to=" + r.Last.String() + "&by=" + string(r.By)
}

// inWords writes a range, in months where it is of whole months.
func inWords(r summary.Range) string {
	first, last := r.First.Time(), r.Last.Time()
	layout := "Jan 2, 2006"
	if r.First == r.First.FirstOfMonth(0) && r.Last == r.Last.FirstOfMonth(1)-1 {
		layout = "January 2006"
	}
	a, b := first.Format(layout), last.Format(layout)
	if a == b {
		return a
	}
	return a + " – " + b
}

func figures(s *summary.Summary) []Figure {
	taken, shown := summary.Of(s.Free, counts.CopyTaken), summary.Of(s.Free, counts.CopyShown)
	all := []Figure{
		{"Links", Number(s.Links.N), change(s.Links)},
		{"Straight to the form", percent(summary.Of(s.Outcomes, counts.Redirected).N, s.Links.N), "of all links"},
		{"Read with doubt", percent(s.Doubtful.N, s.Links.N), links(s.Doubtful.N)},
	}
	if shown.N+taken.N > 0 {
		all = append(all, Figure{"Free copies taken", Number(taken.N), "of " + Number(shown.N) + " shown"})
	}
	return all
}

// links returns a number of links.
func links(n uint64) string {
	if n == 1 {
		return "1 link"
	}
	return Number(n) + " links"
}

// change compares a number with that of the range before.
func change(n summary.Number) string {
	if n.Before == 0 {
		return "none in the range before"
	}
	if n.N == n.Before {
		return "as many as before"
	}
	by := (float64(n.N) - float64(n.Before)) / float64(n.Before) * 100
	if -1 < by && by < 1 {
		return "about as many as before: " + Number(n.Before)
	}
	return fmt.Sprintf("%+.0f %% on %s before", by, Number(n.Before))
}

// percent writes a share; small ones are shown as what they are, too.
func percent(n, of uint64) string {
	if of == 0 {
		return "–"
	}
	return strconv.FormatFloat(float64(n)/float64(of)*100, 'f', 0, 64) + " %"
}

// Number writes a number with commas between its thousands.
func Number(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// periodLabel is the name of a day or month of the chart.
func periodLabel(p summary.Period, by summary.Unit) string {
	if by == summary.ByMonth {
		return p.First.Time().Format("Jan 2006")
	}
	return p.First.Time().Format("Mon, Jan 2, 2006")
}

// Preset is a range that staff often want.
type Preset struct{ Label, Query string }

// Presets lists ranges that end today, or with the month.
func Presets(today counts.Day) []Preset {
	month := func(label string, months int) Preset {
		return Preset{label, Query(summary.Range{First: today.FirstOfMonth(1 - months), Last: today, By: summary.ByMonth})}
	}
	lastMonth := summary.Range{First: today.FirstOfMonth(-1), Last: today.FirstOfMonth(0) - 1, By: summary.ByDay}
	return []Preset{
		{"7 days", Query(summary.Range{First: today - 6, Last: today, By: summary.ByDay})},
		{"30 days", Query(summary.Range{First: today - 29, Last: today, By: summary.ByDay})},
		{lastMonth.First.Time().Format("January 2006"), Query(lastMonth)},
		month("12 months", 12), month("24 months", 24),
	}
}

// sourceLabel is a source's name as people write it.
func sourceLabel(name string) string { return orName(sourceLabels[name], name) }

var sourceLabels = func() map[string]string {
	m := make(map[string]string, referrer.Count)
	for f := range referrer.Family(referrer.Count) {
		m[f.String()] = f.Label()
	}
	return m
}()

// warningLabel is what a warning means.
func warningLabel(code string) string { return orName(warning.Code(code).Sentence(), code) }

// orName returns a label, or the name of what has none: a newer version may have counted
// it.
func orName(label, name string) string {
	if label == "" {
		return name
	}
	return label
}

// day writes a day for the rows of a chart's table.
func day(t time.Time) string { return t.Format("Jan 2") }
