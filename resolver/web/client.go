package web

import (
	"net"
	"net/http"

	"github.com/labstack/echo/v4"
)

// realIP gives the client's address. What X-Forwarded-For says is believed only of
// the proxies that the settings trust.
func (s *Server) realIP(r *http.Request) string {
	if !s.trusted(r) {
		return echo.ExtractIPDirect()(r)
	}
	trust := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, p := range s.Settings().TrustedProxies {
		a := p.Addr()
		trust = append(trust, echo.TrustIPRange(&net.IPNet{IP: a.AsSlice(), Mask: net.CIDRMask(p.Bits(), a.BitLen())}))
	}
	return echo.ExtractIPFromXFFHeader(trust...)(r)
}
