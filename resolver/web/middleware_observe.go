package web

import (
	"crypto/rand"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"lendlink/resolver/web/referrer"
)

// observe makes the context of a request, answers it if the handler failed, counts and logs it.
//
// The log holds what a library needs to see that links work: never an IP address,
// nothing about the patron, and the link only if the settings ask for it.
func (s *Server) observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		start := time.Now()
		v := &requestContext{Context: c, id: requestID(c.Request().Header.Get(echo.HeaderXRequestID)), outcome: "ok"}
		settings := s.Settings()
		v.linksKept = settings.LogLinks || settings.KeepDoubtful > 0
		v.Response().Header()[echo.HeaderXRequestID] = []string{v.id}
		if err := next(v); err != nil {
			s.fail(v, err)
		}
		end := time.Now()
		s.count(v, end.Sub(start))
		s.log(v, start, end)
		return nil
	}
}

// maxSource keeps a link from filling the log with its source.
const maxSource = 80

// log writes a request's line.
func (s *Server) log(v *requestContext, start, end time.Time) {
	if v.unlogged && v.Response().Status < http.StatusBadRequest {
		return
	}
	ctx := v.Request().Context()
	level := slog.LevelInfo
	if v.err != nil {
		level = slog.LevelError
	}
	if !s.Log.Enabled(ctx, level) {
		return
	}
	attrs := make([]slog.Attr, 0, 12)
	attrs = append(attrs,
		slog.String("request_id", v.id),
		slog.String("method", v.Request().Method),
		slog.String("route", v.Path()),
		slog.Int("status", v.Response().Status),
		slog.String("outcome", v.outcome),
		slog.Duration("duration", end.Sub(start)),
	)
	if v.library != nil {
		attrs = append(attrs, slog.String("library", v.library.Code))
	}
	if r := v.resolution; r != nil {
		attrs = append(attrs,
			slog.String("source", strings.ToValidUTF8(r.Source[:min(len(r.Source), maxSource)], "")),
			slog.String("type", string(r.Citation.Type)),
		)
		if len(r.Warnings) > 0 {
			codes := make([]string, len(r.Warnings))
			for i, w := range r.Warnings {
				codes[i] = string(w.Code)
			}
			attrs = append(attrs, slog.Any("warnings", codes))
		}
		if s.Settings().LogLinks {
			attrs = append(attrs, slog.String("link", forLog(r.Link)))
		}
	}
	if v.err != nil {
		attrs = append(attrs, slog.String("error", v.err.Error()))
	}
	record := slog.NewRecord(end, level, "request", 0) // a Logger would look up the line of our code, always this one
	record.AddAttrs(attrs...)
	_ = s.Log.Handler().Handle(ctx, record) // as a Logger does: there is nowhere to write an error
}

// recovery turns a panic into an error like any other. The stack of the request
// alone is kept, for the log.
var recovery = middleware.RecoverConfig{
	StackSize:           4 << 10,
	DisableStackAll:     true,
	DisableErrorHandler: true,
	LogErrorFunc: func(_ echo.Context, err error, stack []byte) error {
		return &panicError{err, stack}
	},
}

const maxRequestID = 64

// requestID returns the id that a proxy in front has given to the request, or a new
// one. It comes back in a header, so anything but letters, digits and hyphens is
// not taken over.
func requestID(sent string) string {
	if len(sent) == 0 || len(sent) > maxRequestID {
		return rand.Text()
	}
	for i := range len(sent) {
		switch b := sent[i]; {
		case b >= '0' && b <= '9', b >= 'A' && b <= 'Z', b >= 'a' && b <= 'z', b == '-':
		default:
			return rand.Text()
		}
	}
	return sent
}

// otherRoute is the label of requests for which there is no route.
const otherRoute = "other"

// routeLabels returns the metrics' label for every route: the same with and without
// a library in front.
func routeLabels(routes []*echo.Route) map[string]string {
	labels := make(map[string]string, len(routes))
	for _, r := range routes {
		labels[r.Path] = strings.TrimPrefix(r.Path, "/:library")
	}
	return labels
}

// count adds an answered request to the metrics and the statistics.
func (s *Server) count(v *requestContext, took time.Duration) {
	route, ok := s.labels[v.Path()]
	if !ok {
		route = otherRoute
	}
	s.Metrics.Answered(route, v.Response().Status, took)
	if v.followed && v.resolution != nil && byPatron(v.Request()) {
		from := referrer.Of(v.resolution.Source)
		s.Metrics.Resolved(v.resolution, from)
		now := s.Now()
		s.Statistics.Link(v.library, now, v.resolution, from)
		s.Statistics.Look(v.library, now, v.resolution, from, func() string { return forLog(v.resolution.Link) })
	}
}

// byPatron reports whether a person follows a link: not a program that checks whether it
// works, nor a browser that fetches pages in advance.
func byPatron(r *http.Request) bool {
	if r.Method == http.MethodHead {
		return false
	}
	for _, name := range []string{"Sec-Purpose", "Purpose", "X-Moz", "X-Purpose"} {
		if purpose := r.Header[name]; len(purpose) > 0 && isPrefetch.MatchString(purpose[0]) {
			return false
		}
	}
	return true
}

// isPrefetch is what browsers say of such requests: prefetch, prefetch;prerender (the
// HTML standard), preview (older ones).
var isPrefetch = regexp.MustCompile(`(?i)^(prefetch|prerender|preview)\b`)
