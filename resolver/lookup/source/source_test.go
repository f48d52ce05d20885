package source_test

import (
	gocmp "cmp"
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/lookup/source"
)

const year = 2026

// find returns a service by its word and a scheme; "" for its first one.
func find(tb testing.TB, word string, scheme source.Scheme) source.Known {
	tb.Helper()
	for _, s := range source.All {
		if s.ConfigName == word && (scheme == "" || slices.Contains(s.Schemes(), scheme)) {
			return s
		}
	}
	tb.Fatalf("no source %q for %q", word, scheme)
	return source.Known{}
}

// read reads an answer to a question by a scheme; "" for the source's first one.
func read(tb testing.TB, word string, scheme source.Scheme, value, body string) (record.Record, error) {
	tb.Helper()
	s := find(tb, word, scheme)
	return s.Read([]byte(body), source.Question{Scheme: gocmp.Or(scheme, s.Schemes()[0]), Value: value}, year)
}

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name, source string
		scheme       source.Scheme // "" for the source's first
		value, body  string
		want         record.Record
	}{
		{
			name: "a chapter: series and book as containers, print ISBN, no given name, an organisation", source: "crossref", body: crossrefChapter,
			want: record.Record{Source: "Crossref", Citation: citation.Citation{
				Type: citation.Chapter, Title: "U-Net: networks for biomedical image & segmentation", ContainerTitle: "Medical Image Computing",
				CollectionTitle: "Lecture Notes in Computer Science",
				Author:          []citation.Name{{Family: "Ronne", Given: "Olaf"}, {Family: "Fischer"}, {Literal: "The Imaging Group"}},
				Issued:          citation.Date{Year: 2015}, Publisher: "Springer International Publishing", PublisherPlace: "Cham",
				Volume: "9351", Page: "234-241", ISBN: "9783319245737", ISSN: "0302-9743", DOI: "10.5555/978-3-319-24574-4_28",
			}},
		},
		{
			name: "an article: MathML in the title, a number for a volume, an article number for pages, the print date", source: "crossref", body: crossrefArticle,
			want: record.Record{Source: "Crossref", Aliases: []string{"B decays", "Suche nach B-Zerfällen"}, Citation: citation.Citation{
				Type: citation.Article, Title: "Search for B decays with p < 0.05: A first look", ContainerTitle: "Physics Letters B",
				Author: []citation.Name{{Family: "WHO Collaboration"}, {Family: "Madonna"}}, Issued: citation.Date{Year: 2012, Month: 3},
				Volume: "716", Issue: "1", Page: "e0123456", ISSN: "0370-2693", DOI: "10.5555/j.physletb.2012.08.020",
			}},
		},
		{
			name: "an edited book: title as text, null for a date, editors for authors, the series as container", source: "crossref", value: "10.5555/book", body: crossrefBook,
			want: record.Record{Source: "Crossref", Citation: citation.Citation{
				Type: citation.Book, Title: "Handbook of tests", CollectionTitle: "Studies in testing",
				Author: []citation.Name{{Family: "Krabappel", Given: "Edna", Suffix: "Jr."}}, Issued: citation.Date{Year: 2009},
				Publisher: "MIT Press", Edition: "2", ISBN: "9780306406157", DOI: "10.5555/book",
			}},
		},
		{
			name: "a thesis: its university is the publisher", source: "crossref", value: "10.5555/thesis", body: crossrefThesis,
			want: record.Record{Source: "Crossref", Citation: citation.Citation{
				Type: citation.Thesis, Title: "On nothing", Author: []citation.Name{{Family: "No", Given: "Ann"}},
				Issued: citation.Date{Year: 1999}, Publisher: "University of Nowhere", DOI: "10.5555/thesis",
			}},
		},
		{
			name: "a thesis: names in parts and in one, a translated title, the publisher as object", source: "datacite", body: dataciteThesis,
			want: record.Record{Source: "DataCite", Aliases: []string{"On light"}, Citation: citation.Citation{
				Type: citation.Thesis, Title: "Sur la lumière: Une étude",
				Author: []citation.Name{{Family: "García Márquez", Given: "Ana"}, {Family: "Smith", Given: "John"}, {Literal: "CERN"}},
				Issued: citation.Date{Year: 2019}, Publisher: "Zenodo", DOI: "10.5555/xyz",
			}},
		},
		{
			name: "an article called text: one creator without a list", source: "datacite", body: dataciteArticle,
			want: record.Record{Source: "DataCite", Citation: citation.Citation{
				Type: citation.Article, Title: "Ice cores", ContainerTitle: "Polar Notes", Author: []citation.Name{{Family: "Lee", Given: "Kim"}},
				Issued: citation.Date{Year: 2003}, Publisher: "PANGAEA", Volume: "12", Issue: "3", Page: "101-110", ISSN: "0370-2693", DOI: "10.5555/art",
			}},
		},
		{
			name: "a book: the first of several publishers, no LCCN of two", source: "openlibrary", value: "9780306406157", body: openLibraryBook,
			want: record.Record{Source: "Open Library", Citation: citation.Citation{
				Type: citation.Book, Title: "Quiet: the power of introverts", Author: []citation.Name{{Family: "Cain", Given: "Susan"}},
				Issued: citation.Date{Year: 2012}, Publisher: "Crown Publishers", PublisherPlace: "New York", ISBN: "9780306406157",
				Custom: citation.Custom{OCLC: "707969125"},
			}},
		},
		{
			name: "a book: found by its ISBN-10 after another book", source: "googlebooks", value: "9780306406157", body: googleBooksList,
			want: record.Record{Source: "Google Books", Citation: citation.Citation{
				Type: citation.Book, Title: "Quiet: The Power of Introverts", Author: []citation.Name{{Family: "Cain", Given: "Susan"}},
				Issued: citation.Date{Year: 2012}, Publisher: "Crown", ISBN: "9780306406157",
			}},
		},
		{
			name: "an article: initials, suffix, a group, one name alone, a translated title", source: "pubmed", value: "11237011", body: pubmedArticle,
			want: record.Record{Source: "PubMed", Aliases: []string{"Erste Sequenzierung."}, Citation: citation.Citation{
				Type: citation.Article, Title: "Initial sequencing of Homo & others", ContainerTitle: "Nature",
				Author: []citation.Name{{Family: "van der Berg", Given: "JA", Suffix: "Jr."}, {Literal: "International Consortium"}, {Family: "Plato"}},
				Issued: citation.Date{Year: 2001, Month: 2, Day: 15}, Volume: "409", Issue: "6822", Page: "860-921",
				ISSN: "0028-0836", DOI: "10.1038/35057062", PMID: "11237011",
			}},
		},
		{
			name: "a chapter of the Bookshelf", source: "pubmed", value: "20301295", body: pubmedChapter,
			want: record.Record{Source: "PubMed", Citation: citation.Citation{
				Type: citation.Chapter, Title: "Hereditary Cancer", ContainerTitle: "GeneReviews®", Author: []citation.Name{{Family: "Petrucelli", Given: "N"}},
				Issued: citation.Date{Year: 1993}, Publisher: "University of Washington, Seattle", PublisherPlace: "Seattle (WA)", PMID: "20301295",
			}},
		},
		{
			name: "a journal: its title is a text, its ISSNs several", source: "crossref", scheme: source.ISSN, value: "1476-4687", body: crossrefJournal,
			want: record.Record{Source: "Crossref", Citation: citation.Citation{
				Type: citation.Periodical, Title: "Nature & Test", Publisher: "Springer", ISSN: "1476-4687",
			}},
		},
		{
			name: "a book by its OCLC number: one ISBN, written twice", source: "openlibrary", scheme: source.OCLC, value: "707969125",
			body: strings.Replace(openLibraryBook, "ISBN:9780306406157", "OCLC:707969125", 1),
			want: record.Record{Source: "Open Library", Citation: citation.Citation{
				Type: citation.Book, Title: "Quiet: the power of introverts", Author: []citation.Name{{Family: "Cain", Given: "Susan"}},
				Issued: citation.Date{Year: 2012}, Publisher: "Crown Publishers", PublisherPlace: "New York", ISBN: "9780306406157",
				Custom: citation.Custom{OCLC: "707969125"},
			}},
		},
		{
			name: "a book by its LCCN: paperback and hardback", source: "openlibrary", scheme: source.LCCN, value: "2010053204",
			body: strings.Replace(strings.Replace(openLibraryBook, "ISBN:9780306406157", "LCCN:2010053204", 1), `"0306406152"`, `"0306406152","0870232924"`, 1),
			want: record.Record{Source: "Open Library", Citation: citation.Citation{
				Type: citation.Book, Title: "Quiet: the power of introverts", Author: []citation.Name{{Family: "Cain", Given: "Susan"}},
				Issued: citation.Date{Year: 2012}, Publisher: "Crown Publishers", PublisherPlace: "New York",
				Custom: citation.Custom{OCLC: "707969125", LCCN: "2010053204"},
			}},
		},
		{
			name: "an article: a final dot, escaped markup, the journal in journalInfo, a group", source: "europepmc", value: "PMC3258128", body: europePMCArticle,
			want: record.Record{Source: "Europe PMC", Citation: citation.Citation{
				Type: citation.Article, Title: "Towage of Homo in narrow waters", ContainerTitle: "Journal of Harbour Studies",
				Author: []citation.Name{{Family: "Ruiz", Given: "Aiko"}, {Literal: "The Towage Group"}, {Family: "Lee", Given: "K"}},
				Issued: citation.Date{Year: 2012}, Volume: "12", Issue: "3", Page: "101-119", ISSN: "1476-4687",
				DOI: "10.5555/tug", PMID: "22241759", PMCID: "PMC3258128",
			}},
		},
		{
			name: "an e-print: a line break in the title, a version in its address", source: "arxiv", value: "1706.03762", body: arXivEntry,
			want: record.Record{Source: "arXiv", Citation: citation.Citation{
				Type: citation.Article, Title: "Attention to all of the tests", Author: []citation.Name{{Family: "Ruiz", Given: "Aiko"}, {Family: "Lee", Given: "Kim"}},
				Issued: citation.Date{Year: 2017, Month: 6, Day: 12}, DOI: "10.5555/tug", Custom: citation.Custom{ArXiv: "1706.03762"},
			}},
		},
		{
			name: "an e-print of the older numbers", source: "arxiv", value: "hep-th/9901001",
			body: strings.Replace(arXivEntry, "1706.03762v5", "hep-th/9901001v1", 1),
			want: record.Record{Source: "arXiv", Citation: citation.Citation{
				Type: citation.Article, Title: "Attention to all of the tests", Author: []citation.Name{{Family: "Ruiz", Given: "Aiko"}, {Family: "Lee", Given: "Kim"}},
				Issued: citation.Date{Year: 2017, Month: 6, Day: 12}, DOI: "10.5555/tug", Custom: citation.Custom{ArXiv: "hep-th/9901001"},
			}},
		},
	} {
		t.Run(tt.source+" "+tt.name, func(t *testing.T) {
			got, err := read(t, tt.source, tt.scheme, tt.value, tt.body)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestReadUnknown(t *testing.T) {
	for _, tt := range []struct{ name, source, body string }{
		{"no title", "crossref", `{"status":"ok","message":{"type":"journal-article","title":[],"author":[]}}`},
		{"a title of markup alone", "crossref", `{"message":{"title":["<i></i>"]}}`},
		{"no title", "datacite", `{"data":{"attributes":{"doi":"10.5555/x","titles":[]}}}`},
		{"no such book", "openlibrary", `{}`},
		{"nothing found", "googlebooks", `{"kind":"books#volumes","totalItems":0}`},
		{"only other books found", "googlebooks", `{"items":[{"volumeInfo":{"title":"Another","industryIdentifiers":[{"type":"ISBN_13","identifier":"9780870232923"}]}}]}`},
		{"no such article", "pubmed", `{"result":{"uids":["1"],"1":{"uid":"1","error":"cannot get document summary"}}}`},
		{"no such article", "europepmc", `{"version":"6.9","hitCount":0,"resultList":{"result":[]}}`},
		{"another article", "europepmc", europePMCArticle},
		{"no such e-print, though the total is 1", "arxiv", strings.Replace(arXivFeed, "ENTRIES", "", 1)},
		{"another e-print", "arxiv", arXivEntry},
		{"no number of an e-print, with status 200", "arxiv", arXivError},
		{"another article", "pubmed", `{"result":{"uids":["2"],"2":{"uid":"2","title":"Two"}}}`},
	} {
		t.Run(tt.source+" "+tt.name, func(t *testing.T) {
			if _, err := read(t, tt.source, "", "1", tt.body); !errors.Is(err, source.ErrUnknown) {
				t.Errorf("error %v, want ErrUnknown", err)
			}
		})
	}
}

func TestReadUnreadable(t *testing.T) {
	for _, body := range []string{
		``, `<html>Sign in to the network</html>`, `{"message":`, `[]`, `"text"`, `{"result":7,"data":7,"message":7,"items":`,
		`{"message":{"title":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + `}}`,
		`{"error":"API rate limit exceeded","count":"11"`,
	} {
		for _, s := range source.All {
			if _, err := s.Read([]byte(body), source.Question{Scheme: s.Schemes()[0], Value: "1"}, year); err == nil || errors.Is(err, source.ErrUnknown) {
				t.Errorf("%s: %.40q: error %v, want one that says it cannot be read", s.ConfigName, body, err)
			}
		}
	}
	if _, err := read(t, "pubmed", "", "1", `{"error":"API rate limit exceeded","count":"11"}`); err == nil || errors.Is(err, source.ErrUnknown) {
		t.Errorf("PubMed's rate limit: error %v, want a failure", err)
	}
}

func TestAddress(t *testing.T) {
	for _, tt := range []struct {
		name, source string
		scheme       source.Scheme // "" for the source's first
		base, value  string
		contact      string
		want         string
	}{
		{"the polite pool", "crossref", "", "", "10.5555/a(b)<c>;2-#?x", "ill@example.edu",
			"https://api.crossref.org/works/10.5555%2Fa%28b%29%3Cc%3E%3B2-%23%3Fx?mailto=ill%40example.edu"},
		{"without contact", "crossref", "", "", "10.5555/x", "", "https://api.crossref.org/works/10.5555%2Fx"},
		{"a DOI cannot climb", "crossref", "", "", "10.5555/../../admin", "", "https://api.crossref.org/works/10.5555%2F..%2F..%2Fadmin"},
		{"a mirror in a folder, with a token", "datacite", "", "http://localhost:8080/mirror?token=1", "10.5555/x", "",
			"http://localhost:8080/mirror/dois/10.5555%2Fx?token=1"},
		{"a key", "googlebooks", "", "https://www.googleapis.com/books/v1/?key=K", "9780306406157", "ill@example.edu",
			"https://www.googleapis.com/books/v1/volumes?key=K&country=US&maxResults=5&q=isbn%3A9780306406157"},
		{"Open Library", "openlibrary", "", "", "9780306406157", "ill@example.edu",
			"https://openlibrary.org/api/books?bibkeys=ISBN%3A9780306406157&format=json&jscmd=data"},
		{"NCBI", "pubmed", "", "", "123", "ill@example.edu",
			"https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&email=ill%40example.edu&id=123&retmode=json&tool=lendlink&version=2.0"},
		{"a journal", "crossref", source.ISSN, "", "0028-0836", "", "https://api.crossref.org/journals/0028-0836"},
		{"Open Library by OCLC number", "openlibrary", source.OCLC, "", "707969125", "",
			"https://openlibrary.org/api/books?bibkeys=OCLC%3A707969125&format=json&jscmd=data"},
		{"Open Library by LCCN", "openlibrary", source.LCCN, "", "2010053204", "",
			"https://openlibrary.org/api/books?bibkeys=LCCN%3A2010053204&format=json&jscmd=data"},
		{"Europe PMC", "europepmc", "", "", "PMC3258128", "",
			"https://www.ebi.ac.uk/europepmc/webservices/rest/search?format=json&pageSize=1&query=PMCID%3APMC3258128&resultType=core"},
		{"arXiv", "arxiv", "", "", "hep-th/9901001", "", "https://export.arxiv.org/api/query?id_list=hep-th%2F9901001&max_results=1"},
	} {
		t.Run(tt.source+" "+tt.name, func(t *testing.T) {
			s := find(t, tt.source, tt.scheme)
			if tt.base == "" {
				tt.base = s.DefaultURL
			}
			base, err := url.Parse(tt.base)
			if err != nil {
				t.Fatal(err)
			}
			if got := s.Address(base, source.Question{Scheme: gocmp.Or(tt.scheme, s.Schemes()[0]), Value: tt.value}, tt.contact); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
