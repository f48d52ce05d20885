package resolver_test

import (
	"os"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/measure"
)

// TestLabelledLinks: links of each kind of fault, and their neighbours, which must not change;
// and links of all kinds of sources, labelled before they were read.
func TestLabelledLinks(t *testing.T) {
	lib := library.Demo().Find("demo")
	for _, name := range [...]string{"testdata/links-2.jsonl", "testdata/links-3.jsonl", "testdata/links-4.jsonl"} {
		links := labelledLinks(t, name)
		for i := range links {
			l := &links[i]
			t.Run(l.Kind+"/"+l.ID, func(t *testing.T) {
				for _, d := range l.Differences(resolver.Resolve(lib, l.Query, year)) {
					t.Error(d)
				}
			})
		}
	}
}

func labelledLinks(t *testing.T, name string) []measure.Link {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	links, err := measure.ReadLinks(name, f)
	if err != nil {
		t.Fatal(err)
	}
	return links
}
