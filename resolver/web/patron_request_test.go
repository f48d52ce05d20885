package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lendlink/resolver"
	"lendlink/resolver/interpret/readable"
	"lendlink/resolver/library"
)

// A confirmation page sent without changes must lead where the link alone would have
// led: the form may lose nothing in the browser.
func TestFormKeepsTheLink(t *testing.T) {
	links, err := readable.Links("../interpret/testdata/cases/sources")
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(t, demo)
	lib := library.Demo().Find("demo")
	for _, link := range links {
		want := resolver.Resolve(lib, link, 2026)
		if want.Citation.Empty() || slices.Contains(want.Missing, "title") { // the page asks for one
			continue
		}
		r := httptest.NewRequest(http.MethodGet, "/demo/confirm", nil)
		r.URL.RawQuery = link // as it is: some have blanks
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		doc, err := html.Parse(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		form := filled(doc)
		form.Set("mode", "confirm") // as if what is missing had been asked for
		w = httptest.NewRecorder()
		r = httptest.NewRequest(http.MethodPost, "/demo/request", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		s.ServeHTTP(w, r)
		if w.Code != http.StatusSeeOther {
			t.Errorf("%s: status %d", link, w.Code)
			continue
		}
		if got := w.Header().Get("Location"); got != want.Location {
			t.Errorf("%s\nleads to  %s\nby itself %s", link, got, want.Location)
		}
	}
}

// filled returns what a browser would send of the page's form.
func filled(doc *html.Node) url.Values {
	form := url.Values{}
	for _, n := range elements(doc, "input") {
		checked := strings.Contains(attrs(n), " checked")
		if attr(n, "type") != "radio" || checked {
			form.Add(attr(n, "name"), attr(n, "value"))
		}
	}
	for _, n := range elements(doc, "textarea") {
		form.Add(attr(n, "name"), strings.ReplaceAll(text(n), "\n", "\r\n"))
	}
	return form
}

func attrs(n *html.Node) string {
	var b strings.Builder
	for _, a := range n.Attr {
		b.WriteString(" " + a.Key)
	}
	return b.String()
}
