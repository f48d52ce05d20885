package resolver_test

import (
	"slices"
	"testing"

	"lendlink/resolver"
)

// What staff read about each pair must be what it became in the end.
func TestKeyReports(t *testing.T) {
	const translated = "sid=primo.exlibrisgroup.com&genre=book&title=Harbors&aulast=An&aufirst=Mei&au=Anders,+Tom,+1950-"
	const oneNamed = "sid=FirstSearch:WorldCat&genre=book&title=Poetics&aulast=Aristotle&aufirst=Malcolm"
	for _, tc := range []struct{ name, query, key, status string }{
		{"a value that gave a field", "genre=book&title=Kelp", "title", "used: title"},
		{"a series' ISSN is dropped again", "genre=book&title=Kelp&isbn=9780306406157&issn=0028-0836", "issn", "not-of-type"},
		{"an ISSN that stays", "genre=journal&title=Kelp&issn=0028-0836", "issn", "used: ISSN"},
		{"the school comes before who reproduces the thesis", "genre=dissertation&title=Kelp&pub=ProQuest&inst=Fen+University", "pub", "superseded"},
		{"the school", "genre=dissertation&title=Kelp&pub=ProQuest&inst=Fen+University", "inst", "used: publisher"},
		{"a degree tells the type", "title=Kelp&rft.degree=PhD&aulast=Lund", "rft.degree", "used: type"},
		{"a translator in the author's place", translated, "aulast", "superseded"},
		{"the author next to a translator", translated, "au", "used: author"},
		{"the number next to a translator", translated + "&isbn=9780306406157", "isbn", "used: ISBN"},
		{"the number of an organisation's book", "genre=book&title=Harbors&aulast=Nations&aufirst=United&au=United+Nations&isbn=9780306406157", "isbn", "used: ISBN"},
		{"an organisation's name in parts", "genre=book&title=Harbors&aulast=Nations&aufirst=United&au=United+Nations", "aulast", "superseded"},
		{"an address that gives a number", "genre=article&atitle=Kelp&title=Reefs&rft_id=https://europepmc.org/article/med/28423456", "rft_id", "used: PMID"},
		{"an address that gives a DOI", "genre=article&atitle=Kelp&title=Reefs&rft_id=https://www.jstor.org/stable/2709692", "rft_id", "used: DOI"},
		{"a place next to its publisher", "genre=book&title=Kelp&place=London:+Faber", "place", "used: publisher-place, publisher"},
		{"a title next to a place and its publisher", "genre=book&title=Kelp&place=London:+Faber", "title", "used: title"},
		{"the one title of a whole", "genre=report&title=Kelp&au=Lund", "title", "used: title"},
		{"the author next to it", "genre=report&title=Kelp&au=Lund", "au", "used: author"},
		{"pages that are none", "genre=article&atitle=Kelp&title=Reefs&pages=none", "pages", "unused"},
		{"the second of two titles", "genre=book&title=Kelp&stitle=Kelp+%2F&au=Lund", "stitle", "superseded"},
		{"pages of a whole book", "genre=book&title=Kelp&pages=1-400", "pages", "not-of-type"},
		{"a name that is nobody's", "genre=book&title=Kelp&au=ANONYMOUS", "au", "unused"},
		{"the month in the issue's place", "genre=article&atitle=Kelp&jtitle=Reefs&volume=3&date=1989-12&issue=Dec+89", "issue", "unused"},
		{"the month in the issue's place beside the season", "genre=article&atitle=Kelp&jtitle=Reefs&date=1989-12&issue=Dec+89&ssn=winter", "issue",
			"superseded"},
		{"half a name, the family name first", "sid=CAS:MEDLINE&genre=article&atitle=Kelp&title=Reefs&au=Tanaka+Yumi&aulast=Yumi&aufirst=Tanaka",
			"aulast", "used: author"},
		{"a given name of another person", oneNamed, "aufirst", "superseded"},
		{"a name beside another's given name", oneNamed, "aulast", "used: author"},
		{"the title beside another's given name", oneNamed, "title", "used: title"},
		{"a name that goes on under another key", "genre=book&title=Kelp&aulast=Lund&au=Lund,+Ida", "aulast", "used: author"},
		{"a family name again, next to a name in parts", "genre=book&title=Kelp&aulast=Lund&aufirst=Ida&au=Lund", "au", "used: author"},
		{"an invalid number", "genre=journal&title=Kelp&issn=0028-0837", "issn", "unused"},
		{"a number that is none, of a field for every type", "genre=book&title=Kelp&bibcode=none1", "bibcode", "unused"},
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

// What became of a pair that is in no field is said in words, and what may be personal is not shown.
func TestOutcomes(t *testing.T) {
	const link = "genre=book&title=Kelp&stitle=Kelp+%2F&au=Lund&issn=0028-0837&pages=1-400&shelf=4&volume=&req_id=p4711&isbn=0306406158&isbn=0306406157"
	want := map[string]string{
		"title": "used", "stitle": "not used: another value was taken", "issn": "left out", "pages": "not used: this type of item has no such field",
		"shelf": "ignored: not about the item", "volume": "ignored: empty", "req_id": "removed: may be personal",
	}
	for _, report := range resolver.Resolve(tipasa(), link, year).KeyReports() {
		if outcome, ok := want[report.Key]; ok && report.Outcome() != outcome {
			t.Errorf("%s is %q, want %q", report.Key, report.Outcome(), outcome)
		}
		if report.Status == resolver.Personal && report.Value+report.Raw != "" {
			t.Errorf("%s shows %q", report.Key, report.Value)
		}
	}
}

// The first of several numbers that are not valid is shown.
func TestFirstBadNumber(t *testing.T) {
	for _, w := range resolver.Resolve(tipasa(), "genre=book&title=Kelp&isbn=0306406158&isbn=0306406159", year).Warnings {
		if w.Detail != "0306406158" {
			t.Errorf("the warning is about %q", w.Detail)
		}
	}
}

// A warning is shown at the pair that it is about, not at another under the same key.
func TestWarningsOfRepeatedKeys(t *testing.T) {
	const link = "genre=book&au=Lund&title=Z%C3%83%C2%BCrich&title=Kelp&issn=0028-0837&issn=0028-0836"
	want := map[string]string{"Zürich": "encoding-repaired", "Kelp": "", "0028-0837": "issn-invalid", "0028-0836": ""}
	for _, report := range resolver.Resolve(tipasa(), link, year).KeyReports() {
		code, ok := want[report.Value]
		got := ""
		for _, w := range report.Warnings {
			got += string(w.Code)
		}
		if ok && got != code {
			t.Errorf("%s has the warning %q, want %q", report.Value, got, code)
		}
	}
}
