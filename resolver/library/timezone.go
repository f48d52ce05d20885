package library

import (
	"time"
	_ "time/tzdata" // a container may have no time zones of its own
)

func unknownTimeZone(s string) violation {
	if _, err := time.LoadLocation(s); err != nil || s == "Local" {
		return violation{"is not a time zone", ""}
	}
	return violation{}
}

// timeZone returns the time zone of a name that is in order; nil for "".
func timeZone(name string) *time.Location {
	if name == "" {
		return nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return zone
}
