package library_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup/source"
)

func TestParseReadsOpenAccess(t *testing.T) {
	for _, tt := range []struct {
		name, yaml string
		want       *source.FreeSettings
	}{
		{"nobody is asked unless settings say so", "log_links: false", nil},
		{"names", "open_access: {sources: [unpaywall, doab], contact: ill@univ.edu}", &source.FreeSettings{
			Sources: []source.Endpoint{{Name: "unpaywall"}, {Name: "doab"}}, Contact: "ill@univ.edu",
		}},
		{"a key from the environment", `open_access: {sources: {openalex: "https://api.openalex.org/?api_key=${KEY}"}}`, &source.FreeSettings{
			Sources: []source.Endpoint{{Name: "openalex", Address: "https://api.openalex.org/?api_key=secret"}},
		}},
		{"the look-ups' contact", "open_access: {sources: [unpaywall]}\nlookup: {sources: [crossref], contact: ill@univ.edu}", &source.FreeSettings{
			Sources: []source.Endpoint{{Name: "unpaywall"}}, Contact: "ill@univ.edu",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			env := func(name string) (string, bool) { return "secret", name == "KEY" }
			s, err := library.Parse("x.yaml", []byte(tt.yaml+"\nlibraries: [{code: x, name: X, form: {service: practice}}]"), env)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, s.OpenAccess); diff != "" {
				t.Errorf("differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseReadsWhenCopiesAreShown(t *testing.T) {
	for yaml, want := range map[string]library.FreeCopies{
		"lookup: on":                      {Show: library.ShowOnPage},
		"lookup: off":                     {Show: library.ShowNever},
		"open_access: {}":                 {Show: library.ShowOnPage},
		"open_access: {show: always}":     {Show: library.ShowAlways},
		"open_access: {borrowable: true}": {Show: library.ShowOnPage, Borrowable: true},
		"lookup: off, open_access: {}":    {Show: library.ShowOnPage},
	} {
		got := parse(t, "libraries: [{code: x, name: X, form: {service: practice}, "+yaml+"}]").Find("x").FreeCopies
		if got != want {
			t.Errorf("%s: %+v, want %+v", yaml, got, want)
		}
	}
}

// TestUnpaywallNeedsAnAddress: it refuses every question of those who give none.
func TestUnpaywallNeedsAnAddress(t *testing.T) {
	for yaml, ok := range map[string]bool{
		"open_access: {sources: [unpaywall]}":                                                                false,
		"open_access: {sources: [unpaywall], contact: \"https://univ.edu\"}":                                 false,
		"open_access: {sources: [unpaywall], contact: ill@univ.edu}":                                         true,
		"open_access: {sources: [unpaywall]}\nlookup: {sources: [crossref], contact: ill@univ.edu}":          true,
		"open_access: {sources: [doab, europepmc]}":                                                          true,
		"open_access: {sources: [doab, unpaywall]}\nlookup: {sources: [crossref], contact: \"https://x.y\"}": false,
	} {
		_, err := library.Parse("x.yaml", []byte(yaml+"\nlibraries: [{code: x, name: X, form: {service: practice}}]"), nil)
		var problems library.Problems
		isReported := errors.As(err, &problems) && len(problems) == 1 && strings.Contains(problems[0].Message, "write yours as `contact`")
		if isReported == ok {
			t.Errorf("%s: %v", yaml, err)
		}
	}
}
