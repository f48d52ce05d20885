package library

import (
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/idna"

	"lendlink/resolver/requestform"
)

// violation is what is wrong with a value. Without advice of its own, the message
// says what belongs there. The zero value is no violation.
type violation struct{ wrong, advice string }

// String returns what is wrong and the advice of its own; "" for none.
func (v violation) String() string {
	if v.advice == "" {
		return v.wrong
	}
	return v.wrong + "; " + v.advice
}

// dnsName is a host name as it is in an address; international ones are in
// their ASCII form.
var dnsName = regexp.MustCompile(`^(?i:[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*(?i:[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)$`)

// notHTTPS checks an address that patrons' browsers will open. It is stricter
// than net/url: the address goes into a Location header as it is.
func notHTTPS(s string) violation {
	if scheme, rest, ok := strings.Cut(s, "://"); ok {
		host := rest
		if end := strings.IndexAny(rest, "/?#"); end >= 0 {
			host = rest[:end]
		}
		if c := notASCII(host); c != (violation{}) {
			return c
		}
		if strings.EqualFold(scheme, "https") && scheme != "https" {
			return violation{"begins with " + scheme + "://", "write https:// in lower case"}
		}
	}
	if strings.ContainsFunc(s, unsafeInAddress) {
		return violation{"has a character that no address may have", "percent-encode it"}
	}
	if !strings.HasPrefix(s, "https://") {
		return violation{"does not begin with https://", ""}
	}
	u, err := url.Parse(s)
	if err != nil {
		return violation{"is not a valid address", ""}
	}
	if u.User != nil {
		return violation{"has a user name or password in it", "take it out"}
	}
	return badHost(u)
}

// unsafeInAddress reports whether RFC 3986 requires a rune to be percent-encoded in an address.
func unsafeInAddress(r rune) bool {
	return r <= ' ' || r >= 0x7f || strings.ContainsRune("\"<>\\^`{|}", r)
}

func badHost(u *url.URL) violation {
	host := u.Hostname()
	if _, err := netip.ParseAddr(host); err != nil {
		if c := badName(host); c != (violation{}) {
			return c
		}
	}
	if strings.HasSuffix(u.Host, ":") || u.Port() != "" && !isPort(u.Port(), 1) {
		return violation{"has no valid port", "write one from 1 to 65535, or none"}
	}
	return violation{}
}

// badName checks the name of a host, as it is in addresses and alone.
func badName(host string) violation {
	switch {
	case strings.Contains(host, "*"):
		return violation{"has a wildcard", "write each host by its own name"}
	case strings.Contains(host, "_"):
		return violation{"has an underscore, which no host name may have", ""}
	case len(host) > 1 && strings.HasSuffix(host, "."):
		return violation{"has a dot at the end of its host name", "take it out"}
	}
	if c := notASCII(host); c != (violation{}) {
		return c
	}
	if len(host) > 253 || !dnsName.MatchString(host) {
		return violation{"has no valid host name", ""}
	}
	return violation{}
}

// notASCII checks that a host name is in the form in which addresses have it.
func notASCII(host string) violation {
	if !strings.ContainsFunc(host, func(r rune) bool { return r >= 0x80 }) {
		return violation{}
	}
	const wrong = "has a host name that is not in its ASCII form"
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		return violation{wrong, "write " + ascii + " in its place"}
	}
	return violation{wrong, ""}
}

func isPort(s string, least int) bool {
	n, err := strconv.Atoi(s)
	return err == nil && least <= n && n <= 65535
}

// notFormAddress checks the address that a request is put after.
func notFormAddress(service requestform.Service, s string) violation {
	if c := notHTTPS(s); c != (violation{}) {
		return c
	}
	if strings.Contains(s, "#") {
		return violation{"has a fragment, the part from # on", "take it out"}
	}
	if !service.TakesQuery() && strings.IndexByte(s, '?') != len(s)-1 {
		return violation{"does not end in its only ?", ""}
	}
	if strings.Count(s, "?") > 1 {
		return violation{"has more than one ?", ""}
	}
	return violation{}
}

// notProxyAddress checks the address that a form's address is put after.
func notProxyAddress(s string) violation {
	if c := notHTTPS(s); c != (violation{}) {
		return c
	}
	if strings.Contains(s, "#") {
		return violation{"has a fragment, the part from # on", "take it out"}
	}
	return violation{}
}

// notOrigin checks an origin as browsers write it: a scheme, a host and perhaps
// a port. It becomes part of a header.
func notOrigin(s string) violation {
	if c := notHTTPS(s); c != (violation{}) {
		return c
	}
	if u, err := url.Parse(s); err != nil || s != "https://"+u.Host {
		return violation{"is more than an origin", "leave out what comes after the host"}
	}
	return violation{}
}

// notServiceAddress checks the address of a service that we ask ourselves.
func notServiceAddress(s string) violation { return secureUnlessHere(s, notHTTPS) }

// secureUnlessHere makes a check of https addresses one of addresses that on this machine
// may do without a certificate.
func secureUnlessHere(s string, check func(string) violation) violation {
	plain, isPlain := strings.CutPrefix(s, "http://")
	if !isPlain {
		return check(s)
	}
	if u, err := url.Parse(s); err == nil && !isThisMachine(u.Hostname()) {
		return violation{"is not on this machine and does not begin with https://", ""}
	}
	return check("https://" + plain)
}

func isThisMachine(host string) bool {
	a, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && a.IsLoopback()
}

// notCacheAddress checks the address of a Redis or Valkey server: of one database
// at most, and without options.
func notCacheAddress(s string) violation {
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return violation{"is not a valid address", "percent-encode what the password has besides letters and digits"}
	case !slices.Contains([]string{"redis", "rediss", "valkey", "valkeys"}, u.Scheme):
		return violation{"does not begin with redis:// or rediss://", ""}
	case u.RawQuery != "" || u.Fragment != "":
		return violation{"has options, the part from ? or # on", "take it out"}
	}
	if database := strings.TrimPrefix(u.Path, "/"); database != "" {
		if n, err := strconv.ParseUint(database, 10, 16); err != nil || strconv.FormatUint(n, 10) != database {
			return violation{"names a database that is not a number", ""}
		}
	}
	return badHost(u)
}

// CanListenOn reports whether an address is one to listen on.
func CanListenOn(s string) bool { return notListenAddress(s) == violation{} }

// notListenAddress checks host:port, where the host may be left out.
func notListenAddress(s string) violation {
	host, port, err := net.SplitHostPort(s)
	if err != nil {
		return violation{"must be host:port", ""}
	}
	if !isPort(port, 0) {
		return violation{"has no valid port", "write one from 1 to 65535, or 0 for any that is free"}
	}
	if _, err := netip.ParseAddr(host); host != "" && err != nil && !dnsName.MatchString(host) {
		return violation{"has no valid host", ""}
	}
	return violation{}
}
