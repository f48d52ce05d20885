package web

import (
	"net"
	"net/http"
	"net/netip"

	"github.com/labstack/echo/v4"
)

// realIP gives the client's address. What X-Forwarded-For says is believed only of
// the proxies that the settings trust.
func (s *Server) realIP(r *http.Request) string {
	trust := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, p := range s.Settings().TrustedProxies {
		a := p.Addr()
		trust = append(trust, echo.TrustIPRange(&net.IPNet{IP: a.AsSlice(), Mask: net.CIDRMask(p.Bits(), a.BitLen())}))
	}
	return echo.ExtractIPFromXFFHeader(trust...)(r)
}

// staff lets only those through whom the library lets see its staff pages. For
// everybody else there is no such page.
func staff(h func(*visit) error) func(*visit) error {
	return func(v *visit) error {
		// An address that cannot be read is in none of the library's networks.
		address, _ := netip.ParseAddr(v.RealIP())
		if !v.library.StaffPages.Allow(address) {
			return echo.ErrNotFound
		}
		return h(v)
	}
}
