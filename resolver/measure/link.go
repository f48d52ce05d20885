// Package measure counts how many labelled links are read right: so that a change, or a
// library's own links, can be judged by numbers.
//
// It imports resolver.
package measure

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"lendlink/resolver"
)

// Link is a link with the answer that it should have.
type Link struct {
	ID         string         `json:"id"`
	Kind       string         `json:"kind"`
	Query      string         `json:"query"`
	Expect     map[string]any `json:"expect"` // CSL-JSON; {"any": […]} where more than one reading is right, null for none
	Absent     []string       `json:"absent"` // fields that must be absent; "custom.OCLC" is one within custom
	Confidence string         `json:"confidence"`
	Action     string         `json:"action"` // "confirm" is for any page before the form
	Keep       [][]string     `json:"keep"`   // of each group one word is in the citation or the form's address
}

// longestLine is how long a labelled link may be.
const longestLine = 1 << 20

// ReadLinks reads labelled links, one JSON object a line. Name is the file's, for errors.
func ReadLinks(name string, r io.Reader) ([]Link, error) {
	var links []Link
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	n := 1
	for ; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var l Link
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s:%d: this line is not a JSON object with query and expect", name, n)
		}
		if l.Query == "" || l.Expect == nil {
			return nil, fmt.Errorf("%s:%d: a labelled link needs query and expect", name, n)
		}
		links = append(links, l)
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("%s:%d: this line is longer than %d bytes", name, n, longestLine)
	case err != nil:
		return nil, err
	case len(links) == 0:
		return nil, fmt.Errorf("%s: there is no labelled link in it", name)
	}
	return links, nil
}

// Difference is a field that was not read as the label says.
type Difference struct {
	Field     string
	Got, Want any
}

func (d Difference) String() string {
	return fmt.Sprintf("%s: got %s, want %s", d.Field, shown(d.Got), shown(d.Want))
}

// shown returns a value as JSON; nothing is a dash.
func shown(v any) string {
	if v == nil {
		return "-"
	}
	var b strings.Builder
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if err := out.Encode(v); err != nil {
		return fmt.Sprint(v)
	}
	return strings.TrimSpace(b.String())
}

// check is one thing that a label says, and whether it was read so.
type check struct {
	Difference
	right bool
}

// Differences returns what differs from the label in the resolution of the link.
func (l *Link) Differences(r *resolver.Resolution) []Difference {
	var found []Difference
	for _, c := range l.checks(r) {
		if !c.right {
			found = append(found, c.Difference)
		}
	}
	return found
}

func (l *Link) checks(r *resolver.Resolution) []check {
	got := citationOf(r)
	var all []check
	note := func(field string, got, want any, right bool) {
		all = append(all, check{Difference{field, got, want}, right})
	}
	each(l.Expect, func(field string, want any) {
		value := valueOf(got, field)
		note(field, value, want, matches(field, want, value))
	})
	for _, field := range l.Absent {
		value := valueOf(got, field)
		note(field, value, nil, value == nil)
	}
	if l.Confidence != "" {
		note("confidence", r.Confidence, l.Confidence, l.Confidence == string(r.Confidence))
	}
	if l.Action != "" {
		asks := l.Action == string(resolver.Confirm) && r.Action == resolver.Ask
		note("action", r.Action, l.Action, asks || l.Action == string(r.Action))
	}
	text, _ := json.Marshal(r.Citation) // plain data
	sent, _ := url.QueryUnescape(r.Location)
	whole := strings.ToLower(string(text) + " " + sent)
	for _, words := range l.Keep {
		kept := slices.ContainsFunc(words, func(w string) bool { return strings.Contains(whole, strings.ToLower(w)) })
		note("keep", nil, words, kept)
	}
	return all
}

// each calls do with the fields of a label in their order, those within custom with their prefix.
func each(expect map[string]any, do func(field string, want any)) {
	for _, field := range slices.Sorted(keysOf(expect)) {
		inner, ok := expect[field].(map[string]any)
		if field != "custom" || !ok {
			do(field, expect[field])
			continue
		}
		for _, name := range slices.Sorted(keysOf(inner)) {
			do("custom."+name, inner[name])
		}
	}
}
