package source_test

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/openaccess"
)

// findFree returns a service for free copies by its word.
func findFree(tb testing.TB, word string) source.Known {
	tb.Helper()
	i := slices.IndexFunc(source.Free[:], func(s source.Known) bool { return s.ConfigName == word })
	if i < 0 {
		tb.Fatalf("no source %q", word)
	}
	return source.Free[i]
}

// narrow is the question for the book of the examples.
var narrow = source.Question{Scheme: source.Book, Value: "Towage in narrow waters: a handbook", Family: "Lee", Year: 2019}

func TestReadCopies(t *testing.T) {
	by := func(scheme source.Scheme, value string) source.Question {
		return source.Question{Scheme: scheme, Value: value}
	}
	replace := strings.Replace
	for _, tt := range []struct {
		name, source string
		question     source.Question
		body         string
		want         []openaccess.Copy
	}{
		{"the best one twice, one with http, a DOI by its old address, no address at all", "unpaywall", by(source.DOI, "10.5555/TUG"), unpaywallArticle,
			[]openaccess.Copy{
				{URL: "https://repository.example.edu/tug.pdf", Host: "repository.example.edu", Version: openaccess.Accepted, License: openaccess.CCBYNC},
				{URL: "https://repository.example.edu/tug.pdf", Host: "repository.example.edu", Version: openaccess.Accepted, License: openaccess.CCBYNC},
				{URL: "https://plain.example.edu/tug", Host: "plain.example.edu"},
				{URL: "https://doi.org/10.5555/tug", Host: "doi.org", Version: openaccess.Published},
			}},
		{"an article that is not free", "unpaywall", by(source.DOI, "10.5555/tug"), unpaywallClosed, nil},
		{"whole addresses for identifiers, no PDF", "openalex", by(source.DOI, "10.5555/tug"), openAlexArticle,
			[]openaccess.Copy{{URL: "https://doi.org/10.5555/tug", Host: "doi.org", Version: openaccess.Published, License: openaccess.CCBY}}},
		{"the same by PMID", "openalex", by(source.PMID, "22241759"), openAlexArticle,
			[]openaccess.Copy{{URL: "https://doi.org/10.5555/tug", Host: "doi.org", Version: openaccess.Published, License: openaccess.CCBY}}},
		{"no place", "openalex", by(source.DOI, "10.5555/tug"), replace(openAlexArticle, `{"is_oa":true`, `null,"x":{"is_oa":true`, 1), nil},
		{"to be read whatever the licence", "europepmc", by(source.PMID, "22241759"), europePMCArticle,
			[]openaccess.Copy{{URL: "https://europepmc.org/articles/PMC3258128", Host: "europepmc.org", License: openaccess.CCBY}}},
		{"open by its licence, but not there", "europepmc", by(source.DOI, "10.5555/tug"),
			replace(europePMCArticle, `"isOpenAccess":"N","inEPMC":"Y"`, `"isOpenAccess":"Y","inEPMC":"N"`, 1), nil},
		{"a funder of the same name, an ISBN inside an identifier, editors", "doab", narrow, doabBook,
			[]openaccess.Copy{{URL: "https://directory.doabooks.org/handle/20.500.12854/26303", Host: "directory.doabooks.org", Version: openaccess.Published}}},
		{"a DOI as an old address", "doab", by(source.DOI, "10.5555/tugs"), doabBook,
			[]openaccess.Copy{{URL: "https://directory.doabooks.org/handle/20.500.12854/26303", Host: "directory.doabooks.org", Version: openaccess.Published}}},
		{"a handle that is not valid", "doab", narrow, replace(doabBook, `"20.500.12854/26303"`, `"../../evil"`, 1), nil},
		{"a work", "openlibrary", by(source.ISBN, "9780306406157"), openLibraryWork,
			[]openaccess.Copy{{URL: "https://openlibrary.org/works/OL45804W", Host: "openlibrary.org"}}},
		{"a work to borrow", "openlibrary", by(source.ISBN, "9780306406157"), replace(openLibraryWork, "public", "borrowable", 1),
			[]openaccess.Copy{{URL: "https://openlibrary.org/works/OL45804W", Host: "openlibrary.org", Borrow: true}}},
		{"a work for those who cannot read print", "openlibrary", by(source.ISBN, "9780306406157"), replace(openLibraryWork, "public", "printdisabled", 1), nil},
		{"a work with an address of another kind", "openlibrary", by(source.ISBN, "9780306406157"), replace(openLibraryWork, "/works/OL45804W", "//evil.example.com/x", 1), nil},
		{"an edition", "openlibrary", by(source.OCLC, "707969125"), openLibraryEdition,
			[]openaccess.Copy{{URL: "https://archive.org/details/quiet00cain", Host: "archive.org"}}},
		{"an edition to borrow", "openlibrary", by(source.OCLC, "707969125"), replace(openLibraryEdition, `"full"`, `"borrow"`, 1),
			[]openaccess.Copy{{URL: "https://archive.org/details/quiet00cain", Host: "archive.org", Borrow: true}}},
		{"an edition without a scan", "openlibrary", by(source.OCLC, "707969125"), replace(openLibraryBook, "ISBN:9780306406157", "OCLC:707969125", 1), nil},
		{"search only, one volume of a set, American rights, another book", "hathitrust", by(source.ISBN, "9780306406157"), hathiBook,
			[]openaccess.Copy{{URL: "https://hdl.handle.net/2027/mdp.4", Host: "hdl.handle.net", License: openaccess.PublicDomain}}},
		{"the other code for American rights", "hathitrust", by(source.ISBN, "9780306406157"),
			replace(hathiBook, `mdp.4","rightsCode":"pd"`, `mdp.4","rightsCode":"icus"`, 1), nil},
	} {
		t.Run(tt.source+" "+tt.name, func(t *testing.T) {
			s := findFree(t, tt.source)
			r, err := s.Read([]byte(tt.body), tt.question, year)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, r.Copies); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if r.Source != s.Name() || r.Citation.Title == "" || !tt.question.Answered(&r.Citation) {
				t.Errorf("%s returns a record of %s: %+v", s.Name(), r.Source, r.Citation)
			}
		})
	}
}

func TestReadCopiesOfUnknown(t *testing.T) {
	isbn := source.Question{Scheme: source.ISBN, Value: "9780306406157"}
	doi := source.Question{Scheme: source.DOI, Value: "10.5555/x"}
	narrowWith := func(change func(*source.Question)) source.Question {
		q := narrow
		change(&q)
		return q
	}
	for _, tt := range []struct {
		name, source string
		question     source.Question
		body         string
	}{
		{"nothing found", "europepmc", doi, `{"hitCount":0,"resultList":{"result":[]}}`},
		{"another article", "europepmc", doi, europePMCArticle},
		{"nothing found", "doab", narrow, `[]`},
		{"another year", "doab", narrowWith(func(q *source.Question) { q.Year = 1990 }), doabBook},
		{"another author", "doab", narrowWith(func(q *source.Question) { q.Family = "Chen" }), doabBook},
		{"another title", "doab", narrowWith(func(q *source.Question) { q.Value = "Anchorage on open coasts" }), doabBook},
		{"another DOI", "doab", doi, doabBook},
		{"another ISBN", "doab", source.Question{Scheme: source.ISBN, Value: "9780870232923"}, doabBook},
		{"a chapter for the book", "doab", narrow, strings.Replace(doabBook, `"value":"book"`, `"value":"chapter"`, 1)},
		{"nothing found", "openlibrary", isbn, `{"numFound":0,"start":0,"docs":[]}`},
		{"another work", "openlibrary", isbn, strings.Replace(openLibraryWork, `"0306406152",`, "", 1)},
		{"no such edition, or a failure inside", "openlibrary", source.Question{Scheme: source.LCCN, Value: "2010053204"}, `{}`},
		{"nothing found, as a list", "hathitrust", isbn, `{"isbn:9780306406157":{"records":[],"items":[]}}`},
		{"another book", "hathitrust", isbn, strings.Replace(hathiBook, `"0306406152"`, `"9780870232923"`, 1)},
	} {
		t.Run(tt.source+" "+tt.name, func(t *testing.T) {
			if r, err := findFree(t, tt.source).Read([]byte(tt.body), tt.question, year); !errors.Is(err, source.ErrUnknown) {
				t.Errorf("%+v, %v; want ErrUnknown", r, err)
			}
		})
	}
}

func TestReadCopiesUnreadable(t *testing.T) {
	for _, s := range source.Free {
		for _, body := range []string{``, `<html>Sign in to the network</html>`, `{"doi":`, `"text"`, `7`, strings.Repeat("[", 5000) + strings.Repeat("]", 5000)} {
			q := source.Question{Scheme: s.Schemes()[0], Value: "1"}
			if r, err := s.Read([]byte(body), q, year); err == nil || errors.Is(err, source.ErrUnknown) {
				t.Errorf("%s: %.40q: %+v, %v; want an error that says it cannot be read", s.ConfigName, body, r, err)
			}
		}
	}
}

func TestCopiesAddress(t *testing.T) {
	for _, tt := range []struct {
		source, base  string
		scheme        source.Scheme
		value, expect string
	}{
		{"unpaywall", "", source.DOI, "10.5555/a/../b?x", "https://api.unpaywall.org/v2/10.5555%2Fa%2F..%2Fb%3Fx?email=ill%40example.edu"},
		{"openalex", "https://api.openalex.org/?api_key=K", source.DOI, "10.5555/x",
			"https://api.openalex.org/works/doi:10.5555%2Fx?api_key=K&select=doi%2Cids%2Ctitle%2Ctype%2Cbest_oa_location"},
		{"openalex", "", source.PMID, "1", "https://api.openalex.org/works/pmid:1?select=doi%2Cids%2Ctitle%2Ctype%2Cbest_oa_location"},
		{"europepmc", "", source.DOI, `10.5555/x" OR "y`,
			"https://www.ebi.ac.uk/europepmc/webservices/rest/search?format=json&pageSize=1&query=DOI%3A%2210.5555%2Fx+OR+y%22&resultType=core"},
		{"europepmc", "", source.PMID, "1",
			"https://www.ebi.ac.uk/europepmc/webservices/rest/search?format=json&pageSize=1&query=EXT_ID%3A1+AND+SRC%3AMED&resultType=core"},
		{"doab", "", source.Book, `Open: "access" \ and more`, "https://directory.doabooks.org/rest/search?expand=metadata&limit=5&query=dc.title%3A%22Open%22"},
		{"doab", "", source.Book, `Open "access":x`, "https://directory.doabooks.org/rest/search?expand=metadata&limit=5&query=dc.title%3A%22Open+access+x%22"},
		{"doab", "", source.DOI, "10.5555/x", "https://directory.doabooks.org/rest/search?expand=metadata&limit=5&query=oapen.identifier.doi%3A%2210.5555%2Fx%22"},
		{"openlibrary", "", source.ISBN, "9780306406157",
			"https://openlibrary.org/search.json?fields=key%2Ctitle%2Csubtitle%2Cisbn%2Cebook_access&isbn=9780306406157&limit=3"},
		{"openlibrary", "", source.OCLC, "7", "https://openlibrary.org/api/books?bibkeys=OCLC%3A7&format=json&jscmd=data"},
		{"hathitrust", "", source.OCLC, "7", "https://catalog.hathitrust.org/api/volumes/brief/json/oclc:7"},
	} {
		s := findFree(t, tt.source)
		if tt.base == "" {
			tt.base = s.DefaultURL
		}
		base, err := url.Parse(tt.base)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Address(base, source.Question{Scheme: tt.scheme, Value: tt.value}, "ill@example.edu"); got != tt.expect {
			t.Errorf("%s\ngot  %s\nwant %s", tt.source, got, tt.expect)
		}
	}
}

// TestCopiesQuestion: each service is asked once about an item, by what it knows best.
func TestCopiesQuestion(t *testing.T) {
	author := []citation.Name{{Family: "Ruiz"}}
	article := citation.Citation{Type: citation.Article, Title: "Towage", DOI: "10.5555/x", PMID: "1", PMCID: "PMC1", Issued: citation.Date{Year: 2019}}
	chapter := citation.Citation{Type: citation.Chapter, Title: "Towage", ContainerTitle: "Harbours", Author: author, DOI: "10.5555/c", ISBN: "9780306406157"}
	book := citation.Citation{Type: citation.Book, Title: "Harbours", Author: author, Issued: citation.Date{Year: 2019}, Custom: citation.Custom{OCLC: "7"}}
	untitled := citation.Citation{Type: citation.Book, ISBN: "9780306406157"}
	for _, tt := range []struct {
		source string
		c      citation.Citation
		want   string // the question's key, "" for none
	}{
		{"unpaywall", article, "doi:10.5555/x"}, {"openalex", article, "doi:10.5555/x"}, {"europepmc", article, "pmcid:pmc1"},
		{"doab", article, ""}, {"openlibrary", article, ""}, {"hathitrust", article, ""},
		{"unpaywall", chapter, "doi:10.5555/c"}, {"doab", chapter, "book:harbours||0|9780306406157"},
		{"openlibrary", chapter, "isbn:9780306406157"}, {"hathitrust", chapter, "isbn:9780306406157"},
		{"unpaywall", book, ""}, {"doab", book, "book:harbours|ruiz|2019|"}, {"openlibrary", book, "oclc:7"}, {"hathitrust", book, "oclc:7"},
		{"doab", untitled, "isbn:9780306406157"},
	} {
		q, ok := findFree(t, tt.source).Question(&tt.c)
		if ok != (tt.want != "") || ok && q.Key() != tt.want {
			t.Errorf("%s is asked %q about %q", tt.source, q.Key(), tt.c.Title)
		}
	}
}
