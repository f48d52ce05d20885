package resolver_test

import (
	"slices"
	"testing"

	"lendlink/resolver"
)

// What staff read about each pair must be what it became in the end.
func TestKeyReports(t *testing.T) {
	const translated = "sid=primo.exlibrisgroup.com&genre=book&title=Harbors&aulast=An&aufirst=Mei&au=Anders,+Tom,+1950-"
	for _, tc := range []struct{ name, query, key, status string }{
		{"a value that gave a field", "genre=book&title=Kelp", "title", "used: title"},
		{"a series' ISSN is dropped again", "genre=book&title=Kelp&isbn=9780306406157&issn=0028-0836", "issn", "superseded"},
		{"an ISSN that stays", "genre=journal&title=Kelp&issn=0028-0836", "issn", "used: ISSN"},
		{"the school comes before who reproduces the thesis", "genre=dissertation&title=Kelp&pub=ProQuest&inst=Fen+University", "pub", "superseded"},
		{"the school", "genre=dissertation&title=Kelp&pub=ProQuest&inst=Fen+University", "inst", "used: publisher"},
		{"a degree tells the type", "title=Kelp&rft.degree=PhD&aulast=Lund", "rft.degree", "used: type"},
		{"a translator in the author's place", translated, "aulast", "superseded"},
		{"the author beside a translator", translated, "au", "used: author"},
		{"a source", "title=Kelp&sid=EBSCO:MLA", "sid", "used: source"},
		{"nothing in it", "title=Kelp&volume=", "volume", "empty"},
		{"who asks", "title=Kelp&req_id=p4711", "req_id", "personal"},
		{"a sender's own key", "title=Kelp&shelf=4", "shelf", "other"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			reports := resolver.Resolve(tipasa(), tc.query, year).KeyReports()
			i := slices.IndexFunc(reports, func(s resolver.KeyReport) bool { return s.Key == tc.key })
			if i < 0 {
				t.Fatalf("no report of %q", tc.key)
			}
			got := string(reports[i].Status)
			for j, d := range reports[i].Fields {
				got += []string{": ", ", "}[min(j, 1)] + d.Name
			}
			if got != tc.status {
				t.Errorf("%s is %q, want %q", tc.key, got, tc.status)
			}
		})
	}
}
