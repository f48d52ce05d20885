package web

import (
	"net/netip"
	"net/url"
	"strings"
)

// originDoubts are the rows of what is wrong with an origin that staff are about to copy
// into other systems. The first that applies is shown.
var originDoubts = []struct {
	applies func(*url.URL) bool
	warning string
}{
	{isExampleOrigin, "Your browser did not say which address it reached, so the addresses here have an example’s host. " +
		"Put your own in its place."},
	{isLoopback, "This address works only on the computer that Lendlink runs on. Open the guide at the address that patrons will use, " +
		"and copy the values from there."},
	{isPlainHTTP, "The addresses here begin with http, so what patrons request can be read on the way. Set up https first, " +
		"then open the guide at the https address. If it is set up already, the proxy in front is missing from trusted_proxies in the settings file."},
}

func isExampleOrigin(u *url.URL) bool { return u.Scheme+"://"+u.Host == exampleOrigin }

func isLoopback(u *url.URL) bool {
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	address, err := netip.ParseAddr(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || err == nil && address.IsLoopback()
}

func isPlainHTTP(u *url.URL) bool { return u.Scheme == "http" }

// OriginWarning returns what is wrong with the addresses on the page, or "".
func (f staffFrame) OriginWarning() string {
	u, err := url.Parse(f.Origin)
	if err != nil {
		return ""
	}
	for _, d := range originDoubts {
		if d.applies(u) {
			return d.warning
		}
	}
	return ""
}
