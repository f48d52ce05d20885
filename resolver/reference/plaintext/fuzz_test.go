package plaintext_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"lendlink/resolver/citation"
	"lendlink/resolver/reference/plaintext"
)

// FuzzParse holds that what is read is valid text, clean already, the same each time,
// and no longer than what was pasted.
func FuzzParse(f *testing.F) {
	text, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range strings.Split(string(text), "\n== ")[1:] {
		_, rest, _ := strings.Cut(c, "\n")
		reference, _ := splitCase(rest)
		f.Add(reference)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := plaintext.Parse(text, year)
		if !ok {
			return
		}
		again, _ := plaintext.Parse(text, year)
		first, second := marshal(t, got), marshal(t, again)
		if first != second {
			t.Fatalf("%q gives %s, then %s", text, first, second)
		}
		if !utf8.ValidString(first) {
			t.Errorf("%q gives text that is not valid", text)
		}
		if len(got.Citation.Title) > 3*len(text) {
			t.Errorf("%q gives a longer title: %q", text, got.Citation.Title)
		}
		clean := got.Citation
		citation.Clean(&clean, year)
		if clean.Volume != got.Citation.Volume || clean.Page != got.Citation.Page || clean.DOI != got.Citation.DOI {
			t.Errorf("%q gives what is not clean: %+v", text, got.Citation)
		}
	})
}

func marshal(t *testing.T, v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
