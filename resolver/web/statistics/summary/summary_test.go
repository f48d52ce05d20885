package summary_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/summary"
)

func day(t *testing.T, s string) counts.Day {
	t.Helper()
	d, err := counts.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseRange(t *testing.T) {
	today := day(t, "2026-11-23")
	for _, tt := range []struct {
		name, from, to, by           string
		first, last, before, beforeE string
		unit                         summary.Unit
		parts                        int
	}{
		{"nothing: the last 30 days", "", "", "", "2026-10-25", "2026-11-23", "2026-09-25", "2026-10-24", summary.ByDay, 30},
		{"an academic year that is not over", "2026-09", "2027-08", "", "2026-09-01", "2026-11-23", "2026-06-01", "2026-08-23", summary.ByMonth, 3},
		{"a whole year by month", "2025-09", "2026-08", "month", "2025-09-01", "2026-08-31", "2024-09-01", "2025-08-31", summary.ByMonth, 12},
		{"a month by day", "2026-10", "2026-10", "", "2026-10-01", "2026-10-31", "2026-08-31", "2026-09-30", summary.ByDay, 31},
		{"a month by month", "2026-03", "2026-03", "month", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28", summary.ByMonth, 1},
		{"from the middle of a month", "2026-10-15", "2026-11-14", "month", "2026-10-15", "2026-11-14", "2026-09-14", "2026-10-14", summary.ByMonth, 2},
		{"a day of March that February lacks", "2026-03-01", "2026-03-30", "month", "2026-03-01", "2026-03-30", "2026-02-01", "2026-02-28", summary.ByMonth, 1},
		{"only the end", "", "2026-11-10", "", "2026-10-12", "2026-11-10", "2026-09-12", "2026-10-11", summary.ByDay, 30},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := summary.ParseRange(tt.from, tt.to, tt.by, today)
			if err != nil {
				t.Fatal(err)
			}
			b := r.Before()
			got := []string{r.First.String(), r.Last.String(), b.First.String(), b.Last.String()}
			if diff := cmp.Diff([]string{tt.first, tt.last, tt.before, tt.beforeE}, got); diff != "" {
				t.Errorf("days differ (-want +got):\n%s", diff)
			}
			if r.By != tt.unit || len(r.Periods()) != tt.parts {
				t.Errorf("by %s in %d parts; want by %s in %d", r.By, len(r.Periods()), tt.unit, tt.parts)
			}
		})
	}
	for _, wrong := range [][3]string{
		{"yesterday"}, {"", "2026-13"}, {"2026-12"}, {"2026-11-20", "2026-11-19"}, {"2026-01", "", "week"}, {"2020-01", "", "day"}, {"1900-01"},
	} {
		if r, err := summary.ParseRange(wrong[0], wrong[1], wrong[2], today); err == nil {
			t.Errorf("%q is read as %v", wrong, r)
		}
	}
}

func TestSum(t *testing.T) {
	kept := map[string]counts.Counts{
		"2026-08-31": {"link book primo redirect tipasa": 100}, // before the range before
		"2026-09-10": {"link book primo redirect tipasa": 2, "free taken": 1},
		"2026-10-01": {
			"link chapter ebsco confirm tipasa": 3, "link book primo redirect tipasa": 4, "link document none nothing-usable tipasa": 1,
			"has chapter ebsco title": 3, "has chapter ebsco page": 1, "missing chapter ebsco page": 2, "missing book primo author": 1,
			"doubtful chapter ebsco": 2, "warning isbn-invalid primo": 5, "page redirect": 6, "of-a-newer-version x": 9, "link too few": 7,
		},
		"2026-10-31": {"link chapter ebsco redirect illiad": 2, "free shown": 3, "free taken": 2},
		"2026-11-01": {"link book primo redirect tipasa": 100}, // after it
	}
	failed := errors.New("cannot be read")
	each := func(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error {
		if library != "north" {
			t.Errorf("asks for %s", library)
		}
		for d, c := range kept {
			if d := day(t, d); first <= d && d <= last {
				do(d, c)
			}
		}
		return failed
	}
	r := summary.Range{First: day(t, "2026-10-01"), Last: day(t, "2026-10-31"), By: summary.ByMonth}
	s, err := summary.Sum(each, "north", r)
	if !errors.Is(err, failed) {
		t.Errorf("the failure is %v", err)
	}
	row := func(name string, n, before uint64) summary.Row {
		return summary.Row{Name: name, Number: summary.Number{N: n, Before: before}}
	}
	s.Periods[0].Counts = nil
	want := &summary.Summary{
		Range: r, Links: summary.Number{N: 10, Before: 2}, Doubtful: summary.Number{N: 2},
		Periods:  []summary.Part{{Period: summary.Period{First: r.First, Last: r.Last}, Number: summary.Number{N: 10, Before: 2}}},
		Types:    []summary.Row{row("chapter", 5, 0), row("book", 4, 2)},
		Sources:  []summary.Row{row("ebsco", 5, 0), row("primo", 4, 2), row("none", 1, 0)},
		Outcomes: []summary.Row{row("redirect", 6, 2), row("confirm", 3, 0), row("nothing-usable", 1, 0)},
		Forms:    []summary.Row{row("tipasa", 7, 2), row("illiad", 2, 0)},
		Missing:  []summary.Row{row("page", 2, 0), row("author", 1, 0)},
		Warnings: []summary.Row{row("isbn-invalid", 5, 0)}, Free: []summary.Row{row("shown", 3, 0), row("taken", 2, 1)},
		Pages: []summary.Row{row("redirect", 6, 0)}, DoubtfulIn: []summary.Row{row("ebsco", 2, 0)},
		MissingFrom: []summary.Crossed{
			{Name: "ebsco", Total: 2, Cells: []summary.Row{row("page", 2, 0)}}, {Name: "primo", Total: 1, Cells: []summary.Row{row("author", 1, 0)}},
		},
		Complete: []summary.Completeness{
			{Type: "chapter", Sources: []summary.SourceFields{{Source: "ebsco", Links: 5, Has: map[string]uint64{"title": 3, "page": 1}}}},
			{Type: "book", Sources: []summary.SourceFields{{Source: "primo", Links: 4}}},
		},
	}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
}
