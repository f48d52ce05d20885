package source_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/openaccess"
)

// valuesByScheme are what the answers of the examples are about.
var valuesByScheme = map[source.Scheme]string{
	source.DOI: "10.5555/x", source.PMID: "11237011", source.PMCID: "PMC3258128", source.ArXiv: "1706.03762",
	source.ISBN: "9780306406157", source.OCLC: "707969125", source.LCCN: "2010053204", source.ISSN: "1476-4687", source.Search: "Quiet", source.Book: "Towage in narrow waters",
}

// FuzzRead: what is read is clean, and is the same after it went through JSON.
func FuzzRead(f *testing.F) {
	for _, body := range []string{
		crossrefChapter, crossrefArticle, crossrefBook, crossrefJournal, crossrefFound, dataciteThesis, dataciteArticle, openLibraryBook,
		googleBooksList, pubmedArticle, pubmedChapter, europePMCArticle, arXivEntry, arXivError,
	} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, s := range source.All {
			for _, scheme := range s.Schemes() {
				r, err := s.Read(body, source.Question{Scheme: scheme, Value: valuesByScheme[scheme], Family: "Ruiz", Year: 2019}, year)
				if err == nil {
					checkClean(t, s.ConfigName, r)
				}
			}
		}
	})
}

// FuzzReadCopies: what is read is clean, and what cannot be shown is not there.
func FuzzReadCopies(f *testing.F) {
	for _, body := range []string{
		unpaywallArticle, unpaywallClosed, openAlexArticle, europePMCArticle, doabBook, openLibraryWork, openLibraryEdition, hathiBook,
	} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, s := range source.Free {
			for _, scheme := range s.Schemes() {
				r, err := s.Read(body, source.Question{Scheme: scheme, Value: valuesByScheme[scheme], Family: "Ruiz", Year: 2019}, year)
				if err != nil {
					continue
				}
				checkClean(t, s.ConfigName, r)
				for _, c := range r.Copies {
					if again, ok := openaccess.Clean(c); !ok || again != c {
						t.Errorf("%s: %+v is not clean", s.ConfigName, c)
					}
				}
			}
		}
	})
}

func checkClean(t *testing.T, word string, r record.Record) {
	t.Helper()
	again := r.Citation
	citation.Clean(&again, year)
	if diff := cmp.Diff(r.Citation, again); diff != "" {
		t.Errorf("%s is not clean:\n%s", word, diff)
	}
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back record.Record
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, back); diff != "" {
		t.Errorf("%s changes in JSON:\n%s", word, diff)
	}
}
