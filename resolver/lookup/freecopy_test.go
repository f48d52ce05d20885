package lookup_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/openaccess"
)

const (
	unpaywallWork = `{"doi":"10.5555/tug","title":"Towage in narrow waters","genre":"journal-article","best_oa_location":{"url":"https://repository.example.edu/tug.pdf","version":"acceptedVersion"}}`
	openAlexWork  = `{"doi":"https://doi.org/10.5555/tug","title":"Towage in narrow waters","type":"article","best_oa_location":{"pdf_url":"https://press.example.org/tug.pdf","version":"publishedVersion"}}`
)

var freeArticle = citation.Citation{Type: citation.Article, Title: "Towage in narrow waters", DOI: "10.5555/tug"}

// free adds the services for free copies, and takes out the others.
func (s *services) free(c *lookup.Config) {
	c.Sources = []source.Endpoint{}
	for _, word := range freeNames {
		c.Free.Sources = append(c.Free.Sources, source.Endpoint{Name: word, Address: s.URL + "/" + word})
	}
}

func TestFreeCopy(t *testing.T) {
	for _, tt := range []struct {
		name    string
		answers func(*services) map[string]http.HandlerFunc
		item    citation.Citation
		url     string
	}{
		{"nobody knows one", func(*services) map[string]http.HandlerFunc { return nil }, freeArticle, ""},
		{"one does", func(*services) map[string]http.HandlerFunc {
			return map[string]http.HandlerFunc{"unpaywall": says(unpaywallWork)}
		}, freeArticle, "https://repository.example.edu/tug.pdf"},
		{"the better of two", func(*services) map[string]http.HandlerFunc {
			return map[string]http.HandlerFunc{"unpaywall": says(unpaywallWork), "openalex": says(openAlexWork)}
		}, freeArticle, "https://press.example.org/tug.pdf"},
		{"the published version, without waiting for others", func(s *services) map[string]http.HandlerFunc {
			return map[string]http.HandlerFunc{"unpaywall": s.hang, "openalex": says(openAlexWork)}
		}, freeArticle, "https://press.example.org/tug.pdf"},
		{"errors of others", func(*services) map[string]http.HandlerFunc {
			return map[string]http.HandlerFunc{"unpaywall": says(unpaywallWork), "openalex": status(500), "europepmc": says("<html>")}
		}, freeArticle, "https://repository.example.edu/tug.pdf"},
		{"of another DOI", func(*services) map[string]http.HandlerFunc {
			return map[string]http.HandlerFunc{"openalex": says(strings.Replace(openAlexWork, "10.5555/tug", "10.5555/other", 1))}
		}, freeArticle, ""},
		{"of another title", func(*services) map[string]http.HandlerFunc {
			return map[string]http.HandlerFunc{"openalex": says(strings.Replace(openAlexWork, "Towage in narrow waters", "Anchorage", 1))}
		}, freeArticle, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			services := startServices(t, nil)
			services.answers = tt.answers(services)
			got, ok := services.lookup(t, services.free).FreeCopy(t.Context(), &tt.item, false)
			if ok != (tt.url != "") || got.URL != tt.url {
				t.Errorf("%+v, %t; want %q", got, ok, tt.url)
			}
		})
	}
}

// TestFreeCopyIsCached: each service is asked once, whatever it says.
func TestFreeCopyIsCached(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{
		"unpaywall": says(unpaywallWork),
		"openalex":  says(strings.Replace(openAlexWork, `"best_oa_location":{`, `"x":{`, 1)), // known, and not free
	})
	s := services.lookup(t, services.free)
	for range 3 {
		if got, ok := s.FreeCopy(t.Context(), &freeArticle, false); !ok || got.Source != "Unpaywall" {
			t.Errorf("%+v, %t", got, ok)
		}
	}
	if n := services.queried(); n != 3 { // unpaywall, openalex, europepmc
		t.Errorf("asked %d times", n)
	}
}

// TestFreeCopyWithinBudget: a service that hangs takes no more than the budget, and what
// another said in time is taken.
func TestFreeCopyWithinBudget(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{"unpaywall": says(unpaywallWork)})
	services.set("openalex", services.hang)
	var got openaccess.Copy
	for budget := 200 * time.Millisecond; got.URL == "" && budget < 10*time.Second; budget *= 2 { // on a busy machine both are slow
		got, _ = services.lookup(t, services.free, func(c *lookup.Config) { c.Budget = budget }).FreeCopy(t.Context(), &freeArticle, false)
	}
	if got.Source != "Unpaywall" {
		t.Errorf("%+v", got)
	}
}

// TestPrefetchedCopy: FreeCopy waits for the answers that Prefetch asked for, and asks no more.
func TestPrefetchedCopy(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{"unpaywall": says(unpaywallWork)})
	s := services.lookup(t, services.free)
	s.Prefetch(t.Context(), &freeArticle)
	if got, ok := s.FreeCopy(t.Context(), &freeArticle, false); !ok || got.Source != "Unpaywall" {
		t.Errorf("%+v, %t", got, ok)
	}
	if n := services.queried(); n != 3 {
		t.Errorf("asked %d times", n)
	}
}

// TestCopiesInSharedCacheAreChecked: they are cleaned and have to be of the item, as
// those of a service.
func TestCopiesInSharedCacheAreChecked(t *testing.T) {
	kept := func(source, doi, title, address string) string {
		return `{"source":"` + source + `","citation":{"type":"article-journal","title":"` + title + `","DOI":"` + doi + `","PMID":"1"},` +
			`"copies":[{"url":"` + address + `","host":"doi.org","version":"<b>","license":"x","source":"Evil","title":"Evil"}]}`
	}
	const title, press = "Towage in narrow waters", "https://press.example.org/tug"
	for _, tt := range []struct {
		name, value string
		shown       bool
	}{
		{"a good record", kept("OpenAlex", "10.5555/tug", title, press), true},
		{"a script", kept("OpenAlex", "10.5555/tug", title, "javascript:alert(1)"), false},
		{"http", kept("OpenAlex", "10.5555/tug", title, "http://press.example.org/tug"), false},
		{"another DOI", kept("OpenAlex", "10.5555/other", title, press), false},
		{"another title", kept("OpenAlex", "10.5555/tug", "Anchorage", press), false},
		{"a made-up source", kept("Evil", "10.5555/tug", title, press), false},
		{"no record", "[]", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			services, address := startServices(t, nil), "redis://"+startCache(t, tt.value)
			var got openaccess.Copy
			ok := whenCacheAnswers(tt.shown, func() bool {
				found := false
				got, found = services.lookup(t, services.free, func(c *lookup.Config) { c.Cache = address }).FreeCopy(t.Context(), &freeArticle, false)
				return found
			})
			if ok != tt.shown {
				t.Fatalf("%+v, %t", got, ok)
			}
			want := openaccess.Copy{URL: press, Host: "press.example.org", Source: "OpenAlex", Title: title}
			if ok && got != want {
				t.Errorf("%+v, want %+v", got, want)
			}
		})
	}
}

func TestNoServicesForCopies(t *testing.T) {
	var none *lookup.Service
	without := startServices(t, nil).lookup(t)
	services := startServices(t, nil)
	with := services.lookup(t, services.free)
	for _, s := range []*lookup.Service{none, without} {
		if _, ok := s.FreeCopy(t.Context(), &freeArticle, true); ok || s.AsksForCopies(&freeArticle) {
			t.Error("there is a copy")
		}
		s.Prefetch(t.Context(), &freeArticle)
	}
	if !with.AsksForCopies(&freeArticle) || with.AsksForCopies(&citation.Citation{Type: citation.Article, Title: "Towage"}) {
		t.Error("asks about what nothing identifies, or not about an article")
	}
	if with.Needed(&freeArticle, true, true) {
		t.Error("services for copies are asked for what a link leaves out")
	}
}

// TestUnpaywallRefusesTheClient: 422 is for our address, not for a DOI that is unknown.
func TestUnpaywallRefusesTheClient(t *testing.T) {
	observed := newCounter()
	services := startServices(t, map[string]http.HandlerFunc{"unpaywall": status(http.StatusUnprocessableEntity)})
	s := services.lookup(t, services.free, func(c *lookup.Config) { c.Observer = observed })
	s.FreeCopy(t.Context(), &freeArticle, false)
	if observed.count("Unpaywall failed") != 1 {
		t.Errorf("%v", observed.outcomes)
	}
}
