package view

import (
	"lendlink/resolver/web/statistics/summary"
)

// Chart is a chart of columns, in the units of its own box. Next to each column a line
// marks the range before.
type Chart struct {
	Width, Height int
	Floor         int // the lower end of the columns
	Left          int // where they begin
	Columns       []Column
	Lines         []Line // across, with their numbers
	Ticks         []Tick // below
	Rows          []ChartRow
	ByMonth       bool
}

// Column is the links of a day or month.
type Column struct {
	X, Y, W, H float64
	BeforeY    float64
	Before     bool // there is a number to mark
}

// Line is a line across the chart.
type Line struct {
	Y     float64
	Label string
}

// Tick is a text below the chart.
type Tick struct {
	X     float64
	Label string
}

// ChartRow is a column as a row of the table that says the same.
type ChartRow struct{ Label, N, Before string }

// The measures of a chart.
const (
	chartWidth, chartHeight = 900, 260
	chartLeft, chartTop     = 56, 16
	chartFloor              = chartHeight - 34
	maxTicks                = 12
	maxLines                = 4
)

func newChart(parts []summary.Part, by summary.Unit) Chart {
	c := Chart{Width: chartWidth, Height: chartHeight, Floor: chartFloor, Left: chartLeft, ByMonth: by == summary.ByMonth}
	highest := uint64(0)
	for _, p := range parts {
		highest = max(highest, p.N, p.Before)
	}
	step := niceStep(highest)
	lines := max(1, (highest+step-1)/step)
	top := float64(step * lines)
	y := func(n uint64) float64 { return chartFloor - float64(n)/top*(chartFloor-chartTop) }
	for i := range lines + 1 {
		n := step * i
		c.Lines = append(c.Lines, Line{y(n), Number(n)})
	}
	width := float64(chartWidth-chartLeft) / float64(len(parts))
	gap := min(width*0.25, 8)
	every := (len(parts) + maxTicks - 1) / maxTicks
	for i, p := range parts {
		x := chartLeft + float64(i)*width
		label := periodLabel(p.Period, by)
		c.Columns = append(c.Columns, Column{
			X: x + gap/2, Y: y(p.N), W: width - gap, H: chartFloor - y(p.N),
			BeforeY: y(p.Before), Before: p.Before > 0,
		})
		c.Rows = append(c.Rows, ChartRow{label, Number(p.N), Number(p.Before)})
		if i%every == 0 {
			short := day(p.First.Time())
			if c.ByMonth {
				short = p.First.Time().Format("Jan 06")
			}
			c.Ticks = append(c.Ticks, Tick{x + width/2, short})
		}
	}
	return c
}

// niceStep returns the distance of the lines: so that at most four of them are below the
// highest number, one, two, two and a half or five times a power of ten.
func niceStep(highest uint64) uint64 {
	for power := uint64(1); ; power *= 10 {
		for _, step := range []uint64{power, 2 * power, 5 * power / 2, 5 * power} {
			if step*maxLines >= highest {
				return step
			}
		}
	}
}
