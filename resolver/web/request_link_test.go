package web_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/warning"
)

// A link that is far too long is read as far as it may be, up to the end of a pair.
func TestLongLinks(t *testing.T) {
	s := newServer(t, demo)
	const dune = "genre=book&title=Dune&aulast=Herbert"
	long := func(key string) string { return "&" + key + "=" + strings.Repeat("x", 17<<10) }
	fill := func(link string, length int) string {
		return link + "&x=" + strings.Repeat("x", length-len(link)-len("&x="))
	}
	for _, tc := range []struct {
		name, query string
		status      int
		warned      bool
	}{
		{"as long as it may be", fill(dune, 16<<10), http.StatusFound, false},
		{"a pair ends where reading does", fill(dune, 16<<10) + "&date=1965", http.StatusFound, true},
		{"the rest is left out", dune + long("rft.description") + "&title=Another", http.StatusFound, true},
		{"nothing can be read", "title=" + strings.Repeat("x", 17<<10), http.StatusRequestURITooLong, false},
		{"what is read says nothing", "req_id=1" + long("title"), http.StatusRequestURITooLong, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := get(t, s, "/demo/openurl?"+tc.query)
			if w.Code != tc.status {
				t.Fatalf("status %d, want %d", w.Code, tc.status)
			}
			if location := w.Header().Get("Location"); tc.status == http.StatusFound && !strings.Contains(location, "rft.btitle=Dune&") {
				t.Errorf("leads to %s", location)
			}
			if tc.status != http.StatusFound {
				return
			}
			r := httptest.NewRequest(http.MethodGet, "/demo/inspect?"+tc.query, nil)
			r.Header.Set("Accept", "application/json")
			w = httptest.NewRecorder()
			s.ServeHTTP(w, r)
			var resolution struct{ Warnings warning.List }
			if err := json.Unmarshal(w.Body.Bytes(), &resolution); err != nil {
				t.Fatal(err)
			}
			// A warning of a single value names its key.
			if got := slices.Contains(resolution.Warnings, warning.Warning{Code: warning.TooLong}); got != tc.warned {
				t.Errorf("warned of its length: %v, want %v; %+v", got, tc.warned, resolution.Warnings)
			}
		})
	}
}
