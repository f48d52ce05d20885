package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"
	"time"
)

// The floors: what must be reached.
const (
	maxCost   = 1.9 // processor time of a redirect, compared with the plain server's
	maxP99    = 3 * time.Millisecond
	maxMemory = 28 << 20 // without the pages of the program
	maxGrowth = 1.15     // of memory, from the first quarter of the distinct links to the last
	maxStart  = 100 * time.Millisecond
)

// report prints what was seen; the error says that a floor is missed.
func (r *seen) report(out io.Writer) error {
	table := tabwriter.NewWriter(out, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "\t requests/s\t p50\t p99\t CPU\t CPU a request\t of plain Echo\t CPU beside it\t")
	for _, row := range []struct {
		name  string
		turns []turn
	}{{"plain Echo", r.baseline}, {"redirect", r.redirect}, {"confirmation page", r.confirm},
		{fmt.Sprintf("plain Echo at %d/s", openRate), r.baselineOpen}, {fmt.Sprintf("redirect at %d/s", openRate), r.open}} {
		fmt.Fprintf(table, "%s\t %.0f\t %v\t %v\t %.0f %%\t %v\t", row.name,
			median(row.turns, turn.rate), median(row.turns, turn.p50), median(row.turns, turn.p99),
			100*median(row.turns, turn.busy), median(row.turns, turn.perRequest).Round(100*time.Nanosecond))
		fmt.Fprintf(table, " %.2f\t %.2f\t\n", median(ratios(row.turns, r.baseline, turn.rate), same),
			median(ratios(row.turns, r.baseline, turn.cost), same))
	}
	table.Flush()
	costs := ratios(r.redirect, r.baseline, turn.cost)
	fmt.Fprintf(out, "\nMedians of %d turns each, taken in turns.\n", len(r.baseline))
	fmt.Fprintf(out, "Processor time of a redirect beside the plain server's, by turn: %.2f to %.2f.\n",
		slices.Min(costs), slices.Max(costs))
	for _, of := range []struct {
		name  string
		turns []turn
	}{{"redirect", r.open}, {"plain Echo", r.baselineOpen}} {
		fmt.Fprintf(out, "p99 at %d/s by turn, %s: %v to %v.\n", openRate, of.name,
			slices.MinFunc(of.turns, byP99).P99, slices.MaxFunc(of.turns, byP99).P99)
	}
	fmt.Fprintf(out, "Memory: %.1f MB after %d distinct links, %.1f MB after %d, at most %.1f MB. Start: %v.\n", megabytes(r.early),
		r.distinct/4,
		megabytes(r.late), r.distinct, megabytes(r.peak), median(r.starts, same).Round(100*time.Microsecond))
	if load, err := os.ReadFile("/proc/loadavg"); err == nil {
		fmt.Fprintf(out, "The machine's load average: %s", load)
	}

	missed := 0
	floor := func(reached bool, format string, args ...any) {
		word := "reached"
		if !reached {
			word = "MISSED "
			missed++
		}
		fmt.Fprintf(out, word+"  "+format+"\n", args...)
	}
	cost, p99, start := median(costs, same), median(r.open, turn.p99), median(r.starts, same)
	floor(cost <= maxCost, "a redirect takes %.2f times the processor time of the plain server; at most %.2f", cost, maxCost)
	floor(p99 < maxP99, "p99 at %d/s is %v; under %v", openRate, p99, maxP99)
	floor(r.peak < maxMemory, "memory is at most %.1f MB; under %.0f MB", megabytes(r.peak), megabytes(maxMemory))
	growth := float64(r.late) / float64(r.early)
	floor(growth < maxGrowth, "memory grows by %.2f over the last three quarters of distinct links; under %.2f", growth, maxGrowth)
	floor(start < maxStart, "it starts in %v; under %v", start.Round(100*time.Microsecond), maxStart)
	if missed > 0 {
		return fmt.Errorf("floors missed: %d", missed)
	}
	return nil
}

func (t turn) rate() float64      { return t.Rate() }
func (t turn) cost() float64      { return t.cpu.Seconds() / float64(t.Requests) }
func (t turn) p50() time.Duration { return t.P50 }
func (t turn) p99() time.Duration { return t.P99 }

func byP99(a, b turn) int { return cmp.Compare(a.P99, b.P99) }

func same[T any](v T) T { return v }

// median returns the middle one of the values that are read from all.
func median[T any, V cmp.Ordered](all []T, read func(T) V) V {
	values := make([]V, len(all))
	for i, one := range all {
		values[i] = read(one)
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// ratios divides each turn by the other server's of the same round.
func ratios(a, b []turn, read func(turn) float64) []float64 {
	all := make([]float64, len(a))
	for i := range a {
		all[i] = read(a[i]) / read(b[i])
	}
	return all
}

func megabytes(n int64) float64 { return float64(n) / (1 << 20) }
