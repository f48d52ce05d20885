package lookup_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/warning"
)

// The answers are made up, in the services' shapes; package source tests their
// oddities.
const (
	crossrefWork    = `{"status":"ok","message":{"type":"book-chapter","title":["Deep sea <i>fishes</i>"],"container-title":["Handbook of marine life"],"author":[{"family":"Ruiz"}],"page":"10-20","ISBN":["9780306406157"],"issued":{"date-parts":[[2015]]},"DOI":"10.5555/x"}}`
	dataciteWork    = `{"data":{"attributes":{"doi":"10.5555/x","titles":[{"title":"A thesis"}],"creators":[{"name":"Lee, Kim"}],"publicationYear":2019,"types":{"resourceTypeGeneral":"Dissertation"}}}}`
	pubmedWork      = `{"result":{"uids":["123"],"123":{"uid":"123","title":"An article.","fulljournalname":"Nature","pubdate":"2001 Feb","authors":[{"name":"Chen L","authtype":"Author"}],"doctype":"citation"}}}`
	openLibraryWork = `{"ISBN:9780306406157":{"title":"Handbook of marine life","authors":[{"name":"Edna Editor"}],"publishers":[{"name":"Springer"}],"publish_date":"2015"}}`
	googleBooksWork = `{"items":[{"volumeInfo":{"title":"Handbook of marine life","publisher":"Google's Springer","industryIdentifiers":[{"type":"ISBN_13","identifier":"9780306406157"}]}}]}`
)

var (
	byDOI  = citation.Citation{Type: citation.Document, DOI: "10.5555/x"}
	byPMID = citation.Citation{Type: citation.Document, PMID: "123"}
	byISBN = citation.Citation{Type: citation.Book, ISBN: "9780306406157"}
)

func TestFillFromEachSource(t *testing.T) {
	for _, tt := range []struct {
		source, body, name, title string
		link                      citation.Citation
	}{
		{"crossref", crossrefWork, "Crossref", "Deep sea fishes", byDOI},
		{"datacite", dataciteWork, "DataCite", "A thesis", byDOI},
		{"pubmed", pubmedWork, "PubMed", "An article", byPMID},
		{"openlibrary", openLibraryWork, "Open Library", "Handbook of marine life", byISBN},
		{"googlebooks", googleBooksWork, "Google Books", "Handbook of marine life", byISBN},
	} {
		t.Run(tt.source, func(t *testing.T) {
			observed := newCounter()
			s := startServices(t, map[string]http.HandlerFunc{tt.source: says(tt.body)}).lookup(t, func(c *lookup.Config) { c.Observer = observed })
			got := s.Fill(t.Context(), tt.link, true, false)
			if got.Citation.Title != tt.title || got.Filled["title"] != tt.name {
				t.Errorf("title %q from %q", got.Citation.Title, got.Filled["title"])
			}
			if got.Warnings != nil {
				t.Errorf("warnings %v", got.Warnings)
			}
			if n := observed.count(tt.name + " found"); n != 1 {
				t.Errorf("observed %d times", n)
			}
		})
	}
}

func TestFillPrefersTheBestAnswer(t *testing.T) {
	for _, tt := range []struct {
		name     string
		link     citation.Citation
		answers  map[string]http.HandlerFunc
		filled   record.Filled
		warnings warning.List
	}{
		{
			name:    "a DOI before an ISBN",
			link:    citation.Citation{Type: citation.Chapter, Title: "Deep sea fishes", DOI: "10.5555/x", ISBN: "9780306406157"},
			answers: map[string]http.HandlerFunc{"crossref": says(crossrefWork), "openlibrary": says(openLibraryWork)},
			filled:  record.Filled{"container-title": "Crossref", "author": "Crossref", "page": "Crossref", "issued": "Crossref"},
		},
		{
			name:     "an ISBN when nobody knows the DOI",
			link:     citation.Citation{Type: citation.Chapter, Title: "Deep sea fishes", DOI: "10.5555/x", ISBN: "9780306406157"},
			answers:  map[string]http.HandlerFunc{"openlibrary": says(openLibraryWork)},
			filled:   record.Filled{"container-title": "Open Library", "publisher": "Open Library", "issued": "Open Library"},
			warnings: warning.List{{Code: warning.LookupUnknown, Field: "DOI", Detail: "10.5555/x"}},
		},
		{
			name:     "an ISBN when the DOI is another item's",
			link:     citation.Citation{Type: citation.Book, Title: "Handbook of marine life", DOI: "10.5555/x", ISBN: "9780306406157"},
			answers:  map[string]http.HandlerFunc{"datacite": says(dataciteWork), "openlibrary": says(openLibraryWork)},
			filled:   record.Filled{"author": "Open Library", "publisher": "Open Library", "issued": "Open Library"},
			warnings: warning.List{{Code: warning.LookupDistrusted, Field: "title", Detail: "A thesis"}},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := startServices(t, tt.answers).lookup(t).Fill(t.Context(), tt.link, false, false)
			if diff := cmp.Diff(tt.filled, got.Filled); diff != "" {
				t.Errorf("filled (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.warnings, got.Warnings); diff != "" {
				t.Errorf("warnings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFillAsksOnlyConfiguredSources(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{"openlibrary": says(openLibraryWork)})
	s := services.lookup(t, func(c *lookup.Config) { c.Sources = c.Sources[3:4] })
	if got := s.Fill(t.Context(), byDOI, true, false); services.queried() != 0 || got.Warnings != nil {
		t.Errorf("a DOI was asked about %d times, warnings %v", services.queried(), got.Warnings)
	}
	if got := s.Fill(t.Context(), byISBN, true, false); got.Citation.Title == "" {
		t.Error("an ISBN was not")
	}
}

func TestFillFirstGoodAnswerWins(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{"openlibrary": nil, "googlebooks": says(googleBooksWork)})
	services.set("openlibrary", services.hang)
	s := services.lookup(t, func(c *lookup.Config) { c.Budget = time.Hour }) // nobody waits for the one that hangs
	if got := s.Fill(t.Context(), byISBN, true, false); got.Filled["publisher"] != "Google Books" {
		t.Errorf("filled %v", got.Filled)
	}
}

func TestNothingToAsk(t *testing.T) {
	services := startServices(t, nil)
	s := services.lookup(t)
	for name, c := range map[string]citation.Citation{
		"no identifier": {Type: citation.Book, Title: "Quiet", ISSN: "0028-0836"},
		"nothing":       {},
	} {
		if s.Needed(&c, true, false) {
			t.Errorf("%s: a lookup is needed", name)
		}
		if diff := cmp.Diff(lookup.Filling{Citation: c}, s.Fill(t.Context(), c, true, false)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if s.Needed(&byDOI, false, false) || !s.Needed(&byDOI, true, false) {
		t.Error("a lookup is needed when something is missing, and only then")
	}
	if n := services.queried(); n != 0 {
		t.Errorf("%d requests", n)
	}
}

func TestNoService(t *testing.T) {
	var s *lookup.Service
	if s.Needed(&byDOI, true, false) {
		t.Error("a lookup is needed")
	}
	if diff := cmp.Diff(lookup.Filling{Citation: byDOI}, s.Fill(t.Context(), byDOI, true, false)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// TestRequestsHoldNoPatronData: whatever the citation says, a request holds the
// identifier and the contact.
func TestRequestsHoldNoPatronData(t *testing.T) {
	services := startServices(t, nil)
	link := citation.Citation{Type: citation.Chapter, Title: "A secret title", Author: []citation.Name{{Family: "Secret"}}, DOI: "10.5555/x", PMID: "123", ISBN: "9780306406157"}
	services.lookup(t).Fill(t.Context(), link, true, false)
	want := map[string]url.Values{
		"/crossref/works/10.5555%2Fx": {"mailto": {"ill@example.edu"}},
		"/datacite/dois/10.5555%2Fx":  {"mailto": {"ill@example.edu"}},
		"/pubmed/esummary.fcgi":       {"db": {"pubmed"}, "id": {"123"}, "retmode": {"json"}, "version": {"2.0"}, "tool": {"lendlink"}, "email": {"ill@example.edu"}},
		"/openlibrary/api/books":      {"bibkeys": {"ISBN:9780306406157"}, "format": {"json"}, "jscmd": {"data"}},
		"/googlebooks/volumes":        {"q": {"isbn:9780306406157"}, "country": {"US"}, "maxResults": {"5"}},
	}
	got := map[string]url.Values{}
	header := http.Header{"User-Agent": {"Lendlink/1.2.3 (mailto:ill@example.edu)"}, "Accept": {"application/json"}, "Accept-Encoding": {"gzip"}}
	for _, r := range services.requests {
		got[r.URL.EscapedPath()] = r.URL.Query()
		if diff := cmp.Diff(header, r.Header); diff != "" {
			t.Errorf("header (-want +got):\n%s", diff)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}
}
