package web_test

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lendlink/resolver/library"
)

// TestNothingIsStored: answers about a link are not kept by caches, in whatever form
// they come, and differ by what the client prefers.
func TestNothingIsStored(t *testing.T) {
	s := newServer(t, twoLibraries)
	for _, path := range []string{
		"/", "/north/", "/north/openurl?" + primoLink, "/north/openurl?title=x", "/north/openurl", "/north/confirm?title=x", "/north/citation?title=x",
		"/north/practice?title=x", "/north/inspect?title=x", "/north/inspect?format=json&title=x", "/north/inspect?format=text&title=x", "/north/setup",
		"/north/setup/qr.svg", "/north/stats", "/nowhere/openurl?title=x", "/nowhere/at/all", "/north/request", "/healthz", "/readyz",
	} {
		for _, accept := range []string{"text/html", "application/json"} {
			w := from(s, "203.0.113.7:1", path, "Accept", accept)
			if got := w.Header().Get("Cache-Control"); got != "no-store" {
				t.Errorf("%s as %s: status %d, Cache-Control %q", path, accept, w.Code, got)
			}
			for _, varies := range []string{"Accept", "Accept-Language", "Accept-Encoding"} {
				if !strings.Contains(w.Header().Get("Vary")+",", varies+",") {
					t.Errorf("%s as %s: Vary %q lacks %s", path, accept, w.Header().Get("Vary"), varies)
				}
			}
		}
	}
	if got := get(t, s, "/static/icon.svg").Header().Get("Cache-Control"); got == "" || got == "no-store" {
		t.Errorf("a static file: Cache-Control %q", got)
	}
}

// TestStrictTransport: browsers are asked to keep to https where they used it, and not by
// a request that anybody on the way can answer.
func TestStrictTransport(t *testing.T) {
	s := newServer(t, twoLibraries)
	for _, secure := range []bool{false, true} {
		for _, path := range []string{"/", "/north/openurl?title=x", "/static/icon.svg", "/nowhere/at/all"} {
			r := httptest.NewRequest(http.MethodGet, path, nil)
			if secure {
				r.TLS = &tls.ConnectionState{}
			}
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if got := w.Header().Get("Strict-Transport-Security"); (got != "") != secure {
				t.Errorf("%s, in TLS %v: Strict-Transport-Security %q", path, secure, got)
			}
		}
	}
}

// TestCrossOriginForms: a form is taken from our own pages, and from programs.
func TestCrossOriginForms(t *testing.T) {
	s := newServer(t, twoLibraries)
	for _, tc := range []struct {
		name, origin, site string
		status             int
	}{
		{"our own page, with https", "null", "same-origin", http.StatusSeeOther},
		{"our own page, without", "http://example.com", "", http.StatusSeeOther},
		{"a program", "", "", http.StatusSeeOther},
		{"another site", "https://evil.example", "cross-site", http.StatusForbidden},
		{"another site, without https", "http://evil.example", "", http.StatusForbidden},
		{"a sandboxed frame", "null", "", http.StatusForbidden},
		{"a sandboxed frame, with https", "null", "cross-site", http.StatusForbidden},
	} {
		r := posted("/request", "type=book&was=book&mode=confirm&title=Dune&author=Herbert")
		for name, value := range map[string]string{"Origin": tc.origin, "Sec-Fetch-Site": tc.site} {
			if value != "" {
				r.Header.Set(name, value)
			}
		}
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code != tc.status {
			t.Errorf("%s: status %d, want %d", tc.name, w.Code, tc.status)
		}
	}
	if page := get(t, s, "/north/").Body.String(); !strings.Contains(page, `<meta name="referrer" content="same-origin">`) {
		t.Error("the page's form would come from nowhere where there is no https")
	}
}

// TestEquivalentPaths: doubled slashes and escaped letters change nothing.
func TestEquivalentPaths(t *testing.T) {
	s := newServer(t, twoLibraries)
	plain := get(t, s, "/north/openurl?"+primoLink).Header().Get("Location")
	if plain == "" {
		t.Fatal("the plain address leads nowhere")
	}
	for _, path := range []string{"//north/openurl", "///north//openurl", "/%6eorth/openurl", "/north/%6Fpenurl", "//%6e%6frth/openurl"} {
		r := bare(http.MethodGet, path+"?"+primoLink)
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Header().Get("Location") != plain {
			t.Errorf("%s: status %d, leads to %q", path, w.Code, w.Header().Get("Location"))
		}
	}
	w := httptest.NewRecorder()
	if s.ServeHTTP(w, bare(http.MethodGet, "/north%2fopenurl?"+primoLink)); w.Code != http.StatusNotFound {
		t.Errorf("an escaped slash: status %d", w.Code)
	}
}

// TestHomeListsLibrariesInParts: two thousand libraries are not one page.
func TestHomeListsLibrariesInParts(t *testing.T) {
	s := newServer(t, func() *library.Settings {
		set := demo()
		all := set.Libraries
		for n := range 2000 {
			one := *set.Libraries[0]
			one.Code, one.Name = fmt.Sprintf("lib-%04d", n), fmt.Sprintf("Library %04d", n)
			all = append(all, &one)
		}
		return library.New(all...)
	})
	first := get(t, s, "/").Body.String()
	if n := strings.Count(first, "/openurl?</code>"); n == 0 || n > 50 || len(first) > 100_000 {
		t.Errorf("%d libraries on a page of %d bytes", n, len(first))
	}
	for _, tc := range []struct{ path, holds string }{
		{"/?page=41", "Library 1999"}, {"/?page=2", "Library 0060"}, {"/?q=1234", "Library 1234"}, {"/?q=LIB-0777", "Library 0777"},
		{"/?page=x", "Demo Library"}, {"/?page=99999999999999999999", "Demo Library"}, {"/?page=-1", "Demo Library"}, {"/?page=2000", "Demo Library"},
		{"/?q=nowhere", "No library has this name."}, {"/?q=Library&page=2", "page=3&amp;q=Library"},
	} {
		if page := get(t, s, tc.path).Body.String(); !strings.Contains(page, tc.holds) {
			t.Errorf("%s lacks %q", tc.path, tc.holds)
		}
	}
}
