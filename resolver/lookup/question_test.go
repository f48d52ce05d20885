package lookup_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup"
	"lendlink/resolver/warning"
)

const (
	europePMCWork = `{"hitCount":1,"resultList":{"result":[{"pmcid":"PMC1","title":"Towage in narrow waters.","pubYear":"2019","journalInfo":{"journal":{"title":"Harbours"}}}]}}`
	arXivWork     = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/1706.03762v5</id><title>Attention to tests</title></entry></feed>`
	journalWork   = `{"message":{"title":"Journal of Harbour Studies","ISSN":["0028-0836"]}}`
	foundWorks    = `{"message":{"items":[{"DOI":"10.5555/tug","type":"journal-article","title":["Towage in narrow waters"],"container-title":["Harbours"],"author":[{"family":"Ruiz"}],"issued":{"date-parts":[[2019]]}}]}}`
)

// reference is what was read of a reference in plain text.
var reference = citation.Citation{
	Type: citation.Article, Title: "Towage in narrow waters", Author: []citation.Name{{Family: "Ruiz"}}, Issued: citation.Date{Year: 2019},
}

func TestFillByEachNumber(t *testing.T) {
	for _, tt := range []struct {
		name, source, body string
		link               citation.Citation
		field, want, from  string
	}{
		{"PMCID", "europepmc", europePMCWork, citation.Citation{Type: citation.Article, PMCID: "PMC1"}, "container-title", "Harbours", "Europe PMC"},
		{"arXiv", "arxiv", arXivWork, citation.Citation{Type: citation.Article, Custom: citation.Custom{ArXiv: "1706.03762"}},
			"title", "Attention to tests", "arXiv"},
		{"OCLC number", "openlibrary", strings.Replace(openLibraryWork, "ISBN:9780306406157", "OCLC:7", 1),
			citation.Citation{Type: citation.Book, Custom: citation.Custom{OCLC: "7"}}, "title", "Handbook of marine life", "Open Library"},
		{"LCCN", "openlibrary", strings.Replace(openLibraryWork, "ISBN:9780306406157", "LCCN:2010053204", 1),
			citation.Citation{Type: citation.Book, Custom: citation.Custom{LCCN: "2010053204"}}, "title", "Handbook of marine life", "Open Library"},
		{"ISSN of an article's journal", "crossref", journalWork, citation.Citation{Type: citation.Article, Title: "Towage", ISSN: "0028-0836"},
			"container-title", "Journal of Harbour Studies", "Crossref"},
		{"ISSN of a journal", "crossref", journalWork, citation.Citation{Type: citation.Periodical, ISSN: "0028-0836"},
			"title", "Journal of Harbour Studies", "Crossref"},
		{"title, author and year", "crossref", foundWorks, reference, "DOI", "10.5555/tug", "Crossref"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := startServices(t, map[string]http.HandlerFunc{tt.source: says(tt.body)}).lookup(t)
			if !s.Needed(&tt.link, true, true) {
				t.Fatal("is not asked about")
			}
			got := s.Fill(t.Context(), tt.link, false, true)
			for i := range citation.Fields {
				if f := &citation.Fields[i]; f.Name == tt.field && (f.Value(&got.Citation) != tt.want || got.Filled[tt.field] != tt.from) {
					t.Errorf("%s is %q from %q; warnings %v", tt.field, f.Value(&got.Citation), got.Filled[tt.field], got.Warnings)
				}
			}
		})
	}
}

// TestSearchIsForWhatWasPasted: for an item of a link without an identifier no service is asked.
func TestSearchIsForWhatWasPasted(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{"crossref": says(foundWorks)})
	s := services.lookup(t)
	if got := s.Fill(t.Context(), reference, false, false); s.Needed(&reference, true, false) || services.queried() != 0 || got.Filled != nil {
		t.Errorf("asked %d times, filled %v", services.queried(), got.Filled)
	}
	if got := s.Fill(t.Context(), reference, false, true); services.queried() != 1 || got.Filled["DOI"] != "Crossref" {
		t.Errorf("asked %d times, filled %v", services.queried(), got.Filled)
	}
	other := reference
	other.Title = "Anchorage on open coasts"
	if got := services.lookup(t).Fill(t.Context(), other, false, true); got.Filled != nil || got.Warnings != nil {
		t.Errorf("another title: filled %v, warnings %v", got.Filled, got.Warnings)
	}
}

// TestSearchResultInSharedCacheIsChecked: a record in the shared cache is believed only where it is
// like what was searched for.
func TestSearchResultInSharedCacheIsChecked(t *testing.T) {
	record := `{"source":"Crossref","citation":{"type":"article-journal","title":"Towage in narrow waters","author":[{"family":"FAMILY"}],` +
		`"issued":{"date-parts":[[2019]]},"DOI":"10.5555/kept"}}`
	for family, believed := range map[string]bool{"Ruiz": true, "Lee": false} {
		services, address := startServices(t, nil), "redis://"+startCache(t, strings.Replace(record, "FAMILY", family, 1))
		filled := whenCacheAnswers(believed, func() bool {
			s := services.lookup(t, func(c *lookup.Config) { c.Cache = address })
			return s.Fill(t.Context(), reference, false, true).Filled["DOI"] == "Crossref"
		})
		if filled != believed {
			t.Errorf("a record of %s is believed: %t", family, filled)
		}
	}
}

// TestSearchResultThatDiffers: another volume is kept and reported with its source; with another
// journal nothing is filled.
func TestSearchResultThatDiffers(t *testing.T) {
	found := strings.Replace(foundWorks, `"issued"`, `"volume":"12","issued"`, 1)
	services := startServices(t, map[string]http.HandlerFunc{"crossref": says(found)})
	pasted := reference
	pasted.Volume = "21"
	got := services.lookup(t).Fill(t.Context(), pasted, false, true)
	want := warning.List{{Code: warning.LookupDiffers, Field: "volume", Detail: "Crossref: 12"}}
	if diff := cmp.Diff(want, got.Warnings); diff != "" || got.Citation.Volume != "21" || got.Citation.DOI != "10.5555/tug" {
		t.Errorf("volume %s, DOI %s; warnings (-want +got):\n%s", got.Citation.Volume, got.Citation.DOI, diff)
	}
	pasted.Volume, pasted.ContainerTitle = "", "Nature"
	if got := services.lookup(t).Fill(t.Context(), pasted, false, true); got.Filled != nil || got.Warnings != nil {
		t.Errorf("another journal: filled %v, warnings %v", got.Filled, got.Warnings)
	}
}

// TestStatusThatBlamesTheClient: Google Books answers a used-up key with 400, which says
// nothing about the book.
func TestStatusThatBlamesTheClient(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{"googlebooks": status(http.StatusBadRequest)})
	got := services.lookup(t).Fill(t.Context(), byISBN, false, false)
	if !got.Warnings.Has(warning.LookupUnanswered) {
		t.Errorf("warnings %v", got.Warnings)
	}
}
