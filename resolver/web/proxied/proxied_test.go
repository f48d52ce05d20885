package proxied_test

import (
	"net/http/httptest"
	"net/netip"
	"testing"

	"lendlink/resolver/web/proxied"
)

var trusted = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("2001:db8:f::/48")}

func TestClient(t *testing.T) {
	for _, tc := range []struct {
		name, peer string
		sent       []string // headers of the name that the case's rules read
		want       string   // "" for nobody
		forwarded  bool
	}{
		{"not behind a proxy", "203.0.113.5:1", nil, "203.0.113.5", false},
		{"not behind a proxy, whatever it sends", "203.0.113.5:1", []string{"192.0.2.1"}, "203.0.113.5", false},
		{"an IPv4 peer of an IPv6 listener", "[::ffff:203.0.113.5]:1", nil, "203.0.113.5", false},
		{"a peer that is not an address", "@", []string{"192.0.2.1"}, "", false},
		{"behind a proxy", "10.1.1.1:1", []string{"203.0.113.5"}, "203.0.113.5", false},
		{"behind a proxy in IPv6", "[2001:db8:f::1]:1", []string{"2001:db8::5"}, "2001:db8::5", false},
		{"behind two", "10.1.1.1:1", []string{"203.0.113.5, 10.2.2.2"}, "203.0.113.5", false},
		{"in two headers", "10.1.1.1:1", []string{"203.0.113.5", "10.2.2.2"}, "203.0.113.5", false},
		{"what a client put in front is not believed", "10.1.1.1:1", []string{"192.0.2.1, 203.0.113.5"}, "203.0.113.5", false},
		{"nor where it cannot be read", "10.1.1.1:1", []string{"garbage, 203.0.113.5"}, "203.0.113.5", false},
		{"a proxy's own request", "10.1.1.1:1", []string{"10.3.3.3"}, "10.3.3.3", false},
		{"no header", "10.1.1.1:1", nil, "", false},
		{"an empty header", "10.1.1.1:1", []string{""}, "", false},
		{"a port", "10.1.1.1:1", []string{"203.0.113.5:1234"}, "203.0.113.5", false},
		{"a port that is not valid", "10.1.1.1:1", []string{"203.0.113.5:x"}, "", false},
		{"IPv6 with a port", "10.1.1.1:1", []string{"[2001:db8::5]:443"}, "2001:db8::5", false},
		{"IPv6 in brackets", "10.1.1.1:1", []string{"[2001:db8::5]"}, "2001:db8::5", false},
		{"IPv6 with a broken bracket", "10.1.1.1:1", []string{"[2001:db8::5"}, "", false},
		{"IPv4 written as IPv6", "10.1.1.1:1", []string{"::ffff:203.0.113.5"}, "203.0.113.5", false},
		{"unknown", "10.1.1.1:1", []string{"unknown"}, "", false},
		{"garbage after an address", "10.1.1.1:1", []string{"203.0.113.5, garbage"}, "", false},
		{"nothing after an address", "10.1.1.1:1", []string{"203.0.113.5, "}, "", false},
		{"garbage before a proxy", "10.1.1.1:1", []string{"garbage, 10.2.2.2"}, "", false},

		{"Forwarded", "10.1.1.1:1", []string{"for=203.0.113.5;proto=https;by=10.1.1.1"}, "203.0.113.5", true},
		{"Forwarded in capitals, quoted, with a port", "10.1.1.1:1", []string{`For="203.0.113.5:1234"`}, "203.0.113.5", true},
		{"Forwarded in IPv6", "10.1.1.1:1", []string{`for="[2001:db8::5]:4711"`}, "2001:db8::5", true},
		{"Forwarded over two", "10.1.1.1:1", []string{"for=203.0.113.5, for=10.2.2.2"}, "203.0.113.5", true},
		{"Forwarded in two headers", "10.1.1.1:1", []string{"for=203.0.113.5", "for=10.2.2.2"}, "203.0.113.5", true},
		{"Forwarded with a comma in quotes", "10.1.1.1:1", []string{`for=203.0.113.5;host="a,for=192.0.2.1"`}, "203.0.113.5", true},
		{"Forwarded unknown", "10.1.1.1:1", []string{"for=unknown"}, "", true},
		{"Forwarded under another name", "10.1.1.1:1", []string{"for=_hidden"}, "", true},
		{"Forwarded without for", "10.1.1.1:1", []string{"for=203.0.113.5, proto=https"}, "", true},
		{"no Forwarded", "10.1.1.1:1", nil, "", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := httptest.NewRequest("GET", "/", nil)
			r.RemoteAddr = tc.peer
			name, other := "X-Forwarded-For", "Forwarded"
			if tc.forwarded {
				name, other = other, name
			}
			for _, value := range tc.sent {
				r.Header.Add(name, value)
			}
			r.Header.Set(other, "for=198.51.100.9")
			got := proxied.Rules{Trusted: trusted, Forwarded: tc.forwarded}.Client(r)
			if want, _ := netip.ParseAddr(tc.want); got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestOriginOfForwarded(t *testing.T) {
	r := httptest.NewRequest("GET", "/", nil)
	r.RemoteAddr = "10.1.1.1:1"
	r.Header.Set("Forwarded", `for=203.0.113.5;proto=HTTPS;host="ill.example.edu"`)
	if scheme, host := (proxied.Rules{Trusted: trusted, Forwarded: true}).Origin(r); scheme != "https" || host != "ill.example.edu" {
		t.Errorf("got %q, %q", scheme, host)
	}
	if scheme, host := (proxied.Rules{Trusted: trusted}).Origin(r); scheme != "" || host != "" {
		t.Errorf("a header that is not asked for is read: %q, %q", scheme, host)
	}
}
