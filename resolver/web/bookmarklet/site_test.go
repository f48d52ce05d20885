package bookmarklet_test

import (
	"html/template"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
	"lendlink/resolver/web/bookmarklet"
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
