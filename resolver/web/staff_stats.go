package web

import (
	"net/http"

	"lendlink/resolver"
	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/metrics"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics"
)

// statsPage is what the page of numbers shows.
type statsPage struct {
	staffFrame
	Links  int
	Tables []statsTable
}

// statsTable is counts of one kind, as a table with a bar in each row.
type statsTable struct {
	Title, Column, Counted string
	Rows                   []statsRow
	Most                   int    // the highest count, for the bars
	None                   string // what to say where there is no row
}

type statsRow struct {
	Label string
	N     int
}

// recordStats counts a link that a patron followed, for the page of numbers.
func (s *Server) recordStats(r *resolver.Resolution, from referrer.Family) {
	outcome := string(r.Action)
	if r.Citation.Empty() {
		outcome = nothingUsable
	}
	s.weeklyStats.Add(r.Library, s.Now(), statistics.Link{Type: string(r.Citation.Type), Source: from.String(), Outcome: outcome,
		Missing: r.Missing})
}

// outcomes are in the words of staff.
var outcomes = map[string]string{
	string(resolver.Redirect): "Straight to the form",
	string(resolver.Confirm):  "Shown the citation first",
	string(resolver.Ask):      "Asked what the item is",
	nothingUsable:             "Nothing usable in the link",
}

// formOutcomes are in the words of staff.
var formOutcomes = map[string]string{
	string(metrics.SentOn):     "Sent on to the request form",
	string(metrics.Incomplete): "Asked for what was missing",
	string(metrics.Invalid):    "Shown errors to correct",
	string(metrics.Read):       "Filled in from what was pasted",
	string(metrics.Closed):     "Stopped: the library is closed",
}

// sourceLabels are the families of sources by their names.
var sourceLabels = func() map[string]string {
	m := make(map[string]string, referrer.Count)
	for f := range referrer.Family(referrer.Count) {
		m[f.String()] = f.Label()
	}
	return m
}()

// stats shows staff what came in during the last seven days. It tells numbers only.
func (s *Server) stats(v *requestContext) error {
	w := s.weeklyStats.Week(v.library.Code, s.Now())
	texts := s.pages.localizers[locale.Default]
	byText := func(prefix string) func(string) string {
		return func(name string) string { return texts.T(prefix + name) }
	}
	days := statsTable{Title: "Links by day", Column: "Day", Counted: "Links"}
	for _, d := range w.Days {
		days.add(d.Date.Format("Mon, Jan 2"), d.N)
	}
	p := statsPage{staffFrame: s.staffFrame(v, "/stats"), Links: w.Links, Tables: []statsTable{
		days,
		table("What happened", "Outcome", "No link came in.", w.By(statistics.Outcome), func(name string) string { return outcomes[name] }),
		table("Types", "Type of item", "No link came in.", w.By(statistics.Type), byText("type.")),
		table("Sources", "Source", "No link came in.", w.By(statistics.Source), func(name string) string { return sourceLabels[name] }),
		table("What was missing", "Field", "Nothing that a request needs was missing.", w.By(statistics.Missing), byText("field.")),
	}}
	forms := table("Forms sent from pages here", "Result", "No form was sent.", w.By(statistics.Form),
		func(name string) string { return formOutcomes[name] })
	forms.Counted = "Forms"
	p.Tables = append(p.Tables, forms)
	return s.render(v, http.StatusOK, "stats", p)
}

func table(title, column, none string, counts []statistics.Count, label func(string) string) statsTable {
	t := statsTable{Title: title, Column: column, Counted: "Links", None: none}
	for _, c := range counts {
		t.add(label(c.Name), c.N)
	}
	return t
}

func (t *statsTable) add(label string, n int) {
	t.Rows = append(t.Rows, statsRow{label, n})
	t.Most = max(t.Most, n)
}
