package openaccess

import (
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// longest is how long an address may be, in bytes. Those of repositories go to some three
// hundred.
const longest = 1000

// encrypted are hosts that services still write with http and that have served https for
// long. An address of any other host must say https itself: it is not known
// to serve it.
var encrypted = map[string]string{
	"doi.org": "doi.org", "dx.doi.org": "doi.org", "hdl.handle.net": "hdl.handle.net", "arxiv.org": "arxiv.org",
	"europepmc.org": "europepmc.org", "www.ncbi.nlm.nih.gov": "www.ncbi.nlm.nih.gov", "archive.org": "archive.org",
	"openlibrary.org": "openlibrary.org", "library.oapen.org": "library.oapen.org", "directory.doabooks.org": "directory.doabooks.org",
	"babel.hathitrust.org": "babel.hathitrust.org", "catalog.hathitrust.org": "catalog.hathitrust.org",
}

// hostName is a name in the public DNS: it has a dot and letters in its last part.
var hostName = regexp.MustCompile(`^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$`)

// inside are the last parts of names that mean something else on each network, or nothing
// (RFC 6761, RFC 6762, RFC 8375, RFC 9476).
var inside = []string{".local", ".localhost", ".internal", ".arpa", ".invalid", ".onion", ".alt", ".lan"}

// ParseAddress returns an address that a browser may be sent to, and its host, both in
// ASCII. It takes https alone, the usual port, no user, no numbers for a host and no
// name of an inside network.
func ParseAddress(s string) (address, host string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longest || !utf8.ValidString(s) {
		return "", "", false
	}
	u, err := url.Parse(s)
	if err != nil || u.Opaque != "" || u.User != nil {
		return "", "", false
	}
	host, ok = asciiHost(u.Hostname())
	if !ok {
		return "", "", false
	}
	switch scheme, port := strings.ToLower(u.Scheme), u.Port(); {
	case scheme == "http" && encrypted[host] != "" && (port == "" || port == "80"):
		host = encrypted[host]
	case scheme != "https" || port != "" && port != "443":
		return "", "", false
	}
	clean := url.URL{Scheme: "https", Host: host, Path: u.Path, RawPath: u.RawPath, RawQuery: asciiOnly(u.RawQuery), Fragment: u.Fragment}
	address = clean.String()
	return address, host, len(address) <= longest
}

func asciiHost(s string) (string, bool) {
	host, err := idna.Lookup.ToASCII(strings.TrimSuffix(s, "."))
	if err != nil || len(host) > 253 || !hostName.MatchString(host) {
		return "", false
	}
	if again, err := idna.Lookup.ToASCII(host); err != nil || again != host { // browsers read it once more
		return "", false
	}
	if _, err := netip.ParseAddr(host); err == nil {
		return "", false
	}
	for _, end := range inside {
		if strings.HasSuffix(host, end) {
			return "", false
		}
	}
	return host, true
}

// asciiOnly escapes what may not be in a query as it is. Escapes stay.
func asciiOnly(query string) string {
	var b strings.Builder
	for i := range len(query) {
		if c := query[i]; c <= ' ' || c >= 0x7f || strings.IndexByte(`"<>\^`+"`{|}", c) >= 0 {
			b.WriteString(url.QueryEscape(query[i : i+1]))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
