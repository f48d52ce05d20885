package resolver_test

import (
	"slices"
	"testing"

	"lendlink/resolver"
)

// What staff read about each pair must be what it became in the end.
func TestKeyReports(t *testing.T) {
	for _, tc := range []struct{ name, query, key, status string }{
		{"a value that gave a field", "genre=book&title=Kelp", "title", "used: title"},
		{"a series' ISSN is dropped again", "genre=book&title=Kelp&isbn=9780306406157&issn=0028-0836", "issn", "superseded"},
		{"an ISSN that stays", "genre=journal&title=Kelp&issn=0028-0836", "issn", "used: ISSN"},
		{"the school comes before who reproduces the thesis", "genre=dissertation&title=Kelp&pub=ProQuest&inst=Fen+University", "pub", "superseded"},
		{"the school", "genre=dissertation&title=Kelp&pub=ProQuest&inst=Fen+University", "inst", "used: publisher"},
		{"a degree tells the type", "title=Kelp&rft.degree=PhD&aulast=Lund", "rft.degree", "used: type"},
		{"a source", "title=Kelp&sid=EBSCO:MLA", "sid", "used: source"},
		{"nothing in it", "title=Kelp&volume=", "volume", "empty"},
		{"who asks", "title=Kelp&req_id=p4711", "req_id", "personal"},
		{"a sender's own key", "title=Kelp&shelf=4", "shelf", "other"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			steps := resolver.Resolve(tipasa(), tc.query, year).KeyReports()
			i := slices.IndexFunc(steps, func(s resolver.KeyReport) bool { return s.Key == tc.key })
			if i < 0 {
				t.Fatalf("no step for %q", tc.key)
			}
			got := string(steps[i].Status)
			for j, d := range steps[i].Fields {
				got += []string{": ", ", "}[min(j, 1)] + d.Name
			}
			if got != tc.status {
				t.Errorf("%s is %q, want %q", tc.key, got, tc.status)
			}
		})
	}
}
