package view

import (
	"strings"
	"testing"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/summary"
)

func TestNumber(t *testing.T) {
	for n, want := range map[uint64]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := Number(n); got != want {
			t.Errorf("%d is written %s; want %s", n, got, want)
		}
	}
}

func TestLinks(t *testing.T) {
	for n, want := range map[uint64]string{0: "0 links", 1: "1 link", 1234: "1,234 links"} {
		if got := links(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestNiceStep(t *testing.T) {
	for highest, want := range map[uint64]uint64{0: 1, 3: 1, 7: 2, 17: 5, 88: 25, 100: 25, 101: 50, 1700: 500, 17000: 5000} {
		if got := niceStep(highest); got != want {
			t.Errorf("up to %d, lines are %d apart; want %d", highest, got, want)
		}
	}
}

func TestChange(t *testing.T) {
	for _, tt := range []struct {
		n    summary.Number
		want string
	}{
		{summary.Number{N: 5}, "none in the range before"},
		{summary.Number{N: 5, Before: 5}, "as many as before"},
		{summary.Number{N: 1000, Before: 1001}, "about as many as before: 1,001"},
		{summary.Number{N: 150, Before: 100}, "+50 % on 100 before"},
		{summary.Number{Before: 100}, "-100 % on 100 before"},
	} {
		if got := change(tt.n); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.n, got, tt.want)
		}
	}
}

// The table with the chart says what the chart shows, and every column ends within it.
func TestChartAndTableSayTheSame(t *testing.T) {
	r := summary.Range{First: 20000, Last: 20039, By: summary.ByDay}
	s, err := summary.Sum(func(_ string, first, last counts.Day, do func(counts.Day, counts.Counts)) error {
		for d := first; d <= last; d++ {
			do(d, counts.Counts{"link book primo redirect tipasa": uint64(d % 7), "missing book primo author": 1})
		}
		return nil
	}, "north", r)
	if err != nil {
		t.Fatal(err)
	}
	same := func(name string) string { return name }
	p := New(s, Texts{Type: same, Field: same})
	if len(p.Chart.Columns) != 40 || len(p.Chart.Rows) != 40 || len(p.Chart.Ticks) > maxTicks {
		t.Fatalf("%d columns, %d rows, %d ticks", len(p.Chart.Columns), len(p.Chart.Rows), len(p.Chart.Ticks))
	}
	for i, c := range p.Chart.Columns {
		if c.Y < chartTop-1 || c.Y+c.H > chartFloor+1 || c.X+c.W > chartWidth {
			t.Errorf("column %d leaves the chart: %+v", i, c)
		}
		if want := Number(uint64((20000 + i) % 7)); p.Chart.Rows[i].N != want {
			t.Errorf("row %d has %s; want %s", i, p.Chart.Rows[i].N, want)
		}
	}
	var text strings.Builder
	if err := p.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Links by day", "Missing most", "What sources send: book", p.Figures[0].Value} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the text has no %q:\n%s", want, &text)
		}
	}
}
