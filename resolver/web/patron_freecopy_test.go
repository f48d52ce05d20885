package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/web"
)

// What Unpaywall and DOAB say of made-up items, in their own shapes.
const (
	freeArticle = `{"doi":"10.5555/tug","title":"Towage in narrow waters","genre":"journal-article","best_oa_location":` +
		`{"url":"https://repository.example.edu/tug.pdf","version":"acceptedVersion","license":"cc-by-nc"}}`
	closedArticle = `{"doi":"10.5555/tug","title":"Towage in narrow waters","genre":"journal-article","best_oa_location":null,"oa_locations":[]}`
	freeBook      = `[{"handle":"20.500.12854/26303","metadata":[{"key":"dc.type","value":"book"},{"key":"dc.title","value":"Handbook of marine life"},{"key":"dc.date.issued","value":"2015"}]}]`
)

const (
	wholeArticle = "genre=article&atitle=Towage+in+narrow+waters&title=Harbours&aulast=Ruiz&date=2019&id=doi:10.5555/tug"
	partOfABook  = "genre=bookitem&atitle=Tides&btitle=Handbook+of+marine+life&aulast=Ruiz&date=2015&pages=1-9"
)

// newFreeServer makes a server that asks for free copies, and for nothing else.
func newFreeServer(tb testing.TB, show library.ShowCopies, services *services) *web.Server {
	tb.Helper()
	config := lookup.Config{Settings: source.Settings{Budget: 5 * time.Second, Sources: []source.Endpoint{}}}
	for _, name := range []string{"unpaywall", "doab"} {
		config.Free.Sources = append(config.Free.Sources, source.Endpoint{Name: name, Address: services.URL + "/" + name})
	}
	lib := twoLibraries().Libraries[0]
	lib.Languages, lib.FreeCopies.Show = library.Languages, show
	return newServerWithLookups(tb, config, lib)
}

// knows starts services that answer about everything with one answer each.
func knows(tb testing.TB, unpaywall, doab string) *services {
	tb.Helper()
	s := startServices(tb, http.NotFound)
	s.other = func(w http.ResponseWriter, r *http.Request) {
		answer := unpaywall
		if strings.HasPrefix(r.URL.Path, "/doab/") {
			answer = doab
		}
		if answer == "" {
			http.NotFound(w, r)
			return
		}
		says(answer)(w, r)
	}
	return s
}

func TestFreeCopyOnThePage(t *testing.T) {
	for _, tt := range []struct {
		name, unpaywall, doab, path string
		want, not                   []string
	}{
		{"an article", freeArticle, "", "/confirm?" + wholeArticle, []string{
			`<h2 id="free">Free to read now</h2>`, "accepted manuscript", "not commercially (CC BY-NC)",
			`<a class="button" href="https://repository.example.edu/tug.pdf" target="_top" rel="noreferrer" referrerpolicy="no-referrer"`,
			`dir="ltr">repository.example.edu</bdi>`, "Found with Unpaywall.", "connect-src 'self'", "You can still request it",
		}, nil},
		{"the same as somebody speaks Spanish", freeArticle, "", "/confirm?lang=es&" + wholeArticle, []string{"Disponible gratis ahora", "Leer ahora"}, nil},
		{"the book that a chapter is in", "", freeBook, "/confirm?" + partOfABook, []string{
			"The whole book is free to read now", "https://directory.doabooks.org/handle/20.500.12854/26303",
		}, nil},
		{"an item of which the link has nothing but the DOI", freeArticle, "", "/confirm?id=doi:10.5555/tug", []string{
			`<p class="free-title" dir="auto">Towage in narrow waters</p>`,
		}, nil},
		{"none", closedArticle, "", "/confirm?" + wholeArticle, nil, []string{"free-copy", "freecopy", "connect-src"}},
		{"another title", freeArticle, "", "/confirm?" + strings.Replace(wholeArticle, "Towage+in+narrow+waters", "Anchorage", 1), nil, []string{"free-copy"}},
		{"an address that is not https", strings.Replace(freeArticle, "https://repository", "http://repository", 1), "", "/confirm?" + wholeArticle, nil,
			[]string{"free-copy", "repository.example.edu"}},
		{"a script", strings.Replace(freeArticle, "https://repository.example.edu/tug.pdf", "javascript:alert(1)", 1), "", "/confirm?" + wholeArticle, nil,
			[]string{"free-copy", "alert"}},
		{"a user in the address", strings.Replace(freeArticle, "https://", "https://doi.org@", 1), "", "/confirm?" + wholeArticle, nil, []string{"free-copy"}},
		{"markup in a title", strings.Replace(freeArticle, "Towage", `\u202eTowage <script>alert(1)</script>`, 1), "", "/confirm?id=doi:10.5555/tug",
			[]string{"free-copy"}, []string{"<script>alert", "\u202e"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := get(t, newFreeServer(t, library.ShowOnPage, knows(t, tt.unpaywall, tt.doab)), "/north"+tt.path)
			page := w.Body.String() + w.Header().Get("Content-Security-Policy")
			for _, want := range tt.want {
				if !strings.Contains(page, want) {
					t.Errorf("lacks %q", want)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(page, not) {
					t.Errorf("has %q", not)
				}
			}
		})
	}
}

// TestRedirectDoesNotWaitForCopies: no service is asked, so there is nothing to wait for. Where the
// library always shows copies, the page comes if there is one.
func TestRedirectDoesNotWaitForCopies(t *testing.T) {
	for _, tt := range []struct {
		name, unpaywall string
		show            library.ShowCopies
		status, queries int
	}{
		{"page", freeArticle, library.ShowOnPage, http.StatusFound, 0},
		{"never", freeArticle, library.ShowNever, http.StatusFound, 0},
		{"always, and there is one", freeArticle, library.ShowAlways, http.StatusOK, 1},
		{"always, and there is none", closedArticle, library.ShowAlways, http.StatusFound, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			services := knows(t, tt.unpaywall, "")
			w := get(t, newFreeServer(t, tt.show, services), "/north/openurl?"+wholeArticle)
			if queries := services.paths(); w.Code != tt.status || len(queries) != tt.queries {
				t.Errorf("status %d, asked for %q", w.Code, queries)
			}
		})
	}
	for _, tt := range []struct {
		path    string
		show    library.ShowCopies
		queries int
	}{
		{"/citation?", library.ShowAlways, 0},
		{"/resolve?", library.ShowOnPage, 0},
		{"/resolve?", library.ShowAlways, 1}, // the script on Primo's pages opens the page in place
	} {
		services := knows(t, freeArticle, "")
		get(t, newFreeServer(t, tt.show, services), "/north"+tt.path+wholeArticle)
		if queries := services.paths(); len(queries) != tt.queries {
			t.Errorf("%s with %s asks for %q", tt.path, tt.show, queries)
		}
	}
}

// TestFreeCopyStays: on the page again, in another language or for what is missing, without
// asking again. Where a library shows none, nothing is asked then either.
func TestFreeCopyStays(t *testing.T) {
	for show, want := range map[library.ShowCopies]int{library.ShowOnPage: 1, library.ShowNever: 0} {
		services := knows(t, freeArticle, "")
		s := newFreeServer(t, show, services)
		get(t, s, "/north/confirm?"+wholeArticle)
		page := post(t, s, "/north/request", url.Values{
			"mode": {"confirm"}, "was": {"article-journal"}, "first": {"article-journal"}, "type": {"article-journal"}, "title": {"Towage in narrow waters"},
			"DOI": {"10.5555/tug"}, "step": {"type"},
		})
		isShown, queries := strings.Contains(page, "https://repository.example.edu/tug.pdf"), services.paths()
		if isShown != (want > 0) || len(queries) != want {
			t.Errorf("%s: asked for %q, page\n%s", show, queries, page)
		}
	}
}

func TestTakenCopiesAreCounted(t *testing.T) {
	s := newFreeServer(t, library.ShowOnPage, knows(t, freeArticle, ""))
	send := func(path, origin string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodPost, "https://link.example.edu"+path, strings.NewReader("url=https://evil.example.com/"))
		if origin != "" {
			r.Header.Set("Origin", origin)
			r.Header.Set("Sec-Fetch-Site", "cross-site")
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w
	}
	counted := func() string {
		w := httptest.NewRecorder()
		s.Admin().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
		var lines []string
		for line := range strings.Lines(w.Body.String()) {
			if strings.HasPrefix(line, "lendlink_free_copies_total{") {
				lines = append(lines, strings.TrimSpace(strings.TrimPrefix(line, "lendlink_free_copies_total")))
			}
		}
		return strings.Join(lines, " ")
	}
	want := func(step, want string) {
		t.Helper()
		if got := counted(); got != want {
			t.Errorf("%s: counted %s, want %s", step, got, want)
		}
	}
	const one, both = `{event="shown",library="north"} 1`, `{event="shown",library="north"} 1 {event="taken",library="north"} 1`
	send("/north/free-copy", "")
	want("none was shown", "")
	get(t, s, "/north/confirm?"+wholeArticle)
	want("one is shown", one)
	send("/north/free-copy", "https://evil.example.com")
	want("another site reports", one)
	w := send("/north/free-copy?to=https://evil.example.com/", "")
	want("one is taken", both)
	if w.Code != http.StatusNoContent || w.Header().Get("Location") != "" || w.Body.Len() != 0 {
		t.Errorf("status %d, %v, %q", w.Code, w.Header(), w.Body)
	}
	for range 3 {
		send("/north/free-copy", "")
	}
	want("it is said again", both)
	if w := send("/nowhere/free-copy", ""); w.Code != http.StatusNotFound {
		t.Errorf("an unknown library: status %d", w.Code)
	}
	if w := get(t, s, "/north/free-copy"); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("by a link: status %d", w.Code)
	}
}
