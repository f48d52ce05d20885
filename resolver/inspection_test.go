package resolver_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver"
)

var update = flag.Bool("update", false, "write what staff read of links into testdata")

// TestInspections runs the cases in testdata/inspections.txt. A case is its name after "==", a link, and
// after "--" what staff read of it: why it goes where it goes, each pair with what became of it, and each
// cause of a warning with its places.
func TestInspections(t *testing.T) {
	const file = "testdata/inspections.txt"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, cases, _ := strings.Cut(string(text), "== ")
	written := head
	for c := range strings.SplitSeq(cases, "\n== ") {
		name, rest, _ := strings.Cut(c, "\n")
		link, want, _ := strings.Cut(rest, "\n--")
		got := inspection(resolver.Resolve(tipasa(), strings.ReplaceAll(link, "\n", ""), year))
		written += "== " + name + "\n" + strings.TrimSpace(link) + "\n--\n" + got + "\n"
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(strings.Split(strings.TrimSpace(want), "\n"), strings.Split(strings.TrimSpace(got), "\n")); diff != "" && !*update {
				t.Errorf("%s (-want +got)\n%s", file, diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.TrimSpace(written)+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// inspection writes what staff read of a link.
func inspection(r *resolver.Resolution) string {
	var b strings.Builder
	fmt.Fprintln(&b, r.Sentence())
	for _, k := range r.KeyReports() {
		became := k.Outcome()
		for i, f := range k.Fields {
			became += []string{": ", ", "}[min(i, 1)] + f.Name + " " + f.Value
		}
		fmt.Fprintf(&b, "%s = %s -> %s\n", k.Key, k.Value, became)
		if k.Raw != "" {
			fmt.Fprintf(&b, "    sent as %s\n", k.Raw)
		}
		for _, w := range k.Warnings {
			fmt.Fprintf(&b, "    %s\n", w.Code)
		}
	}
	for _, cause := range r.Causes() {
		fmt.Fprintf(&b, "! %s\n", cause.Code)
		for _, p := range cause.Places {
			fmt.Fprintf(&b, "    %s: %s", p.Key, p.Before)
			if p.After != "" {
				fmt.Fprintf(&b, " -> %s", p.After)
			}
			fmt.Fprintln(&b)
		}
	}
	return b.String()
}
