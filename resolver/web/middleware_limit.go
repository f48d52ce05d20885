package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/web/metrics"
)

// unlimited are the routes that answer whatever the load: what machines watch, and
// files that cost nothing.
var unlimited = map[string]bool{"/healthz": true, "/readyz": true, "/static/*": true}

// busyPause is the Retry-After, in seconds, when too many requests are in flight.
const busyPause = "2"

// limit turns requests away that are more than the settings allow: too many from
// one client, or too many at once.
func (s *Server) limit(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if unlimited[c.Path()] {
			return next(c)
		}
		settings := s.Settings()
		inFlight := s.inFlight.Add(1)
		defer s.inFlight.Add(-1)
		if inFlight > int64(settings.MaxInFlight) {
			s.Metrics.Refused(metrics.ByLoad)
			c.Response().Header().Set(echo.HeaderRetryAfter, busyPause)
			return &userError{http.StatusServiceUnavailable, busy, fmt.Errorf("%d requests at once", inFlight)}
		}
		if settings.RateLimit > 0 {
			// Clients without a readable address cannot be distinguished: one of them would
			// turn all others away. The bounds on work at once hold for them.
			address, err := netip.ParseAddr(c.RealIP())
			if err != nil {
				return next(c)
			}
			if wait := s.clients.Wait(address, settings.RateLimit, s.Now()); wait > 0 {
				s.Metrics.Refused(metrics.ByRate)
				c.Response().Header().Set(echo.HeaderRetryAfter, wholeSeconds(wait))
				return &userError{http.StatusTooManyRequests, tooMany, errors.New("too many requests from one client")}
			}
		}
		return next(c)
	}
}

// wholeSeconds rounds up, as Retry-After knows nothing smaller.
func wholeSeconds(d time.Duration) string {
	return strconv.FormatInt(int64((d+time.Second-1)/time.Second), 10)
}
