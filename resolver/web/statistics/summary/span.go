package summary

import (
	"errors"
	"fmt"
	"time"

	"lendlink/resolver/web/statistics/counts"
)

// Unit is what a range is divided into.
type Unit string

// The units.
const (
	ByDay   Unit = "day"
	ByMonth Unit = "month"
)

// Range is the days that are summed up, the first and the last included.
type Range struct {
	First, Last counts.Day
	By          Unit
}

const (
	usualDays  = 30  // of a range that was not chosen
	fewDays    = 62  // up to which a range is shown by day unless months are chosen
	maxDays    = 400 // that are shown one by one
	maxInRange = 20 * 366
)

// ParseRange reads a range as it is in an address: from and to as 2026-09 or
// 2026-09-15, by as day or month. What is left out is chosen; a range ends today.
func ParseRange(from, to, by string, today counts.Day) (Range, error) {
	r := Range{First: today - usualDays + 1, Last: today, By: Unit(by)}
	var err error
	if to != "" {
		if _, r.Last, err = parseDays(to); err != nil {
			return r, err
		}
		r.First = r.Last - usualDays + 1
	}
	if from != "" {
		if r.First, _, err = parseDays(from); err != nil {
			return r, err
		}
	}
	r.Last = min(r.Last, today)
	days := int(r.Last-r.First) + 1
	if by == "" {
		r.By = ByMonth
		if days <= fewDays {
			r.By = ByDay
		}
	}
	switch {
	case r.First > today:
		return r, fmt.Errorf("%s is in the future", from)
	case days <= 0:
		return r, errors.New("the first day is after the last")
	case days > maxInRange:
		return r, errors.New("choose 20 years at most")
	case r.By != ByDay && r.By != ByMonth:
		return r, fmt.Errorf("%q is neither day nor month", by)
	case r.By == ByDay && days > maxDays:
		return r, errors.New("choose months for more than 400 days")
	}
	return r, nil
}

// parseDays reads a day, or a month as its first and last day.
func parseDays(s string) (first, last counts.Day, err error) {
	if t, err := time.Parse("2006-01", s); err == nil {
		first = counts.DayOf(t)
		return first, first.FirstOfMonth(1) - 1, nil
	}
	first, err = counts.ParseDay(s)
	if err != nil {
		return 0, 0, fmt.Errorf("%q is not a day such as 2026-09-15 or a month such as 2026-09", s)
	}
	return first, first, nil
}

// Before returns the range of the same length that ends where r begins: as many months
// where r begins with one, else as many days.
func (r Range) Before() Range {
	if r.First != r.First.FirstOfMonth(0) || r.By != ByMonth {
		days := r.Last - r.First + 1
		return Range{r.First - days, r.First - 1, r.By}
	}
	months := len(r.Periods())
	last := r.Last.FirstOfMonth(-months) + (r.Last - r.Last.FirstOfMonth(0))
	end := r.Last.FirstOfMonth(1-months) - 1 // of the month in which it ends
	if last > end || r.Last == r.Last.FirstOfMonth(1)-1 {
		last = end
	}
	return Range{r.First.FirstOfMonth(-months), last, r.By}
}

// Period is a part of a range.
type Period struct{ First, Last counts.Day }

// Periods divides the range.
func (r Range) Periods() []Period {
	var all []Period
	for first := r.First; first <= r.Last; {
		last := first
		if r.By == ByMonth {
			last = min(first.FirstOfMonth(1)-1, r.Last)
		}
		all = append(all, Period{first, last})
		first = last + 1
	}
	return all
}

// indexOf returns the place among the periods of a day of the range.
func (r Range) indexOf(d counts.Day) int {
	if r.By == ByDay {
		return int(d - r.First)
	}
	a, b := r.First.Time(), d.Time()
	return (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
}
