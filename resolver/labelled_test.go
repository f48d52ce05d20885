package resolver_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/library"

	"github.com/google/go-cmp/cmp"
)

// labelledLink is a link of testdata/links-2.jsonl: one of a kind of fault, or of its
// neighbours, which must not change.
type labelledLink struct {
	ID, Kind, Query    string
	Expect             map[string]any // CSL-JSON; {"any": […]} where more than one reading is right
	Absent             []string
	Confidence, Action string
	Keep               [][]string // of each group one word is in the citation or the form's address
}

func labelledLinks(t testing.TB) []labelledLink {
	t.Helper()
	f, err := os.Open("testdata/links-2.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var links []labelledLink
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var l labelledLink
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		links = append(links, l)
	}
	return links
}

func TestLabelledLinks(t *testing.T) {
	lib := library.Demo().Find("demo")
	for _, l := range labelledLinks(t) {
		t.Run(l.Kind+"/"+l.ID, func(t *testing.T) {
			for _, w := range l.wrong(t, resolver.Resolve(lib, l.Query, year)) {
				t.Error(w)
			}
		})
	}
}

// wrong returns what differs from the label.
func (l labelledLink) wrong(t testing.TB, r *resolver.Resolution) []string {
	got := asJSON(t, r.Citation)
	custom, _ := got["custom"].(map[string]any)
	field := func(name string) any {
		if inner, ok := strings.CutPrefix(name, "custom."); ok {
			return custom[inner]
		}
		return got[name]
	}
	var wrong []string
	note := func(ok bool, format string, args ...any) {
		if !ok {
			wrong = append(wrong, fmt.Sprintf(format, args...))
		}
	}
	for name, want := range l.Expect {
		note(equal(name, want, field(name)), "%s: got %v, want %v", name, field(name), want)
	}
	for _, name := range l.Absent {
		note(field(name) == nil, "%s: got %v, want nothing", name, field(name))
	}
	note(l.Confidence == "" || l.Confidence == string(r.Confidence), "confidence: got %s", r.Confidence)
	asks := l.Action == string(resolver.Confirm) && r.Action == resolver.Ask
	note(l.Action == "" || asks || l.Action == string(r.Action), "action: got %s, want %s", r.Action, l.Action)
	text, _ := json.Marshal(r.Citation)
	sent, _ := url.QueryUnescape(r.Location)
	whole := strings.ToLower(string(text) + " " + sent)
	for _, words := range l.Keep {
		kept := slices.ContainsFunc(words, func(w string) bool { return strings.Contains(whole, strings.ToLower(w)) })
		note(kept, "lost: %v", words)
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
