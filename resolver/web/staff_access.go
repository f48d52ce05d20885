package web

import (
	"net/netip"
	"net/url"
	"regexp"
	"strings"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/web/locale"
)

// staff allows only clients that may see the library's staff pages. For
// others the page does not exist. Staff pages are in English.
func staff(h func(*requestContext) error) func(*requestContext) error {
	return func(v *requestContext) error {
		if !v.library.StaffPages.Allow(v.address()) {
			return echo.ErrNotFound
		}
		v.language = locale.Default
		return h(v)
	}
}

// address is the visitor's. One that cannot be read is in none of a library's
// networks.
func (v *requestContext) address() netip.Addr {
	address, _ := netip.ParseAddr(v.RealIP())
	return address
}

// staffFrame is what every staff page shows around its content.
type staffFrame struct {
	frame
	Origin  string // how the client reached us: https://ill.example.edu
	Path    string // of the library: /demo
	Current string // of the page, after Path
}

// Base is the address of the library, without a slash at the end.
func (f staffFrame) Base() string { return f.Origin + f.Path }

// OpenURL is the base address to give to sources.
func (f staffFrame) OpenURL() string { return f.Base() + "/openurl?" }

func (s *Server) staffFrame(v *requestContext, current string) staffFrame {
	return staffFrame{v.frame(), s.origin(v), "/" + v.library.Code, current}
}

// plausibleHost is what a Host header can hold that belongs into an address.
var plausibleHost = regexp.MustCompile(`^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?$`)

// exampleOrigin is for clients that do not say which host they reached.
const exampleOrigin = "https://lendlink.example.edu"

// origin returns the scheme and host under which the client reached us. What a proxy
// says of them is believed only of those that the settings trust.
func (s *Server) origin(v *requestContext) string {
	r := v.Request()
	scheme, host := "http", r.Host
	if r.TLS != nil {
		scheme = "https"
	}
	proto, forwarded := s.proxies().Origin(r)
	if proto == "http" || proto == "https" {
		scheme = proto
	}
	if forwarded != "" {
		host = forwarded
	}
	if !plausibleHost.MatchString(host) {
		return exampleOrigin
	}
	return scheme + "://" + host
}

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
		"then open the guide at the https address. If it is set up already, the proxy in front is missing from trusted_proxies in the " +
		"settings file."},
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
