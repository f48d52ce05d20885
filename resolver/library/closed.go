package library

import "time"

// Closed is a time in which requests are not worked on.
type Closed struct {
	From, Until time.Time // the first and the last day, as midnight UTC
	Message     Text      // what patrons read about it besides the dates
	Accept      bool      // whether requests can be made nevertheless
}

// On reports whether the library is closed on the day that the time shows in its
// own time zone.
func (c *Closed) On(t time.Time) bool {
	if c == nil {
		return false
	}
	y, m, d := t.Date()
	day := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return !day.Before(c.From) && !day.After(c.Until)
}
