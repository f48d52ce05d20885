package resolver_test

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/warning"

	"github.com/google/go-cmp/cmp"
)

// readableCase is a link with the right answer, as testdata/cases/README.md
// describes it.
type readableCase struct {
	name, place string // place is file and line
	link        string
	want        map[string][]string // by field; a field that is missing here must be missing in the citation
	form        []string            // what the form receives, "key=value"; nil when the case does not say
}

// citationFields are the names of the fields of a citation, the type first.
func citationFields() []string {
	names := []string{"type"}
	for _, f := range citation.Fields {
		names = append(names, f.Name)
	}
	return names
}

// remarks are what a case may say beside the citation; what it leaves out is not checked.
var remarks = []string{"confidence", "warnings", "source", "action", "unchecked"}

func TestReadableCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	lib := library.Demo().Find("demo")
	for _, file := range files {
		cases, err := readCases(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			t.Run(filepath.Base(file)+"/"+c.name, func(t *testing.T) {
				r := resolver.Resolve(lib, c.link, year)
				if diff := c.compare(r); diff != "" {
					t.Errorf("%s (- want, + got):\n%s%s", c.place, diff, c.link)
				}
			})
		}
	}
}

// compare tells what differs from the right answer, a line a difference.
func (c readableCase) compare(r *resolver.Resolution) string {
	got := told(&r.Citation)
	got["confidence"] = []string{string(r.Confidence)}
	got["warnings"] = codes(r.Warnings)
	got["source"] = []string{r.Source}
	got["action"] = []string{string(r.Action)}
	checked := citationFields()
	for _, remark := range remarks {
		if c.want[remark] != nil {
			checked = append(checked, remark)
		}
	}
	var b strings.Builder
	for _, field := range checked {
		want, got := c.want[field], got[field]
		if field == "unchecked" || slices.Contains(c.want["unchecked"], field) || slices.Equal(want, got) {
			continue
		}
		for _, v := range want {
			fmt.Fprintf(&b, "- %s: %s\n", field, v)
		}
		for _, v := range got {
			fmt.Fprintf(&b, "+ %s: %s\n", field, v)
		}
	}
	if c.form != nil {
		var sent []string
		for _, p := range r.Sent {
			sent = append(sent, p.Key+"="+p.Value)
		}
		if diff := cmp.Diff(c.form, sent); diff != "" {
			b.WriteString("the form receives:\n" + diff)
		}
	}
	return b.String()
}

// told returns a citation as a case tells it.
func told(c *citation.Citation) map[string][]string {
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

// readCases reads a file of cases.
func readCases(file string) ([]readableCase, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	const (
		inHead = iota
		inLink
		inAnswer
		inForm
	)
	var cases []readableCase
	part, names := inHead, map[string]bool{}
	for i, line := range strings.Split(string(text), "\n") {
		line = strings.TrimSpace(line)
		place := fmt.Sprintf("%s:%d", file, i+1)
		if name, ok := strings.CutPrefix(line, "== "); ok {
			if names[name] {
				return nil, fmt.Errorf("%s: a second case of the name %q", place, name)
			}
			names[name] = true
			cases = append(cases, readableCase{name: name, place: place, want: map[string][]string{}})
			part = inLink
			continue
		}
		if part == inHead {
			continue
		}
		c := &cases[len(cases)-1]
		switch {
		case part == inLink && line == "":
			part = inAnswer
		case part == inLink:
			if raw, ok := strings.CutPrefix(line, "%%"); ok {
				line = url.QueryEscape(strings.TrimPrefix(raw, " ") + "\n")
			}
			c.link += line
		case line == "" || strings.HasPrefix(line, "#"):
		case line == "form:":
			part = inForm
		case part == inForm:
			c.form = append(c.form, line)
		default:
			if err := c.answer(line); err != nil {
				return nil, fmt.Errorf("%s: %w", place, err)
			}
		}
	}
	return cases, nil
}

// answer takes in a line of the right answer.
func (c *readableCase) answer(line string) error {
	field, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	if !ok || value == "" {
		return fmt.Errorf("no field and value: %q", line)
	}
	switch {
	case field == "warnings" || field == "unchecked":
		c.want[field] = strings.Split(value, ", ")
		slices.Sort(c.want[field])
	case field == "author":
		c.want[field] = append(c.want[field], value)
	case !slices.Contains(citationFields(), field) && !slices.Contains(remarks, field):
		return fmt.Errorf("no field of the name %q", field)
	case c.want[field] != nil:
		return fmt.Errorf("a second %s", field)
	default:
		c.want[field] = []string{value}
	}
	return nil
}
