package source_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/source"
)

// TestSearch: the search finds something for whatever it is asked. It is believed where
// title, year and first author are the reference's.
func TestSearch(t *testing.T) {
	reference := source.Question{Scheme: source.Search, Value: "Towage in narrow waters", Family: "Ruiz", Year: 2019}
	with := func(change func(*source.Question)) source.Question {
		q := reference
		change(&q)
		return q
	}
	for _, tt := range []struct {
		name     string
		question source.Question
		found    bool
	}{
		{"all three", reference, true},
		{"printed the year after", with(func(q *source.Question) { q.Year = 2020 }), true},
		{"an accent less", with(func(q *source.Question) { q.Family = "Ruíz" }), true},
		{"a double name", with(func(q *source.Question) { q.Family = "Ruiz-Ortega" }), true},
		{"another title", with(func(q *source.Question) { q.Value = "Anchorage on open coasts" }), false},
		{"another year", with(func(q *source.Question) { q.Year = 2016 }), false},
		{"another first author", with(func(q *source.Question) { q.Family = "Lee" }), false},
		{"the journal, abbreviated", with(func(q *source.Question) { q.Type, q.Container = citation.Article, "J. Harb. Stud." }), true},
		{"another journal", with(func(q *source.Question) { q.Type, q.Container = citation.Article, "Nature" }), false},
		{"another volume", with(func(q *source.Question) { q.Volume = "21" }), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := find(t, "crossref", source.Search).Read([]byte(crossrefFound), tt.question, year)
			switch {
			case !tt.found && !errors.Is(err, source.ErrUnknown):
				t.Errorf("%+v, %v; want ErrUnknown", r, err)
			case tt.found && r.Citation.DOI != "10.5555/tug":
				t.Errorf("%+v, %v", r, err)
			}
		})
	}
	base, err := url.Parse("https://api.crossref.org/")
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(find(t, "crossref", source.Search).Address(base, reference, "ill@example.edu"))
	if err != nil {
		t.Fatal(err)
	}
	if got := u.Query(); u.Path != "/works" || got.Get("query.bibliographic") != "Towage in narrow waters Ruiz 2019" || got.Get("mailto") != "ill@example.edu" {
		t.Errorf("asks for %s", u)
	}
}

func TestQuestions(t *testing.T) {
	ruiz := []citation.Name{{Family: "Ruiz"}}
	read := citation.Citation{Type: citation.Chapter, Title: "Towage", Author: ruiz, Issued: citation.Date{Year: 2019}, ISBN: "9780306406157"}
	search := source.Question{Scheme: source.Search, Value: "Towage", Family: "Ruiz", Year: 2019, Type: citation.Chapter}
	by := func(scheme source.Scheme, value string) source.Question {
		return source.Question{Scheme: scheme, Value: value}
	}
	for _, tt := range []struct {
		name     string
		citation citation.Citation
		searched bool
		want     []source.Question
	}{
		{"two for the item, one for the book", citation.Citation{DOI: "10.5555/X", PMID: "1", PMCID: "PMC1", ISBN: "9780306406157", ISSN: "0028-0836"}, true,
			[]source.Question{by(source.DOI, "10.5555/X"), by(source.PMID, "1"), by(source.ISBN, "9780306406157")}},
		{"a PMCID alone", citation.Citation{PMCID: "PMC1"}, false, []source.Question{by(source.PMCID, "PMC1")}},
		{"an arXiv number alone", citation.Citation{Custom: citation.Custom{ArXiv: "1706.03762"}}, false, []source.Question{by(source.ArXiv, "1706.03762")}},
		{"an OCLC number and an LCCN", citation.Citation{Custom: citation.Custom{OCLC: "1", LCCN: "2"}}, false, []source.Question{by(source.OCLC, "1")}},
		{"an LCCN", citation.Citation{Custom: citation.Custom{LCCN: "2"}}, false, []source.Question{by(source.LCCN, "2")}},
		{"the ISSN of a journal without title", citation.Citation{Type: citation.Article, Title: "Towage", ISSN: "0028-0836"}, false,
			[]source.Question{by(source.ISSN, "0028-0836")}},
		{"the ISSN of a journal with its title", citation.Citation{Type: citation.Article, ContainerTitle: "Nature", ISSN: "0028-0836"}, false, nil},
		{"what was read of a reference", read, true, []source.Question{search, by(source.ISBN, "9780306406157")}},
		{"the same of a link", read, false, []source.Question{by(source.ISBN, "9780306406157")}},
		{"a reference without a year", citation.Citation{Title: "Towage", Author: ruiz}, true, nil},
		{"a reference without an author", citation.Citation{Title: "Towage", Issued: citation.Date{Year: 2019}}, true, nil},
		{"a DOI of 400 letters", citation.Citation{Title: "Quiet", DOI: "10.5555/" + strings.Repeat("x", 400)}, true, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, source.Questions(&tt.citation, tt.searched)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
	for want, q := range map[string]source.Question{"doi:10.5555/x": by(source.DOI, "10.5555/X"), "search:towage|ruiz|2019||chapter|||": search} {
		if got := q.Key(); got != want {
			t.Errorf("key %q, want %q", got, want)
		}
	}
}
