package resolver_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/warning"

	"github.com/google/go-cmp/cmp"
)

// year is the current one in all tests.
const year = 2026

// floors are the shares of cases that must be right.
const (
	floorAll      = 1.0
	floorBookPart = 1.0 // of books and chapters
)

// corpusCase is a link with the right answer.
type corpusCase struct {
	ID       string
	Producer string
	Shape    string
	Query    string
	Expect   map[string]any // CSL-JSON; {"any": […]} where more than one reading is right
	Absent   []string
	Warnings []string
	Empty    bool
}

func corpus(t testing.TB) []corpusCase {
	t.Helper()
	f, err := os.Open("testdata/links.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases []corpusCase
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c corpusCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		cases = append(cases, c)
	}
	return cases
}

// TestCorpus reads every link of the corpus and compares field by field.
func TestCorpus(t *testing.T) {
	lib := library.Demo().Find("demo")
	byType, byField := score{}, score{}
	all, bookPart := share{}, share{}
	for _, c := range corpus(t) {
		r := resolver.Resolve(lib, c.Query, year)
		got := asJSON(t, r.Citation)
		wrong := compare(c, got, byField)
		for _, code := range c.Warnings {
			if !slices.ContainsFunc(r.Warnings, func(w warning.Warning) bool { return string(w.Code) == code }) {
				wrong = append(wrong, fmt.Sprintf("warning %s is missing", code))
			}
		}
		if c.Empty != (r.Action == resolver.Ask && r.Citation.Empty()) {
			wrong = append(wrong, fmt.Sprintf("empty: want %v", c.Empty))
		}
		kind := fmt.Sprint(c.Expect["type"])
		byType.count(kind, len(wrong) == 0)
		all.count(len(wrong) == 0)
		if kind == "book" || kind == "chapter" {
			bookPart.count(len(wrong) == 0)
		}
		for _, w := range wrong {
			t.Logf("%s (%s; %s): %s", c.ID, c.Producer, c.Shape, w)
		}
	}
	t.Logf("by type:\n%s", byType)
	t.Logf("by field:\n%s", byField)
	t.Logf("all %v, books and chapters %v", all, bookPart)
	if all.rate() < floorAll || bookPart.rate() < floorBookPart {
		t.Errorf("below the floors of %.0f %% and %.0f %%", 100*floorAll, 100*floorBookPart)
	}
}

// compare returns what differs from the expected answer.
func compare(c corpusCase, got map[string]any, byField score) []string {
	var wrong []string
	for field, want := range c.Expect {
		ok := equal(field, want, got[field])
		byField.count(field, ok)
		if !ok {
			wrong = append(wrong, fmt.Sprintf("%s: got %v, want %v", field, got[field], want))
		}
	}
	for _, field := range c.Absent {
		_, there := got[field]
		byField.count(field, !there)
		if there {
			wrong = append(wrong, fmt.Sprintf("%s: got %v, want nothing", field, got[field]))
		}
	}
	return wrong
}

func equal(field string, want, got any) bool {
	if m, ok := want.(map[string]any); ok && m["any"] != nil {
		return slices.ContainsFunc(m["any"].([]any), func(w any) bool { return equal(field, w, got) })
	}
	if field == "DOI" {
		return strings.EqualFold(fmt.Sprint(want), fmt.Sprint(got))
	}
	return cmp.Equal(want, got)
}

func asJSON(t testing.TB, v any) map[string]any {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// share counts right answers.
type share struct{ right, of int }

func (s *share) count(ok bool) {
	s.of++
	if ok {
		s.right++
	}
}

func (s share) rate() float64 { return float64(s.right) / float64(max(s.of, 1)) }

func (s share) String() string { return fmt.Sprintf("%d/%d %.1f %%", s.right, s.of, 100*s.rate()) }

type score map[string]*share

func (s score) count(name string, ok bool) {
	if s[name] == nil {
		s[name] = &share{}
	}
	s[name].count(ok)
}

func (s score) String() string {
	var b strings.Builder
	names := make([]string, 0, len(s))
	for name := range s {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&b, "  %-40s %v\n", name, s[name])
	}
	return b.String()
}
