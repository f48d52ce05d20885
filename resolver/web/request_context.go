package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/negotiate"
	"lendlink/resolver/web/primo"
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
	followed          bool     // a patron followed a link, which is counted; staff and programs are not
	unlogged          bool     // the log needs no line where all went well: probes ask a dozen times a minute
	preview           bool     // the page tries out the script for Primo
	embedded          bool     // the page is for the frame that our script opens over Primo
	ownKeys           []string // what the page's address has besides OpenURL's keys
	paged             bool     // the answer is a page whatever the link says
	cut               bool     // the link went on after what was read of it
	outcome           string   // what the user got, from a closed list
	err               error    // what went wrong on our side
	linksKept         bool     // the settings put links into the log, or keep some for staff
	noCopies          bool     // a free copy would not be shown
	beacon            bool     // the request is a report by a script of the page
}

// requestContextOf returns the context that observe made.
func requestContextOf(c echo.Context) *requestContext {
	if v, ok := c.(*requestContext); ok {
		return v
	}
	return &requestContext{Context: c}
}

// negotiateLanguage settles the language of the page: the one asked for by the parameter lang,
// else the best for the Accept-Language header, both from the library's languages.
func (v *requestContext) negotiateLanguage() {
	if v.language != "" {
		return
	}
	v.chose = true
	requested := v.requestedLanguage
	if requested == "" {
		requested = negotiate.LanguageParam(v.Request().URL.RawQuery)
	}
	v.language = negotiate.Language(v.Request(), requested, v.languages())
}

// languages returns those that the page can be shown in, the preferred one first.
func (v *requestContext) languages() []string {
	if v.library == nil {
		return library.Languages
	}
	if len(v.library.Languages) == 0 {
		return []string{locale.Default}
	}
	return v.library.Languages
}

// languageLinks lists the languages for the switch; none where there is no choice. They
// repeat of the page's address what any page may show.
func (v *requestContext) languageLinks() []negotiate.LanguageLink {
	if !v.chose {
		return nil
	}
	query := openurl.Shown(v.Request().URL.RawQuery, append(v.ownKeys, primo.EmbeddedKey)...)
	return negotiate.LanguageLinks(v.Request(), query, v.language, v.languages())
}

// frame is what the page shows around its content. It settles the language.
func (v *requestContext) frame() frame {
	v.negotiateLanguage()
	f := frame{Library: v.library, LinksKept: v.linksKept, Embedded: v.embedded}
	if v.Request().Method != http.MethodPost { // what was posted, a link does not bring back
		f.LanguageLinks = v.languageLinks()
	}
	return f
}

// prefersJSON reports whether an answer should be JSON rather than a page: because
// the route has nothing else, or because the Accept header ranks it higher.
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

// realIP returns the client's address, or "" where it is unknown.
func (s *Server) realIP(r *http.Request) string {
	if address := s.proxies().Client(r); address.IsValid() {
		return address.String()
	}
	return ""
}
