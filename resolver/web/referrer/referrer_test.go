package referrer

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, tc := range []struct{ name, source, want string }{
		{"no source", "", "none"},
		{"Primo with a database of its own", "primo.exlibrisgroup.com:primo3-Article-tayfranc", "primo"},
		{"Primo with a source after it", "primo.exlibrisgroup.com-crossref", "primo"},
		{"a database after its host", "EBSCO:MLA International Bibliography", "ebsco"},
		{"an old name", "FirstSearch:WorldCat", "worldcat"},
		{"a name in short", "ProQ:ProQ:eric", "proquest"},
		{"a host name", "webofscience.com:WOS:WOS", "clarivate"},
		{"a word in the middle", "www.muse.jhu.edu", "muse"},
		{"a number after the name", "zotero2", "zotero"},
		{"a longer word that begins alike", "wileyfox", "other"},
		{"a word longer than any in the list", strings.Repeat("primo", 20), "other"},
		{"a word after a long one", strings.Repeat("x", 200) + ":JSTOR", "jstor"},
		{"no words", ":::", "other"},
		{"no ASCII", "図書館", "other"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := Of(tc.source).String(); got != tc.want {
				t.Errorf("Of(%q) = %s, want %s", tc.source, got, tc.want)
			}
		})
	}
}

func TestFamiliesAreDistinct(t *testing.T) {
	names, words := map[string]bool{}, map[string]bool{}
	for _, f := range families {
		if f.name == "" || f.label == "" || names[f.name] {
			t.Errorf("name %q, label %q: one is missing, or the name is taken", f.name, f.label)
		}
		names[f.name] = true
		for _, w := range f.words {
			if words[w] || len(w) > longestWord {
				t.Errorf("%s: word %q stands twice, or is too long", f.name, w)
			}
			words[w] = true
		}
	}
}

func TestOfAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Of("primo.exlibrisgroup.com-Alma") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
