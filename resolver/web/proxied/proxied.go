// Package proxied reads which client a request comes from, and how it came, from what trusted
// proxies say of it: X-Forwarded-For and its relatives, or Forwarded (RFC 7239).
//
// In doubt there is no address: one that is missing or cannot be read is never replaced by
// the proxy's own or by that of a proxy further on.
//
// It imports nothing of Lendlink.
package proxied

import (
	"net/http"
	"net/netip"
	"strconv"
	"strings"
)

// Rules are what the settings say about proxies.
type Rules struct {
	Trusted   []netip.Prefix // the networks of the proxies that are believed
	Forwarded bool           // they send Forwarded, not X-Forwarded-For
}

// Trusts reports whether a request comes from a trusted proxy.
func (rules Rules) Trusts(r *http.Request) bool {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && rules.trusts(peer.Addr().Unmap())
}

func (rules Rules) trusts(a netip.Addr) bool {
	for _, p := range rules.Trusted {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

// Client returns the address of the client: the peer's, or where that is a trusted proxy
// the last one in the header that is not a trusted one. The zero value is for an unknown one.
func (rules Rules) Client(r *http.Request) netip.Addr {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	address := peer.Addr().Unmap().WithZone("")
	if !rules.trusts(address) {
		return address
	}
	hops := rules.hops(r.Header)
	address = netip.Addr{}
	for i := len(hops) - 1; i >= 0; i-- {
		if address = parse(hops[i]); !address.IsValid() || !rules.trusts(address) {
			return address
		}
	}
	return address
}

// hops returns the addresses that the header lists, the client's own first.
func (rules Rules) hops(h http.Header) []string {
	if !rules.Forwarded {
		if len(h.Values("X-Forwarded-For")) == 0 {
			return nil
		}
		return strings.Split(strings.Join(h.Values("X-Forwarded-For"), ","), ",")
	}
	var hops []string
	for _, element := range elements(h) {
		hops = append(hops, element["for"])
	}
	return hops
}

// parse reads an address with or without a port: 203.0.113.5:1234, [2001:db8::1]:443.
func parse(s string) netip.Addr {
	s = strings.TrimSpace(s)
	host, port := s, ""
	switch i := strings.LastIndexByte(s, ':'); {
	case strings.HasPrefix(s, "["):
		end := strings.IndexByte(s, ']')
		if end < 0 || end+1 < len(s) && s[end+1] != ':' {
			return netip.Addr{}
		}
		host = s[1:end]
		if port = s[end+1:]; port == "" {
			port = ":0"
		}
		port = port[1:]
	case i >= 0 && strings.IndexByte(s, ':') == i:
		host, port = s[:i], s[i+1:]
	default:
		port = "0"
	}
	address, err := netip.ParseAddr(host)
	if _, badPort := strconv.ParseUint(port, 10, 16); err != nil || badPort != nil {
		return netip.Addr{}
	}
	return address.Unmap().WithZone("")
}

// elements reads the Forwarded headers: a list of hops, each a list of pairs, whose values
// may be quoted. Names are in lower case.
func elements(h http.Header) []map[string]string {
	var list []map[string]string
	for _, element := range split(strings.Join(h.Values("Forwarded"), ","), ',') {
		pairs := map[string]string{}
		for _, pair := range split(element, ';') {
			name, value, _ := strings.Cut(pair, "=")
			pairs[strings.ToLower(strings.TrimSpace(name))] = unquote(strings.TrimSpace(value))
		}
		list = append(list, pairs)
	}
	return list
}

// split cuts a header's value at a separator outside quotes.
func split(s string, separator byte) []string {
	if s == "" {
		return nil
	}
	var pieces []string
	from, quoted := 0, false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == '\\' && quoted:
			i++
		case s[i] == separator && !quoted:
			pieces = append(pieces, s[from:i])
			from = i + 1
		}
	}
	return append(pieces, s[from:])
}

// unquote removes the quotes around a value. No address, scheme or host needs a
// backslash in them, so none is resolved.
func unquote(s string) string {
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return s[1 : len(s)-1]
	}
	return s
}

// Origin returns the scheme and host by which a trusted proxy was reached, "" for
// what it does not say.
func (rules Rules) Origin(r *http.Request) (scheme, host string) {
	if !rules.Trusts(r) {
		return "", ""
	}
	if !rules.Forwarded {
		return first(r.Header.Get("X-Forwarded-Proto")), first(r.Header.Get("X-Forwarded-Host"))
	}
	if list := elements(r.Header); len(list) > 0 {
		return strings.ToLower(list[0]["proto"]), strings.ToLower(list[0]["host"])
	}
	return "", ""
}

// first returns the first of a header's values, that of the proxy nearest to the client.
func first(list string) string {
	value, _, _ := strings.Cut(list, ",")
	return strings.ToLower(strings.TrimSpace(value))
}
