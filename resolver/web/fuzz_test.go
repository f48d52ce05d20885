package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// Whatever a link holds, it is never our failure, and it never leads anywhere but
// to the library's own form.
func FuzzOpenURL(f *testing.F) {
	f.Add("genre=book&title=Dune&aulast=Herbert", "")
	f.Add("rft.btitle=%0d%0aLocation:+https://evil.example", "genre=book")
	f.Add("title=//evil.example/&rft_id=https://evil.example/", "url_ctx_val=%3Cx")
	f.Add("%zz;=&&&", "<?xml version='1.0'?><a>")
	s := newServer(f, twoLibraries)
	f.Fuzz(func(t *testing.T, query, body string) {
		r := httptest.NewRequest(http.MethodPost, "/north/openurl", strings.NewReader(body))
		r.URL.RawQuery = query
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatalf("status %d", w.Code)
		}
		if w.Code != http.StatusSeeOther {
			return
		}
		location := w.Header().Get("Location")
		u, err := url.Parse(location)
		if err != nil || u.Scheme != "https" || u.Host != "11111.account.worldcat.org" {
			t.Errorf("leads to %q (%v)", location, err)
		}
		for i := range len(location) {
			if location[i] <= ' ' || location[i] > '~' {
				t.Fatalf("byte %#x in %q", location[i], location)
			}
		}
	})
}
