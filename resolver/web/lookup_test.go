package web_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver"
	"lendlink/resolver/library"
)

func TestBareDOIBecomesAnArticle(t *testing.T) {
	s := newLookingUp(t, startServices(t, says(articleAtCrossref)), 5*time.Second)
	for _, link := range []string{"rft_id=info:doi/10.5555/tug", "id=doi:10.5555/TUG", "genre=article&doi=10.5555/tug"} {
		w := get(t, s, "/north/openurl?"+link)
		if w.Code != http.StatusFound {
			t.Fatalf("%s: status %d, want a redirect", link, w.Code)
		}
		location, err := url.Parse(w.Header().Get("Location"))
		if err != nil {
			t.Fatal(err)
		}
		got := location.Query()
		for key, want := range map[string]string{
			"rft.genre": "article", "rft.atitle": "Towage in narrow waters", "rft.jtitle": "Journal of Harbour Studies",
			"rft.aulast": "Ruiz", "rft.aufirst": "Aiko", "rft.volume": "12", "rft.issue": "3", "rft.spage": "101", "rft.issn": "1476-4687",
		} {
			if got.Get(key) != want {
				t.Errorf("%s: %s is %q, want %q", link, key, got.Get(key), want)
			}
		}
	}
}

func TestChapterGetsItsISBN(t *testing.T) {
	s := newLookingUp(t, startServices(t, says(chapterAtCrossref)), 5*time.Second)
	w := get(t, s, "/north/openurl?rft.genre=bookitem&rft.atitle=Deep+Sea+Fishes&rft_id=info:doi/10.5555/fish")
	if w.Code != http.StatusFound {
		t.Fatalf("status %d, want a redirect", w.Code)
	}
	location, _ := url.Parse(w.Header().Get("Location"))
	got := location.Query()
	for key, want := range map[string]string{
		"rft.genre": "bookitem", "rft.isbn": "9780306406157", "rft.btitle": "Handbook of marine life", "rft.spage": "10",
		"rft.atitle": "Deep Sea Fishes", // as the link had it
	} {
		if got.Get(key) != want {
			t.Errorf("%s is %q, want %q", key, got.Get(key), want)
		}
	}
}

func TestEveryRouteLooksUp(t *testing.T) {
	s := newLookingUp(t, startServices(t, says(articleAtCrossref)), 5*time.Second)
	for _, path := range []string{"/openurl?", "/confirm?", "/citation?", "/inspect?", "/inspect?format=json&", "/inspect?format=text&"} {
		w := get(t, s, "/north"+path+"rft_id=info:doi/10.5555/tug")
		if answer := w.Body.String() + w.Header().Get("Location"); !strings.Contains(strings.ReplaceAll(answer, "+", " "), "Towage in narrow waters") {
			t.Errorf("%s: status %d, without the title", path, w.Code)
		}
	}
}

func TestResolutionNamesSources(t *testing.T) {
	s := newLookingUp(t, startServices(t, says(chapterAtCrossref)), 5*time.Second)
	w := get(t, s, "/north/inspect?format=json&rft.genre=bookitem&rft.atitle=Deep+sea+fishes&rft.au=Ruiz&rft_id=info:doi/10.5555/fish")
	var r resolver.Resolution
	if err := json.Unmarshal(w.Body.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"type": "Crossref", "container-title": "Crossref", "page": "Crossref", "ISBN": "Crossref", "issued": "Crossref"}
	if diff := cmp.Diff(want, r.From); diff != "" {
		t.Errorf("from (-want +got):\n%s", diff)
	}
}

func TestPagesNameTheSourcesOfValues(t *testing.T) {
	s := newLookingUp(t, startServices(t, says(chapterAtCrossref)), 5*time.Second)
	const link = "rft.genre=bookitem&rft.atitle=Deep+sea+fishes&rft.au=Ruiz&rft_id=info:doi/10.5555/fish"
	const credit = "Filled in from Crossref: Book or journal, Year or date, Pages, ISBN"
	tests := []struct {
		name, path string
		want, not  []string
	}{
		{"the confirmation page", "/confirm?" + link, []string{credit, `id="from-ISBN"`, "From Crossref"}, []string{`id="from-title"`, `id="from-author"`}},
		{"the inspection", "/inspect?" + link, []string{credit, "Crossref says so"}, nil},
		{"the report", "/inspect?format=text&" + link, []string{"9780306406157             from Crossref\n"}, []string{"fishes          "}},
		{"a page where nothing came from anywhere", "/confirm?genre=book&title=Dune", nil, []string{"from-", "Filled in from"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			body := get(t, s, "/north"+tt.path).Body.String()
			for _, want := range tt.want {
				if !strings.Contains(body, want) {
					t.Errorf("lacks %q", want)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(body, not) {
					t.Errorf("has %q", not)
				}
			}
		})
	}
}

// post sends the blank form, or what a confirmation page holds.
func post(t *testing.T, h http.Handler, path string, form url.Values) string {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if to := w.Header().Get("Location"); w.Code == http.StatusSeeOther && strings.HasPrefix(to, "/") { // what was pasted goes on in an address
		w = httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, to, nil))
	}
	return w.Body.String()
}

func TestBlankFormIsFilledInFromANumber(t *testing.T) {
	services := startServices(t, says(articleAtCrossref))
	s := newLookingUp(t, services, 5*time.Second)
	body := post(t, s, "/north/request", url.Values{
		"mode": {"blank"}, "was": {"book"}, "type": {"book"}, "step": {"read"}, "paste": {"https://doi.org/10.5555/tug"}, "volume": {"99"},
	})
	for _, want := range []string{"Towage in narrow waters", "Journal of Harbour Studies", `value="99"`, `id="from-title"`} {
		if !strings.Contains(body, want) {
			t.Errorf("lacks %q", want)
		}
	}
	if strings.Contains(body, `id="from-volume"`) || strings.Contains(body, `id="from-DOI"`) {
		t.Error("what the patron gave is said to come from Crossref")
	}
	queried := len(services.paths())
	post(t, s, "/north/request", url.Values{"mode": {"confirm"}, "was": {"article-journal"}, "type": {"article-journal"}, "DOI": {"10.5555/other"}})
	if len(services.paths()) != queried {
		t.Error("going on asks the services again")
	}
}

func TestNoNeedlessLookup(t *testing.T) {
	off := twoLibraries().Libraries[0]
	off.NoLookup = true
	always := twoLibraries().Libraries[0]
	always.Confirm = library.ConfirmAlways
	tests := []struct {
		name    string
		lib     *library.Library
		path    string
		queried bool
	}{
		{"a complete article", nil, "/openurl?" + primoLink, false},
		{"its inspection", nil, "/inspect?" + primoLink, false},
		{"its citation", nil, "/citation?" + primoLink, false},
		{"a book without author, but with its number", nil, "/openurl?genre=book&title=Dune&isbn=9780306406157", false},
		{"nothing to ask about", nil, "/openurl?genre=article&atitle=Fishes", false},
		{"nothing usable", nil, "/openurl?rfr_id=info:sid/x", false},
		{"a library without lookups", off, "/openurl?rft_id=info:doi/10.5555/tug", false},
		{"a page that is shown anyway", nil, "/confirm?" + primoLink, true},
		{"a policy that shows the page", always, "/openurl?" + primoLink, true},
		{"a bare DOI", nil, "/openurl?rft_id=info:doi/10.5555/tug", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			services := startServices(t, says(articleAtCrossref))
			var libraries []*library.Library
			if tt.lib != nil {
				libraries = append(libraries, tt.lib)
			}
			get(t, newLookingUp(t, services, 5*time.Second, libraries...), "/north"+tt.path)
			if queried := services.paths(); len(queried) > 0 != tt.queried {
				t.Errorf("asked for %q", queried)
			}
		})
	}
}

func TestHangingServiceDelaysNoPatron(t *testing.T) {
	const budget = 150 * time.Millisecond
	var services *services
	services = startServices(t, func(w http.ResponseWriter, r *http.Request) { services.hang(w, r) })
	s := newLookingUp(t, services, budget)
	start := time.Now()
	w := get(t, s, "/north/openurl?rft_id=info:doi/10.5555/tug")
	if took := time.Since(start); took < budget || took > 20*time.Second { // a busy machine takes its time for the page
		t.Errorf("the answer took %v, with a budget of %v", took, budget)
	}
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "10.5555/tug") {
		t.Errorf("status %d, without what the link has", w.Code)
	}
	w = get(t, s, "/north/inspect?format=json&rft_id=info:doi/10.5555/other")
	if !strings.Contains(w.Body.String(), "lookup-unanswered") {
		t.Errorf("the inspection does not tell that nobody answered: %s", w.Body.String())
	}
}

// TestNextPatronGetsTheAnswer: when a patron leaves, the next one gets the answer.
func TestNextPatronGetsTheAnswer(t *testing.T) {
	arrived, release := make(chan struct{}, 1), make(chan struct{})
	services := startServices(t, func(w http.ResponseWriter, r *http.Request) {
		arrived <- struct{}{}
		<-release
		says(articleAtCrossref)(w, r)
	})
	s := newLookingUp(t, services, 5*time.Second)
	leaving, leave := context.WithCancel(t.Context())
	left := make(chan struct{})
	go func() {
		defer close(left)
		r := httptest.NewRequest(http.MethodGet, "/north/openurl?rft_id=info:doi/10.5555/tug", nil).WithContext(leaving)
		s.ServeHTTP(httptest.NewRecorder(), r)
	}()
	<-arrived
	leave()
	<-left // the server does not work on for a patron who left
	close(release)
	if w := get(t, s, "/north/openurl?rft_id=info:doi/10.5555/tug"); w.Code != http.StatusFound {
		t.Errorf("the next patron gets status %d, want a redirect", w.Code)
	}
}

// TestAddressesInLinksAreNeverFetched: what a link has can make us ask the
// configured services about an identifier, and nothing else.
func TestAddressesInLinksAreNeverFetched(t *testing.T) {
	var fetched []string
	var mu sync.Mutex
	inside := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		fetched = append(fetched, r.URL.String())
	}))
	defer inside.Close()
	services := startServices(t, http.NotFound)
	s := newLookingUp(t, services, time.Second)
	address := url.QueryEscape(inside.URL + "/secret")
	doi := func(value string) string { return "rft_id=" + url.QueryEscape("info:doi/"+value) }
	for _, link := range []string{
		"rft_id=" + address,
		"rft_ref=" + address + "&rft_ref_fmt=info:ofi/fmt:xml:mtx:book&title=X",
		"url_ctx_fmt=info:ofi/fmt:xml:xsd:ctx&url_ctx_ref=" + address + "&rft_id=info:doi/10.5555/a",
		"doi=" + address,
		"doi=" + url.QueryEscape(inside.URL+"/10.5555/a"),
		"rfr_id=" + address + "&" + doi("10.5555/b"),
		"svc_ref=" + address + "&res_id=" + address + "&isbn=9780306406157&genre=bookitem",
		doi("10.5555/../../../admin"),
		doi("10.5555/a?url=" + inside.URL),
		doi("10.5555/a#@" + strings.TrimPrefix(inside.URL, "http://")),
		doi("10.5555/a\r\nHost: inside"),
		"pmid=" + url.QueryEscape("1&url="+inside.URL),
	} {
		for _, path := range []string{"/openurl?", "/confirm?", "/inspect?", "/citation?"} {
			get(t, s, "/north"+path+link)
		}
	}
	if len(fetched) > 0 {
		t.Errorf("fetched %q", fetched)
	}
	queried := services.paths()
	if len(queried) == 0 {
		t.Error("no service was asked about any of the identifiers")
	}
	for _, path := range queried {
		kept := false
		for _, prefix := range []string{"/crossref/works/10.", "/datacite/dois/10.", "/pubmed/esummary.fcgi", "/openlibrary/api/books", "/googlebooks/volumes"} {
			name, _ := url.PathUnescape(strings.TrimPrefix(path, prefix))
			kept = kept || strings.HasPrefix(path, prefix) && strings.Count(strings.TrimPrefix(path, prefix), "/") == 0 && name != ".."
		}
		if !kept {
			t.Errorf("asked for %q", path)
		}
	}
}
