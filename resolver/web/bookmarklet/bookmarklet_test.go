package bookmarklet_test

import (
	"html"
	"html/template"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/internal/browsertest"
	"lendlink/resolver/web/bookmarklet"
	"lendlink/resolver/web/locale"
	"lendlink/templates"
)

func TestMain(m *testing.M) { browsertest.Main(m) }

// source is the readable bookmarklet.
func source(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../../static/bookmarklet.js")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// texts are those of all languages.
func texts(t *testing.T) []bookmarklet.Texts {
	t.Helper()
	localizers, err := locale.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	all := []bookmarklet.Texts{{}} // English comes first
	for language, l := range localizers {
		one := bookmarklet.Texts{Language: language, Which: l.T("choose.title"), Close: l.T("bookmarklet.close"), Blocked: l.T("bookmarklet.blocked")}
		if language == locale.Default {
			all[0] = one
			continue
		}
		all = append(all, one)
	}
	return all
}

// address returns the javascript: address for a library, as it is in a bookmark.
func address(t *testing.T, base string) string {
	t.Helper()
	href, err := bookmarklet.Href(source(t), base, texts(t))
	if err != nil {
		t.Fatal(err)
	}
	value, ok := strings.CutPrefix(string(href), `href="`)
	if !ok || strings.Count(value, `"`) != 1 {
		t.Fatalf("no single attribute: %.80s", href)
	}
	return html.UnescapeString(strings.TrimSuffix(value, `"`))
}

// script returns what a browser runs when the bookmark is clicked.
func script(t *testing.T, base string) string {
	t.Helper()
	text, err := url.PathUnescape(strings.TrimPrefix(address(t, base), "javascript:"))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestAddressIsShort(t *testing.T) {
	const limit = 12000
	got := address(t, "https://a-rather-long-name.library.example.edu/main-campus")
	if len(got) >= limit {
		t.Errorf("%d bytes, want less than %d", len(got), limit)
	}
	if i := strings.IndexFunc(got, func(c rune) bool { return c <= ' ' || c >= 0x7f }); i >= 0 {
		t.Errorf("not encoded: %q", got[i:min(i+10, len(got))])
	}
}

func TestHrefRefuses(t *testing.T) {
	good := `(() => { const base = "LENDLINK_BASE", texts = "LENDLINK_TEXTS"; })();`
	for _, test := range []struct{ name, source, base string }{
		{"a base without host", good, "/demo"},
		{"a base that is a script", good, "javascript:alert(1)"},
		{"a base with a query", good, "https://ill.example.edu/demo?x=1"},
		{"a source without place for the base", `"LENDLINK_TEXTS"`, "https://ill.example.edu/demo"},
		{"a source without place for the texts", `"LENDLINK_BASE"`, "https://ill.example.edu/demo"},
		{"a source that is no JavaScript", good + `}`, "https://ill.example.edu/demo"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, err := bookmarklet.Href(test.source, test.base, texts(t)); err == nil {
				t.Errorf("no error, but %s", got)
			}
		})
	}
}

// site serves the pages under testdata at any address, by ?page=NAME, under a
// policy that forbids everything when ?csp is there, or new windows when ?sandbox
// is, and a library at /demo.
func site(t *testing.T) string {
	t.Helper()
	href := new(template.HTMLAttr)
	setup := template.Must(template.New("").Parse(`<!doctype html><html lang=en><title>Setup</title>
		<meta name=citation_title content="Here &amp; “there” 100%"><meta name=citation_isbn content=9780306406157>
		<main><h1>Setup</h1><p><a id=mark {{.}}>Request this</a></main>`))
	mux := http.NewServeMux()
	mux.HandleFunc("/demo/", func(w http.ResponseWriter, r *http.Request) {
		if r.Referer() != "" {
			t.Errorf("the library learns the page's address: %s", r.Referer())
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte("<!doctype html><html lang=en><title>Request</title><main><h1>Request</h1></main>"))
	})
	mux.HandleFunc("/setup", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if err := setup.Execute(w, *href); err != nil {
			t.Error(err)
		}
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Has("csp") {
			w.Header().Set("Content-Security-Policy", "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'")
		}
		if r.URL.Query().Has("sandbox") {
			w.Header().Set("Content-Security-Policy", "sandbox allow-scripts")
		}
		http.ServeFile(w, r, "testdata/"+r.URL.Query().Get("page")+".html")
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	var err error
	if *href, err = bookmarklet.Href(source(t), server.URL+"/demo", texts(t)); err != nil {
		t.Fatal(err)
	}
	return server.URL
}

// pairs returns the pairs of a confirmation page's address, decoded, in order,
// without the two that every link of the bookmarklet has.
func pairs(t *testing.T, base, address string) []string {
	t.Helper()
	query, ok := strings.CutPrefix(address, base+"/demo/confirm?")
	if !ok {
		t.Fatalf("not the confirmation page: %s", address)
	}
	decoded := []string{}
	for piece := range strings.SplitSeq(query, "&") {
		pair, err := url.QueryUnescape(piece)
		if err != nil {
			t.Fatal(err)
		}
		decoded = append(decoded, pair)
	}
	if n := len(decoded); n < 3 || decoded[0] != "url_ver=Z39.88-2004" || decoded[n-1] != "rfr_id=info:sid/lendlink:bookmarklet" {
		t.Fatalf("version or source is missing: %q", decoded)
	}
	return decoded[1 : len(decoded)-1]
}

const (
	book    = "rft_val_fmt=info:ofi/fmt:kev:mtx:book"
	journal = "rft_val_fmt=info:ofi/fmt:kev:mtx:journal"
)

func TestOneItemOpensAtOnce(t *testing.T) {
	base := site(t)
	chapter := []string{book, "rft.genre=bookitem", "rft_id=info:doi/10.5555/978-3-16-148410-0_3",
		"rft.atitle=Kelp and Memory: Notes on a Drowned Coast", "rft.btitle=Tidal Ecologies",
		"rft.au=Ama Okonkwo-Reyes", "rft.au=Jörg Vale", "rft.isbn=978-3-16-148410-0", "rft.date=2019",
		"rft.pub=SpringTide, Cham", "rft.spage=41", "rft.epage=63", "ctx_ver=Z39.88-2004", "rft.edition=2nd ed."}
	for _, test := range []struct {
		name, path string
		selected   string // CSS selector of the element whose text is selected
		want       []string
	}{
		{"publisher's chapter: Highwire, filled up from COinS", "/?page=chapter", "", chapter},
		{"strict content security policy", "/?page=chapter&csp", "", chapter},
		{"WorldCat record: session and source left out", "/?page=record", "", []string{book, "rft.genre=book",
			"rfe_dat=<accessionnumber>251670948</accessionnumber>", "rft_id=info:oclcnum/251670948", "rft.aulast=Hars\u030cadeva",
			"rft.aufirst=Laxmi", "rft.title=Salt roads of the interior", "rft.date=1966", "rft.place=Delhi", "rft.pub=Ladakh Inst."}},
		{"shop: ISBN-10 in the address", "/Sands-Elsewhere-Vale/dp/0306406152/ref=sr_1_1?page=product", "", []string{book, "rft.genre=book",
			"rft.btitle=The Sands of Elsewhere", "rft.isbn=0306406152"}},
		{"shop: product number is no ISBN, the page shows one, the first is invalid", "/dp/B000000001?page=product", "", []string{book, "rft.genre=book",
			"rft.btitle=The Sands of Elsewhere", "rft.isbn=9780306406157"}},
		{"repository's thesis: Dublin Core", "/?page=thesis", "", []string{"rft_val_fmt=info:ofi/fmt:kev:mtx:dissertation",
			`rft.title=Mareas y memoria: una "historia" oral & visual`, "rft.au=Reyes Ocampo, Luz", "rft.date=2016-11", "rft.inst=Universidad de la Costa"}},
		{"JSON-LD graph: the chapter, not its book", "/?page=jsonld", "", []string{book, "rft.genre=bookitem", "rft_id=info:doi/10.5555/harbours.2",
			"rft.atitle=On Harbours", "rft.btitle=Edges of the Sea", "rft.au=Quill, Bo", "rft.au=Esi Oduya", "rft.date=2004-05-01",
			"rft.pub=Shore Books", "rft.isbn=9780306406157", "rft.spage=12", "rft.epage=30"}},
		{"Open Graph", "/?page=opengraph", "", []string{book, "rft.genre=book", "rft.btitle=Edges of the Sea", "rft.isbn=9780306406157"}},
		{"PRISM beside Dublin Core", "/?page=prism", "", []string{journal, "rft.genre=article", "rft_id=info:doi/10.5555/jss.1998.77",
			"rft.atitle=Slack water", "rft.jtitle=Journal of Shore Studies", "rft.au=Oduya, Esi", "rft.date=1998-04-01",
			"rft.issn=1234-5679", "rft.volume=7", "rft.issue=2", "rft.spage=77", "rft.epage=90"}},
		{"DOI in the address", "/doi/full/10.5555/abc-1.2/pdf?page=plain", "", []string{"rft_id=info:doi/10.5555/abc-1.2"}},
		{"ISBN-13 in the address", "/book/9780306406157?page=plain", "", []string{book, "rft.genre=book", "rft.isbn=9780306406157"}},
		{"selected citation of forty", "/?page=article", "#cite_note-2", []string{"ctx_ver=Z39.88-2004", journal, "rft.genre=article",
			"rft.jtitle=Journal of Shore Studies", "rft.atitle=Ferries, part 2", "rft.volume=1", "rft.pages=1-10", "rft.date=1962",
			"rft.aulast=Quill", "rft.aufirst=Bo"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(base + test.path)
			if test.selected != "" {
				browsertest.Eval[struct{}](tab, "getSelection().selectAllChildren(document.querySelector('"+test.selected+"'))")
			}
			before := browsertest.Eval[string](tab, "document.documentElement.outerHTML")
			queried := len(tab.Requests())
			opened := tab.Opened(func() { browsertest.Eval[struct{}](tab, script(t, base+"/demo")) })
			if diff := cmp.Diff(test.want, pairs(t, base, opened.Location())); diff != "" {
				t.Errorf("OpenURL (-want +got):\n%s", diff)
			}
			if after := browsertest.Eval[string](tab, "document.documentElement.outerHTML"); after != before {
				t.Error("the page was changed")
			}
			for _, got := range tab.Requests()[queried:] {
				if !strings.HasSuffix(got, "/favicon.ico") { // which the browser asks for when it likes
					t.Errorf("the page itself requested %s", got)
				}
			}
		})
	}
}

// Selected text goes before the page, and to the paste box in the fragment: no server sees it.
func TestSelectedTextIsPasted(t *testing.T) {
	base := site(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	for _, element := range []string{"#title", "#isbn", "#doi", "body"} {
		tab.Open(base + "/?page=plain")
		browsertest.Eval[struct{}](tab, "getSelection().selectAllChildren(document.querySelector('"+element+"'))")
		want := browsertest.Eval[string](tab, "String(getSelection()).trim()")
		opened := tab.Opened(func() { browsertest.Eval[struct{}](tab, script(t, base+"/demo")) })
		fragment, ok := strings.CutPrefix(opened.Location(), base+"/demo/#paste=")
		if got, err := url.PathUnescape(fragment); !ok || err != nil || got != want || want == "" {
			t.Errorf("%s: opens %s, want %q pasted", element, opened.Location(), want)
		}
	}
}

func TestSetupPagesLinkRuns(t *testing.T) {
	base := site(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/setup")
	opened := tab.Opened(func() { tab.Click("#mark") })
	want := []string{book, "rft.genre=book", "rft.btitle=Here & “there” 100%", "rft.isbn=9780306406157"}
	if diff := cmp.Diff(want, pairs(t, base, opened.Location())); diff != "" {
		t.Errorf("OpenURL (-want +got):\n%s", diff)
	}
}

// links returns the addresses that the dialog offers.
const links = `[...document.querySelector("#lendlink-ask").shadowRoot.querySelectorAll("a")].map(a => a.href)`

// closed waits for the dialog to go, two seconds at most, and gives the page's markup.
const closed = `(async () => {
	for (let i = 0; i < 100 && document.querySelector("#lendlink-ask"); i++) await new Promise(r => setTimeout(r, 20));
	return document.documentElement.outerHTML;
})()`

func TestSeveralItemsAreChosenByKeyboard(t *testing.T) {
	base := site(t)
	for _, test := range []struct {
		name, path string
		count      int
		first      string // accessible name of the first
		second     []string
	}{
		{"article with forty citations", "/?page=article", 40, "Lighthouses of district 1 Marsh, Coasts Observed, 1961",
			[]string{"ctx_ver=Z39.88-2004", journal, "rft.genre=article", "rft.jtitle=Journal of Shore Studies", "rft.atitle=Ferries, part 2",
				"rft.volume=1", "rft.pages=1-10", "rft.date=1962", "rft.aulast=Quill", "rft.aufirst=Bo"}},
		{"strict content security policy", "/?page=works&csp", 2, "Fog Signals Dov Tern, 2020",
			[]string{journal, "rft.genre=article", "rft.atitle=Buoys at Rest", "rft.jtitle=Journal of Shore Studies", "rft.au=Gita Brandt",
				"rft.date=1998-04", "rft.issn=1234-5679", "rft.volume=7", "rft.issue=2", "rft.pages=101-119"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(base + test.path)
			before := browsertest.Eval[string](tab, "document.documentElement.outerHTML")
			browsertest.Eval[struct{}](tab, script(t, base+"/demo"))
			browsertest.Eval[struct{}](tab, script(t, base+"/demo")) // clicked twice: still one dialog
			if got := browsertest.Eval[int](tab, `document.querySelectorAll("#lendlink-ask").length`); got != 1 {
				t.Errorf("%d dialogs", got)
			}
			if got := browsertest.Eval[[]string](tab, links); len(got) != test.count {
				t.Errorf("%d items offered, want %d", len(got), test.count)
			}
			if got := browsertest.Eval[string](tab, `getComputedStyle(document.querySelector("#lendlink-ask").shadowRoot.querySelector("dialog")).borderRadius`); got != "14px" {
				t.Errorf("the dialog has no style: %s", got)
			}
			for _, v := range tab.Axe() {
				t.Error(v)
			}
			tab.Screenshot("bookmarklet/" + strings.ReplaceAll(test.name, " ", "-"))
			if got := tab.Focused(); got != test.first {
				t.Errorf("focus on %q, want %q", got, test.first)
			}
			tab.Press("Escape")
			if after := browsertest.Eval[string](tab, closed); after != before {
				t.Error("the closed dialog leaves something behind")
			}
			browsertest.Eval[struct{}](tab, script(t, base+"/demo"))
			tab.Press("Tab")
			opened := tab.Opened(func() { tab.Press("Enter") })
			if diff := cmp.Diff(test.second, pairs(t, base, opened.Location())); diff != "" {
				t.Errorf("OpenURL (-want +got):\n%s", diff)
			}
		})
	}
}

// heading is what the dialog says above its links.
const heading = `document.querySelector("#lendlink-ask").shadowRoot.querySelector("h2").textContent`

func TestAPageThatForbidsWindows(t *testing.T) {
	const forbidden = "The link opens in this tab."
	base := site(t)
	for _, test := range []struct {
		name, page string
		before     string // what is said at first
	}{
		{"one item", "chapter", forbidden},
		{"several items", "works", "Which item do you want?"},
		{"nothing", "bare", forbidden},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := browsertest.Start(t).Tab(t, browsertest.Options{})
			tab.Open(base + "/?sandbox&page=" + test.page)
			browsertest.Eval[struct{}](tab, script(t, base+"/demo"))
			if got := browsertest.Eval[string](tab, heading); got != test.before {
				t.Errorf("says %q, want %q", got, test.before)
			}
			if test.before != forbidden {
				tab.Press("Enter")
				if got := browsertest.Eval[string](tab, heading); got != forbidden {
					t.Errorf("then says %q, want %q", got, forbidden)
				}
			}
			for _, v := range tab.Axe() {
				t.Error(v)
			}
			first := browsertest.Eval[[]string](tab, links)[0]
			tab.PressFollow("Enter")
			if got := tab.Location(); got != first {
				t.Errorf("opened %s, want %s", got, first)
			}
		})
	}
}

// The library's page says that nothing was found, in its own languages.
func TestNothingFoundOpensThePage(t *testing.T) {
	base := site(t)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/?page=bare")
	opened := tab.Opened(func() { browsertest.Eval[struct{}](tab, script(t, base+"/demo")) })
	if got := pairs(t, base, opened.Location()); len(got) != 1 || got[0] != "" {
		t.Errorf("the address has %q", got)
	}
}

// The dialog is in the browser's language where the library has it, else in the first.
func TestDialogIsInTheLibrarysLanguages(t *testing.T) {
	base := site(t)
	all := texts(t)
	for _, test := range []struct {
		browser string
		library []string
		want    string
	}{
		{"de-AT", []string{"en", "de"}, "Welchen Titel möchten Sie?"},
		{"fr", []string{"es", "de"}, "¿Qué documento desea?"},
		{"fr", []string{"es", "fr"}, "Quel document souhaitez-vous ?"},
	} {
		t.Run(test.browser+" "+test.want, func(t *testing.T) {
			var offered []bookmarklet.Texts
			for _, language := range test.library {
				i := slices.IndexFunc(all, func(t bookmarklet.Texts) bool { return t.Language == language })
				offered = append(offered, all[i])
			}
			href, err := bookmarklet.Href(source(t), base+"/demo", offered)
			if err != nil {
				t.Fatal(err)
			}
			run, err := url.PathUnescape(html.UnescapeString(strings.TrimPrefix(strings.Trim(string(href), `"`), `href="javascript:`)))
			if err != nil {
				t.Fatal(err)
			}
			tab := browsertest.Start(t).Tab(t, browsertest.Options{Language: test.browser})
			tab.Open(base + "/?page=works")
			browsertest.Eval[struct{}](tab, run)
			if got := browsertest.Eval[string](tab, heading); got != test.want {
				t.Errorf("asks %q, want %q", got, test.want)
			}
			for _, v := range tab.Axe() {
				t.Error(v)
			}
			tab.Screenshot("bookmarklet/in-" + test.browser)
		})
	}
}
