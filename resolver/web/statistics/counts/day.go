package counts

import "time"

// Day is a day of a library, as days since 1970-01-01.
type Day int

const secondsOfDay = 24 * 60 * 60

// DayOf returns the day that a time shows in its own time zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

// ParseDay reads a day written as 2026-11-28.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	return DayOf(t), err
}

// Time returns midnight UTC of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*secondsOfDay, 0).UTC() }

// String writes the day as 2026-11-28.
func (d Day) String() string { return d.Time().Format(time.DateOnly) }

// FirstOfMonth returns the first day of the month that is some months after the day's own.
func (d Day) FirstOfMonth(after int) Day {
	y, m, _ := d.Time().Date()
	return DayOf(time.Date(y, m+time.Month(after), 1, 0, 0, 0, 0, time.UTC))
}
