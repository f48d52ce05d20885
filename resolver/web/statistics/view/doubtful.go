package view

import (
	"strings"

	"lendlink/resolver/web/statistics/doubtful"
)

// DoubtfulDay is the links of a day to look at.
type DoubtfulDay struct {
	Day   string
	Links []DoubtfulLink
}

// DoubtfulLink is a link to look at.
type DoubtfulLink struct{ Type, Source, Why, Query, Shown string }

// longestShown is how much of a link a row shows.
const longestShown = 300

// Doubtful lists links by day, the latest first.
func Doubtful(links doubtful.List, texts Texts) []DoubtfulDay {
	var days []DoubtfulDay
	for _, l := range links {
		name := l.Day.Time().Format("Monday, January 2, 2006")
		if len(days) == 0 || days[len(days)-1].Day != name {
			days = append(days, DoubtfulDay{Day: name})
		}
		var why []string
		if l.Low {
			why = append(why, "Read with doubt.")
		}
		for _, code := range l.Broken {
			why = append(why, warningLabel(string(code)))
		}
		shown := l.Query
		if len(shown) > longestShown {
			shown = strings.ToValidUTF8(shown[:longestShown], "") + "…"
		}
		d := &days[len(days)-1]
		d.Links = append(d.Links, DoubtfulLink{texts.Type(l.Type), sourceLabel(l.Source), strings.Join(why, " "), l.Query, shown})
	}
	return days
}
