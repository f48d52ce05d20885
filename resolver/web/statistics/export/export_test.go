package export

import (
	"encoding/csv"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/summary"
)

func someCounts(t *testing.T) *summary.Summary {
	t.Helper()
	r := summary.Range{First: 20000, Last: 20001, By: summary.ByDay}
	s, err := summary.Sum(func(_ string, _, _ counts.Day, do func(counts.Day, counts.Counts)) error {
		do(20001, counts.Counts{
			"link book primo redirect tipasa": 2, "has book primo title": 2, "warning isbn-invalid primo": 1, "free taken": 1,
			"doubtful book primo": 1, "missing book primo author": 1,
			"page =HYPERLINK(1)": 3, "of-a-newer-version x": 1,
		})
		return nil
	}, "north", r)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCSVHasEveryCount(t *testing.T) {
	_, body := As("csv", "north", someCounts(t), true)
	lines, err := csv.NewReader(strings.NewReader(string(body))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, l := range lines {
		got[strings.Join(l, "|")] = true
	}
	for _, want := range []string{
		"from|to|counted|type|source|outcome|form|field|warning|action|count",
		"2024-10-05|2024-10-05|link|book|primo|redirect|tipasa||||2",
		"2024-10-05|2024-10-05|has|book|primo|||title|||2",
		"2024-10-05|2024-10-05|warning||primo||||isbn-invalid||1",
		"2024-10-05|2024-10-05|doubtful|book|primo||||||1",
		"2024-10-05|2024-10-05|missing|book|primo|||author|||1",
		"2024-10-05|2024-10-05|free|||||||taken|1",
		"2024-10-05|2024-10-05|page|||||||'=HYPERLINK(1)|3",
	} {
		if !got[want] {
			t.Errorf("there is no line %s", want)
		}
	}
	if len(lines) != 8 {
		t.Errorf("%d lines", len(lines))
	}
}

func TestHarmless(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "book": "book", "12": "12", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(1)": "'@SUM(1)", "\t=1": "'\t=1", "\r=1": "'\r=1",
	} {
		if got := harmless(cell); got != want {
			t.Errorf("%q becomes %q; want %q", cell, got, want)
		}
	}
}

func TestJSONHasTheSumsAndEveryCount(t *testing.T) {
	_, body := As("json", "north", someCounts(t), true)
	var d document
	if err := json.Unmarshal(body, &d); err != nil {
		t.Fatal(err)
	}
	if d.Library != "north" || d.Links.N != 2 || d.Types[0].Name != "book" {
		t.Errorf("its sums are %+v", d)
	}
	sums := reflect.ValueOf(d)
	for i := range sums.NumField() {
		if f := sums.Type().Field(i); strings.Contains(f.Type.String(), "export.") && sums.Field(i).IsZero() {
			t.Errorf("it holds nothing under %s", f.Tag.Get("json"))
		}
	}
	if len(d.Periods) != 2 || len(d.Counts) != 7 {
		t.Errorf("it holds %d periods and %d counts; want 2 and 7", len(d.Periods), len(d.Counts))
	}
	if kind, _ := As("xml", "north", someCounts(t), true); kind != "" {
		t.Errorf("xml is %s", kind)
	}
}
