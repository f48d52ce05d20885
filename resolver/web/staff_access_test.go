package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"lendlink/resolver/library"
	"lendlink/resolver/web"
)

// TestStaffPagesCanBeHidden asks for every route that begins with a staff page's
// path, so that a new one cannot be left open.
func TestStaffPagesCanBeHidden(t *testing.T) {
	for _, tc := range []struct {
		name   string
		who    library.StaffPages
		remote string
		status int
	}{
		{"open to all", library.StaffPages{}, "203.0.113.7:1", http.StatusOK},
		{"off", library.StaffPages{Off: true}, "127.0.0.1:1", http.StatusNotFound},
		{"from the library's network", library.StaffPages{Networks: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}}, "192.0.2.9:1", http.StatusOK},
		{"from elsewhere", library.StaffPages{Networks: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}}, "203.0.113.7:1", http.StatusNotFound},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := newServer(t, func() *library.Settings {
				set := demo()
				set.Libraries[0].StaffPages = tc.who
				return set
			})
			paths := web.StaffPaths(s)
			if len(paths) < 2 {
				t.Fatalf("staff pages: %q", paths)
			}
			for _, path := range paths {
				r := httptest.NewRequest(http.MethodGet, path+"?rft.isbn=9780441172719", nil) // no code is drawn of nothing
				r.RemoteAddr = tc.remote
				w := httptest.NewRecorder()
				s.ServeHTTP(w, r)
				if w.Code != tc.status {
					t.Errorf("%s: status %d, want %d", path, w.Code, tc.status)
				}
			}
		})
	}
}

// TestStaffPagesStayClosedWhenInDoubt: the proxy itself is in the library's network, so
// that a client whose address it does not pass on would be let in.
func TestStaffPagesStayClosedWhenInDoubt(t *testing.T) {
	for _, tc := range []struct {
		name, header, value string
		reads               library.ClientAddress
		status              int
	}{
		{"staff", "X-Forwarded-For", "10.0.0.7", library.FromXForwardedFor, http.StatusOK},
		{"staff with a port", "X-Forwarded-For", "10.0.0.7:1234", library.FromXForwardedFor, http.StatusOK},
		{"a stranger", "X-Forwarded-For", "203.0.113.5", library.FromXForwardedFor, http.StatusNotFound},
		{"a stranger with a port", "X-Forwarded-For", "203.0.113.5:1234", library.FromXForwardedFor, http.StatusNotFound},
		{"a stranger in IPv6 with a port", "X-Forwarded-For", "[2001:db8::5]:1234", library.FromXForwardedFor, http.StatusNotFound},
		{"unknown", "X-Forwarded-For", "unknown", library.FromXForwardedFor, http.StatusNotFound},
		{"garbage after an address", "X-Forwarded-For", "203.0.113.5, garbage", library.FromXForwardedFor, http.StatusNotFound},
		{"no header", "X-Other", "x", library.FromXForwardedFor, http.StatusNotFound},
		{"another header than the settings name", "Forwarded", "for=10.0.0.7", library.FromXForwardedFor, http.StatusNotFound},
		{"staff by Forwarded", "Forwarded", `for="10.0.0.7:1234"`, library.FromForwarded, http.StatusOK},
		{"a stranger by Forwarded", "Forwarded", "for=203.0.113.5", library.FromForwarded, http.StatusNotFound},
		{"unknown by Forwarded", "Forwarded", "for=unknown", library.FromForwarded, http.StatusNotFound},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := newServer(t, func() *library.Settings {
				set := demo()
				set.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.1/32")}
				set.ClientAddress = tc.reads
				set.Libraries[0].StaffPages = library.StaffPages{Networks: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}}
				return set
			})
			if w := from(s, "10.0.0.1:1", "/demo/setup", tc.header, tc.value); w.Code != tc.status {
				t.Errorf("status %d, want %d", w.Code, tc.status)
			}
		})
	}
}

func TestOrigin(t *testing.T) {
	trusting := func() *library.Settings {
		set := demo()
		set.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
		return set
	}
	for _, tc := range []struct {
		name, remote, host, proto, forwarded, want string
	}{
		{"as the browser asked", "203.0.113.7:1", "ill.example.edu:8080", "", "", "http://ill.example.edu:8080/demo/openurl?"},
		{"a trusted proxy speaks https", "10.1.2.3:1", "ill.example.edu", "https", "", "https://ill.example.edu/demo/openurl?"},
		{"a trusted proxy knows the name", "10.1.2.3:1", "inner:8080", "https", "ill.example.edu", "https://ill.example.edu/demo/openurl?"},
		{"of several proxies the outermost", "10.1.2.3:1", "inner:8080", "https, http", "ill.example.edu, inner", "https://ill.example.edu/demo/openurl?"},
		{"anybody else is not believed", "203.0.113.7:1", "ill.example.edu", "https", "evil.example", "http://ill.example.edu/demo/openurl?"},
		{"a host that is none", "203.0.113.7:1", `a"b/c`, "", "", "https://lendlink.example.edu/demo/openurl?"},
		{"a scheme that is none", "10.1.2.3:1", "ill.example.edu", "javascript", "", "http://ill.example.edu/demo/openurl?"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, "/demo/setup", nil)
			r.RemoteAddr, r.Host = tc.remote, tc.host
			r.Header.Set("X-Forwarded-Proto", tc.proto)
			r.Header.Set("X-Forwarded-Host", tc.forwarded)
			w := httptest.NewRecorder()
			newServer(t, trusting).ServeHTTP(w, r)
			if !strings.Contains(w.Body.String(), `value="`+tc.want+`"`) {
				t.Errorf("the page lacks %q", tc.want)
			}
		})
	}
}
