package statistics_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/web/statistics"
)

func TestWeek(t *testing.T) {
	var all statistics.Weekly
	monday := time.Date(2026, 11, 23, 23, 59, 0, 0, time.FixedZone("west", -8*60*60))
	book := statistics.Link{Type: "book", Source: "primo", Outcome: "redirect"}
	chapter := statistics.Link{Type: "chapter", Source: "primo", Outcome: "confirm", Missing: []string{"page", "container-title"}}
	article := statistics.Link{Type: "article-journal", Source: "ebsco", Outcome: "confirm", Missing: []string{"page"}}
	all.Add("north", monday.AddDate(0, 0, -7), book) // a week ago: gone
	all.AddForm("north", monday.AddDate(0, 0, -7), "sent")
	all.Add("north", monday.AddDate(0, 0, -6), book)
	all.AddForm("north", monday.AddDate(0, 0, -6), "sent")
	all.Add("north", monday, chapter)
	all.Add("north", monday, article)
	all.Add("north", monday, book)
	all.Add("south", monday, book)
	all.AddForm("north", monday, "sent")
	all.AddForm("north", monday, "invalid")

	w := all.Week("north", monday)
	if w.Links != 4 || w.Days[0].N != 1 || w.Days[6].N != 3 || w.Days[6].Date != time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) {
		t.Errorf("%d links, days %v", w.Links, w.Days)
	}
	for _, tc := range []struct {
		name string
		kind statistics.Kind
		want []statistics.Count
	}{
		{"types, the most frequent first", statistics.Type, []statistics.Count{{"book", 2}, {"article-journal", 1}, {"chapter", 1}}},
		{"sources", statistics.Source, []statistics.Count{{"primo", 3}, {"ebsco", 1}}},
		{"outcomes", statistics.Outcome, []statistics.Count{{"confirm", 2}, {"redirect", 2}}},
		{"what was missing", statistics.Missing, []statistics.Count{{"page", 2}, {"container-title", 1}}},
		{"forms, which are no links", statistics.Form, []statistics.Count{{"sent", 2}, {"invalid", 1}}},
	} {
		if diff := cmp.Diff(tc.want, w.By(tc.kind)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
	if w := all.Week("north", monday.AddDate(0, 0, 1)); w.Links != 3 || w.Days[5].N != 3 {
		t.Errorf("a day later: %d links, days %v", w.Links, w.Days)
	}
	if w := all.Week("nowhere", monday); w.Links != 0 || len(w.By(statistics.Type)) != 0 {
		t.Errorf("a library that nobody came to: %d links", w.Links)
	}
}

func TestAddAllocatesOnlyOnce(t *testing.T) {
	var all statistics.Weekly
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	l := statistics.Link{Type: "book", Source: "primo", Outcome: "redirect"}
	if n := testing.AllocsPerRun(100, func() { all.Add("north", now, l) }); n != 0 {
		t.Errorf("%v allocations for each link", n)
	}
}
