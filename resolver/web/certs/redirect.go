package certs

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Plain returns the handler for plain HTTP, of a server whose https is at an address.
// Requests to a host that has a certificate are redirected to https; the authority's
// questions are answered. All other hosts are unknown, whatever a request calls them: no
// redirect leads to a name that only the request has.
func (m *Manager) Plain(https net.Addr) http.Handler {
	_, port := split(https)
	return known(m.hosts, m.issuer.HTTPChallengeHandler(redirect(port)))
}

// known lets requests through that name one of the hosts, and refuses the others.
func known(hosts []string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store") // an address may reveal what a person reads
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		i := slices.Index(hosts, hostOf(r))
		if i < 0 {
			http.Error(w, "There is nothing under this host name.", http.StatusNotFound)
			return
		}
		r = r.WithContext(r.Context()) // a copy: the server needs its own as it was
		r.Host = hosts[i]
		next.ServeHTTP(w, r)
	})
}

// redirect sends requests, which name a known host, to https on a port.
func redirect(port int) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "https://"+HostPort(r.Host, port)+escaped(pathAndQuery(r.URL)))
		status := http.StatusPermanentRedirect // the method stays
		if r.Method == http.MethodGet || r.Method == http.MethodHead {
			status = http.StatusMovedPermanently // older clients know it
		}
		w.WriteHeader(status)
	})
}

// hostOf returns the host that a request names, in lower case and without a port.
func hostOf(r *http.Request) string {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.TrimSuffix(strings.ToLower(host), ".")
}

// HostPort returns a host and a port as an https address names them: without the port that is usual.
func HostPort(host string, port int) string {
	if port == 443 {
		return host
	}
	return net.JoinHostPort(host, strconv.Itoa(port))
}

// pathAndQuery returns what follows the host. Of a request for no path, such as OPTIONS *,
// that is the first page: anything else would go on the host's name.
func pathAndQuery(u *url.URL) string {
	path := u.EscapedPath()
	if !strings.HasPrefix(path, "/") {
		return "/"
	}
	if u.RawQuery != "" || u.ForceQuery {
		path += "?" + u.RawQuery
	}
	return path
}

// escaped percent-encodes what RFC 3986 does not allow in an address.
func escaped(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c > ' ' && c < 0x7f && !strings.ContainsRune("\"<>\\^`{|}", rune(c)) {
			b.WriteByte(c)
			continue
		}
		b.WriteString(string([]byte{'%', digits[c>>4], digits[c&15]}))
	}
	return b.String()
}
