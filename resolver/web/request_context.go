package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/web/negotiate"
	"lendlink/resolver/web/proxied"
)

// requestContext is one request, with what becomes known about it on the way. The
// access log is written from it.
type requestContext struct {
	echo.Context
	id                string // of the request, for the log and the user
	language          string // of the page; "" until negotiateLanguage settles it, or the route does
	requestedLanguage string // the language that a posted form or link asks for
	chose             bool   // the language was chosen for this visitor, and can be switched
	json              bool   // the route answers with JSON whatever the client prefers
	library           *library.Library
	resolution        *resolver.Resolution
	followed          bool   // a patron followed a link, which is counted; staff and programs are not
	quiet             bool   // the log needs no line where all went well: probes ask a dozen times a minute
	paged             bool   // the answer is a page whatever the link says
	cut               bool   // the link went on behind what was read of it
	outcome           string // what the user got, from a closed list
	err               error  // what went wrong on our side
	linksLogged       bool   // the settings put links into the log
}

// requestContextOf returns the context that observe made.
func requestContextOf(c echo.Context) *requestContext {
	if v, ok := c.(*requestContext); ok {
		return v
	}
	return &requestContext{Context: c}
}

// frame is what the page shows around its content. It settles the language.
func (v *requestContext) frame() frame {
	v.negotiateLanguage()
	f := frame{Library: v.library, Logged: v.linksLogged}
	if v.Request().Method != http.MethodPost { // what was posted, a link does not bring back
		f.LanguageLinks = v.languageLinks()
	}
	return f
}

// prefersJSON reports whether an answer should be JSON rather than a page: because
// the route gives nothing else, or because the Accept header ranks it higher.
func (v *requestContext) prefersJSON() bool {
	if v.json {
		return true
	}
	return negotiate.PrefersJSON(v.Request())
}

// proxies returns what the settings say about the proxies before this server.
func (s *Server) proxies() proxied.Rules {
	settings := s.Settings()
	return proxied.Rules{Trusted: settings.TrustedProxies, Forwarded: settings.ClientAddress == library.FromForwarded}
}

// realIP returns the client's address, "" for one that nobody can be known by.
func (s *Server) realIP(r *http.Request) string {
	if address := s.proxies().Client(r); address.IsValid() {
		return address.String()
	}
	return ""
}
