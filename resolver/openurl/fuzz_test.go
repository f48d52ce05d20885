package openurl_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lendlink/resolver/interpret/readable"
	"lendlink/resolver/openurl"
)

// seeds adds the links of the readable cases.
func seeds(f *testing.F) {
	links, err := readable.Links("../interpret/testdata/cases")
	if err != nil {
		f.Fatal(err)
	}
	for _, link := range links {
		f.Add(link)
	}
}

// FuzzParse: what is kept of a link, written down again, reads back the same;
// and it is text.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, query string) {
		co := openurl.Parse(query)
		for _, p := range co.Pairs {
			if !utf8.ValidString(p.Value) {
				t.Errorf("value of %q is no UTF-8: %q", p.Key, p.Value)
			}
			if p.Personal && (p.Value != "" || p.Raw != "") {
				t.Errorf("personal value of %q was kept: %q", p.Key, p.Value)
			}
		}
		clean := co.Query()
		if again := openurl.Parse(clean).Query(); again != clean {
			t.Errorf("link  %q\nkept  %q\nagain %q", query, clean, again)
		}
	})
}

// FuzzXML: whatever is in a ContextObject by value, its pairs read back from
// a clean query; and no element outside the referent becomes the item's.
func FuzzXML(f *testing.F) {
	f.Add(chapterXML)
	f.Add(strings.ReplaceAll(chapterXML, "ctx:", ""))
	f.Add(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><context-object><referent><metadata-by-val><metadata><book><btitle>&b;</btitle></book></metadata></metadata-by-val></referent></context-object>`)
	f.Fuzz(func(t *testing.T, document string) {
		query := openurl.Join("", "application/xml", []byte(document))
		clean := openurl.Parse(query).Query()
		if again := openurl.Parse(clean).Query(); again != clean {
			t.Errorf("document %q\nkept  %q\nagain %q", document, clean, again)
		}
	})
}
