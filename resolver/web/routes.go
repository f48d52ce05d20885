package web

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"lendlink/resolver/web/freecopy"
	"lendlink/resolver/web/qrcode"
)

var (
	get     = []string{http.MethodGet, http.MethodHead}
	getPost = []string{http.MethodGet, http.MethodHead, http.MethodPost}
	post    = []string{http.MethodPost}
)

// install lists every route. The package library keeps their first segments from
// being taken as a library's code.
func (s *Server) install() {
	s.echo.HTTPErrorHandler = func(err error, c echo.Context) { s.fail(requestContextOf(c), err) }
	s.echo.IPExtractor = s.realIP
	s.echo.Pre(plainPath)
	s.echo.Use(s.observe, secure, s.limit, middleware.RecoverWithConfig(recovery))

	s.route(get, "/", s.home)
	s.route(get, "/healthz", s.healthz)
	s.route(get, "/readyz", s.readyz)
	s.route(get, "/static/*", s.static)

	s.libraryRoute(getPost, "/openurl", s.openurl)
	s.libraryRoute(getPost, "/confirm", s.confirm)
	s.libraryRoute(getPost, "/request", s.request)
	s.libraryRoute(post, freecopy.Path, s.freeCopyTaken)
	s.libraryRoute(getPost, "/citation", s.citation)
	s.libraryRoute(getPost, "/practice", s.practice)
	s.libraryRoute(get, "/resolve", s.resolveForPrimo)
	s.libraryRoute(get, "/primo.js", s.primoScript)
	s.libraryRoute(get, "/primo-addon/remoteEntry.js", s.primoAddOn)
	s.libraryRoute(getPost, "/inspect", staff(s.inspect))
	s.libraryRoute(get, "/stats", staff(s.readingStats(s.stats)))
	s.libraryRoute(get, "/stats/links", staff(s.readingStats(s.doubtfulLinks)))
	s.libraryRoute(get, "/setup", staff(s.setupOverview))
	s.libraryRoute(get, "/setup/alma", staff(s.setup("/setup/alma", "setup-alma")))
	s.libraryRoute(get, "/setup/primo", staff(s.setupPrimo))
	s.libraryRoute(post, "/setup/primo", staff(s.checkLoans))
	s.libraryRoute(get, "/setup/primo/custom.js", staff(s.primoFile))
	s.libraryRoute(get, "/setup/primo/lendlink.json", staff(s.addOnParameters))
	s.libraryRoute(get, "/setup/primo/account", staff(s.previewPrimo))
	s.libraryRoute(get, "/setup/tipasa", staff(s.setup("/setup/tipasa", "setup-form")))
	s.libraryRoute(get, "/setup/sources", staff(s.setup("/setup/sources", "setup-sources")))
	s.libraryRoute(get, "/setup/pages", staff(s.build))
	s.libraryRoute(post, "/setup/pages", staff(s.buildFromPaste))
	s.libraryRoute(get, "/setup/pages/examples", staff(s.examples))
	s.libraryRoute(get, "/setup/qr.svg", staff(s.qr(qrcode.SVG, "image/svg+xml")))
	s.libraryRoute(get, "/setup/qr.png", staff(s.qr(qrcode.PNG, "image/png")))
	s.libraryRoute(get, "/setup/tools", staff(s.setupTools))
	s.libraryRoute(get, "/setup/test", staff(s.setupTest))
	for _, path := range []string{"/:library", "/:library/"} {
		s.route(get, path, s.ofLibrary(s.blank))
	}

	s.labels = routeLabels(s.echo.Routes())
}

func (s *Server) route(methods []string, path string, h func(*requestContext) error) {
	s.echo.Match(methods, path, func(c echo.Context) error { return h(requestContextOf(c)) })
}

// libraryRoute installs a route with the library's code before the path, and
// without it for servers that have one library only.
func (s *Server) libraryRoute(methods []string, path string, h func(*requestContext) error) {
	s.route(methods, path, s.ofLibrary(h))
	s.route(methods, "/:library"+path, s.ofLibrary(h))
}

// ofLibrary finds the library that the path names.
func (s *Server) ofLibrary(h func(*requestContext) error) func(*requestContext) error {
	return func(v *requestContext) error {
		code := v.Param("library")
		v.library = s.Settings().Find(code)
		if v.library == nil {
			return &userError{http.StatusNotFound, unknownLibrary, fmt.Errorf("no library %q", code)}
		}
		return h(v)
	}
}

// plainPath lets an address that is written otherwise do what the plain one does: with
// slashes doubled by a base address that ends in one, or with letters escaped that
// need not be (/%64emo/openurl). An escaped slash stays a part of its segment.
func plainPath(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		u := c.Request().URL
		if raw := strings.ToLower(u.RawPath); !strings.Contains(raw, "%2f") && !strings.Contains(raw, "%5c") {
			u.RawPath = ""
		}
		u.Path, u.RawPath = singleSlashes(u.Path), singleSlashes(u.RawPath)
		return next(c)
	}
}

func singleSlashes(path string) string {
	if !strings.Contains(path, "//") {
		return path
	}
	var b strings.Builder
	for i := range len(path) {
		if path[i] != '/' || i == 0 || path[i-1] != '/' {
			b.WriteByte(path[i])
		}
	}
	return b.String()
}
