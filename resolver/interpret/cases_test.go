package interpret_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret/readable"
	"lendlink/resolver/library"
	"lendlink/resolver/warning"

	"github.com/google/go-cmp/cmp"
)

// year is the current one in all tests.
const year = 2026

const casesFolder = "testdata/cases"

func readCases(t testing.TB) []readable.Case {
	t.Helper()
	cases, err := readable.Read(casesFolder)
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestReadableCases(t *testing.T) {
	lib := library.Demo().Find("demo")
	for _, c := range readCases(t) {
		t.Run(c.Group+"/"+c.Name, func(t *testing.T) {
			for _, remark := range readable.Remarks {
				if c.Want[remark] == nil {
					t.Errorf("%s: the case has no %s", c.Place, remark)
				}
			}
			if diff := compare(c, resolver.Resolve(lib, c.Link, year)); diff != "" {
				t.Errorf("%s (- want, + got):\n%s%s", c.Place, diff, c.Link)
			}
		})
	}
}

// compare returns what differs from the right answer, a line for each difference.
func compare(c readable.Case, r *resolver.Resolution) string {
	got := answer(&r.Citation)
	got["rule"] = []string{r.Rule()}
	got["confidence"] = []string{string(r.Confidence)}
	got["warnings"] = codes(r.Warnings)
	got["source"] = []string{r.Source}
	got["action"] = []string{string(r.Action)}
	checked := slices.Concat(readable.Fields(), readable.Remarks)
	if c.Want["source"] != nil {
		checked = append(checked, "source")
	}
	var b strings.Builder
	for _, field := range checked {
		want, got := c.Want[field], got[field]
		if slices.Contains(c.Want["unchecked"], field) || slices.Equal(want, got) {
			continue
		}
		for _, v := range want {
			fmt.Fprintf(&b, "- %s: %s\n", field, v)
		}
		for _, v := range got {
			fmt.Fprintf(&b, "+ %s: %s\n", field, v)
		}
	}
	if c.Form != nil {
		var sent []string
		for _, p := range r.Sent {
			sent = append(sent, p.Key+"="+p.Value)
		}
		if diff := cmp.Diff(c.Form, sent); diff != "" {
			b.WriteString("the form receives:\n" + diff)
		}
	}
	return b.String()
}

// answer returns a citation as a case writes it.
func answer(c *citation.Citation) map[string][]string {
	m := map[string][]string{}
	for _, d := range c.Details() {
		m[d.Name] = []string{d.Value}
	}
	delete(m, "author")
	for _, a := range c.Author {
		line := a.Family + " | " + a.Given + " | " + a.Suffix
		if a.Literal != "" {
			line = "= " + a.Literal
		}
		m["author"] = append(m["author"], strings.TrimRight(line, " |"))
	}
	return m
}

// codes returns the kinds of warnings, sorted, each once; "none" if there are none.
func codes(l warning.List) []string {
	var names []string
	for _, w := range l {
		names = append(names, string(w.Code))
	}
	if names == nil {
		return []string{"none"}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
