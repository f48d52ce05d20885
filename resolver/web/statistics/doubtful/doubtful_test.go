package doubtful_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/measure"
	"lendlink/resolver/warning"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/doubtful"
)

func resolve(query string) *resolver.Resolution {
	return resolver.Resolve(library.Demo().Find("demo"), query, 2026)
}

func TestOf(t *testing.T) {
	for _, tt := range []struct {
		name, link string
		want       bool
		low        bool
		broken     []warning.Code
	}{
		{"nothing to see", "genre=book&title=Dune&aulast=Herbert", false, false, nil},
		{"a placeholder that was not filled in", "genre=book&title=Dune&aulast=Herbert&rft.edition={rft.edition}", false, false, nil},
		{"low confidence", "title=Dune", true, true, nil},
		{"a broken ISBN, once", "genre=book&title=Dune&aulast=Herbert&isbn=12&isbn=13", true, false, []warning.Code{warning.ISBNInvalid}},
		{"too long to keep", "title=" + strings.Repeat("x", 5000), false, true, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, ok := doubtful.Of(resolve(tt.link), referrer.None, 7, func() string { return tt.link })
			if ok != tt.want {
				t.Fatalf("it is one to look at: %t, want %t: %+v", ok, tt.want, l)
			}
			want := doubtful.Link{Day: 7, Query: tt.link, Type: string(resolve(tt.link).Citation.Type), Source: "none", Low: tt.low, Broken: tt.broken}
			if diff := cmp.Diff(want, l, cmpopts.EquateEmpty()); ok && diff != "" {
				t.Errorf("differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAddKeepsTheLatestOnce(t *testing.T) {
	at := func(query string, day counts.Day) doubtful.Link { return doubtful.Link{Query: query, Day: day} }
	l := doubtful.List{}.Add(doubtful.List{at("c", 5), at("b", 5), at("a", 4), at("old", 1)}, 2, 10)
	l = l.Add(doubtful.List{at("a", 6), at("d", 6)}, 2, 3)
	if diff := cmp.Diff(doubtful.List{at("a", 6), at("d", 6), at("b", 5)}, l); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
	packed, err := l.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := doubtful.Decode(packed)
	if diff := cmp.Diff(l, again); diff != "" || err != nil {
		t.Errorf("read again it differs, %v (-want +got):\n%s", err, diff)
	}
	if _, err := doubtful.Decode(packed[:len(packed)-9]); err == nil {
		t.Error("a part of it is read")
	}
}

// The longest list of the longest links, of characters that JSON for web pages would escape.
func TestTheLongestListIsReadAgain(t *testing.T) {
	l := make(doubtful.List, 500)
	for i := range l {
		l[i].Query = strings.Repeat("&", 4000) + strconv.Itoa(i)
	}
	packed, err := l.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := doubtful.Decode(packed); len(again) != len(l) || err != nil {
		t.Errorf("%d links are read again, %v; want %d", len(again), err, len(l))
	}
}

func TestFilesAreRead(t *testing.T) {
	l := doubtful.List{{Query: "title=Dune&isbn=12"}, {Query: "genre=book&title=Tugs & Tides"}}
	if got := string(l.Lines()); got != "title=Dune&isbn=12\ngenre=book&title=Tugs & Tides\n" {
		t.Errorf("lines are %q", got)
	}
	body, err := l.Labelled(resolve)
	if err != nil {
		t.Fatal(err)
	}
	read, err := measure.ReadLinks("links.jsonl", bytes.NewReader(body))
	if err != nil || len(read) != 2 || read[1].Query != l[1].Query || read[1].Expect["title"] == "" {
		t.Fatalf("measure reads %+v, %v", read, err)
	}
	report := measure.NewReport()
	for i := range read {
		if different := report.Add(&read[i], resolve(read[i].Query)); len(different) > 0 {
			t.Errorf("%s differs from itself: %v", read[i].Query, different)
		}
	}
}
