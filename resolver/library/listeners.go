package library

import (
	"net"
	"net/netip"

	"lendlink/resolver/library/strictyaml"
)

// Listening is where a server is reached on its own machine.
type Listening struct {
	Address string // host:port
	Host    string // that its certificate is for; "" where it speaks plain HTTP
}

// listening returns where a server with these settings listens.
func (f *fileSettings) listening() Listening {
	l := Listening{Address: f.Listen}
	if f.TLS != nil && len(f.TLS.Hosts) > 0 {
		l.Host = f.TLS.Hosts[0]
	}
	return l
}

// listener is an address that the server opens. A path that is not in the file is at a default.
type listener struct{ path, address, advice string }

// listeners returns every address that a server with these settings opens.
func (f *fileSettings) listeners() []listener {
	all := []listener{{path: "listen", address: f.Listen}}
	if f.TLS != nil && f.TLS.RedirectListen != noRedirects {
		all = append(all, listener{"tls.redirect_listen", f.TLS.RedirectListen, "write another port, or off"})
	}
	if f.AdminListen != "" {
		all = append(all, listener{"admin_listen", f.AdminListen, "write a port of its own"})
	}
	return all
}

// checkListeners reports addresses that cannot be opened together with another one of the settings.
func (r *reader) checkListeners(f *fileSettings) {
	all := f.listeners()
	for i, l := range all {
		for _, other := range all[:i] {
			if r.HasFailed(l.path) || r.HasFailed(other.path) || !collide(l.address, other.address) {
				continue
			}
			r.Report(l.path, r.At(l.path), "`%s` is %q, a port that `%s` has already; %s",
				strictyaml.FieldName(l.path), l.address, strictyaml.FieldName(other.path), l.advice)
		}
	}
}

// collide reports whether two addresses that are host:port cannot be open at once.
func collide(a, b string) bool {
	hostA, portA, _ := net.SplitHostPort(a)
	hostB, portB, _ := net.SplitHostPort(b)
	overlap := hostA == hostB || isEverywhere(hostA) || isEverywhere(hostB)
	return overlap && portA == portB && portA != "0" // which is for any port that is free
}

// isEverywhere reports whether a host means all addresses of the machine.
func isEverywhere(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "" || err == nil && ip.IsUnspecified()
}
