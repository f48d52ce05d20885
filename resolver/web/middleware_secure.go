package web

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/library"
)

// What does not change is made once. Names are in the form that net/http writes.
var (
	noSniffing = []string{"nosniff"}
	noReferrer = []string{"no-referrer"}
	noStore    = []string{"no-store"}
	varied     = []string{"Accept, Accept-Encoding, Accept-Language"}
	onlyHTTPS  = []string{"max-age=31536000"} // a year, for this host alone (RFC 6797)
)

// secure sets the headers that every answer has. A link may reveal what a person
// reads, so no answer lets the next server see it, and none is stored on the way. Only
// static files and scripts, which say nothing of a link, set others in their place.
func secure(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h[echo.HeaderXContentTypeOptions] = noSniffing
		h[echo.HeaderReferrerPolicy] = noReferrer
		h[echo.HeaderCacheControl] = noStore
		h[echo.HeaderVary] = varied
		if c.Request().TLS != nil { // our own; a proxy in front sends what it wants
			h[echo.HeaderStrictTransportSecurity] = onlyHTTPS
		}
		return next(c)
	}
}

// securePage sets the headers that only pages have. A window that a page opens, or
// that opened it, cannot reach into it, and no device may be used from it.
func securePage(h http.Header, lib *library.Library, embedded bool) {
	h.Set(echo.HeaderContentSecurityPolicy, contentPolicy(lib, embedded))
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
}

// allowBeacon lets the page's own scripts report to the server.
func allowBeacon(h http.Header) {
	h.Set(echo.HeaderContentSecurityPolicy, h.Get(echo.HeaderContentSecurityPolicy)+"; connect-src 'self'")
}

// contentPolicy is the Content-Security-Policy of a page: nothing inline, nothing
// from elsewhere but the logo that the library itself names, in frames only where
// the library says so: on the library's Primo only what is made for the frame there.
//
// A form may go to any https address, because browsers hold the redirects after a
// submit to the same rule, and a request form leads on to a sign-in page whose
// host is not known here.
func contentPolicy(lib *library.Library, embedded bool) string {
	frames := "'none'"
	switch {
	case embedded:
		frames = "'self' " + strings.Join(lib.Primo.Origins, " ") // our own guide shows it, too
	case lib != nil && len(lib.EmbedOrigins) > 0:
		frames = strings.Join(lib.EmbedOrigins, " ")
	}
	images := "'self'"
	if lib != nil && lib.Brand.Logo != "" {
		if logo, err := url.Parse(lib.Brand.Logo); err == nil {
			images += " " + logo.Scheme + "://" + logo.Host
		}
	}
	return "default-src 'none'; style-src 'self'; script-src 'self'; img-src " + images + "; " +
		"base-uri 'none'; form-action 'self' https:; frame-ancestors " + frames
}
