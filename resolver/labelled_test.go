package resolver_test

import (
	"os"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/measure"
)

// TestLabelledLinks: links of each kind of fault, and their neighbours, which must not change.
func TestLabelledLinks(t *testing.T) {
	const name = "testdata/links-2.jsonl"
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	links, err := measure.ReadLinks(name, f)
	if err != nil {
		t.Fatal(err)
	}
	lib := library.Demo().Find("demo")
	for i := range links {
		l := &links[i]
		t.Run(l.Kind+"/"+l.ID, func(t *testing.T) {
			for _, d := range l.Differences(resolver.Resolve(lib, l.Query, year)) {
				t.Error(d)
			}
		})
	}
}
