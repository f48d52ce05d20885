// Package web is HTTP around the resolver: routes, pages, errors, the request log
// and the server. It is the only package that knows Echo.
//
// Every route is in routes.go. A handler reads the link from the request,
// hands it to [lendlink/resolver], and writes the answer or returns an error; what
// an error looks like to the user is decided in one place, in page_error.go.
//
// It may import every package below resolver, the templates and the static files.
package web

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup"
	"lendlink/resolver/web/assets"
	"lendlink/resolver/web/conns"
	"lendlink/resolver/web/freecopy"
	"lendlink/resolver/web/leftover"
	"lendlink/resolver/web/metrics"
	"lendlink/resolver/web/primo"
	"lendlink/resolver/web/ratelimit"
	"lendlink/resolver/web/statistics"
	"lendlink/static"
	"lendlink/templates"
)

// Config is what a server needs to know.
type Config struct {
	Settings func() *library.Settings // the current settings; they may change while the server runs
	Now      func() time.Time
	Log      *slog.Logger
	Metrics  *metrics.Metrics       // nil for some of its own
	Lookup   func() *lookup.Service // the current lookups; nil, or returning nil, for none
	// Statistics counts what patrons do; nil for counts in memory alone.
	Statistics *statistics.Collector
	Pages      fs.FS // the pages and the files of the languages; nil for those in the binary
}

// Server answers requests. It is safe for concurrent use.
type Server struct {
	Config
	echo         *echo.Echo
	pages        *pages
	assets       *assets.Files
	samples      []sample
	checklist    []check
	labels       map[string]string // of the routes, by their patterns, for the metrics
	closing      atomic.Bool       // a shutdown has begun
	inFlight     atomic.Int64      // requests being worked on
	statsReaders atomic.Int64      // requests that wait for statistics
	conns        *conns.Tracker    // of the public listener
	plainConns   *conns.Tracker    // of the one that redirects to it
	handler      http.Handler      // echo, kept from waiting for clients
	clients      ratelimit.Clients
	scripts      *primo.Scripts // for the pages of Primo

	offers      freecopy.Offers  // free copies
	leftovers   *leftover.Sealer // of pasted texts
	crossOrigin *http.CrossOriginProtection
}

// New makes a server, with every text loaded.
func New(cfg Config) (*Server, error) {
	files, err := assets.Load(static.Files)
	if err != nil {
		return nil, err
	}
	if cfg.Pages == nil {
		cfg.Pages = templates.Files
	}
	pages, err := loadPages(cfg.Pages, files)
	if err != nil {
		return nil, err
	}
	samples, err := loadSamples()
	if err != nil {
		return nil, err
	}
	leftovers, err := leftover.NewSealer(func() time.Time { return cfg.Now() })
	if err != nil {
		return nil, fmt.Errorf("key for what is left over: %w", err)
	}
	if cfg.Metrics == nil {
		cfg.Metrics = metrics.New("unknown", runtime.Version())
	}
	if cfg.Statistics == nil {
		cfg.Statistics = statistics.New(statistics.Config{
			Months: func() int { return cfg.Settings().KeepMonths }, Doubtful: func() int { return cfg.Settings().KeepDoubtful },
		})
	}
	if cfg.Lookup == nil {
		cfg.Lookup = func() *lookup.Service { return nil }
	}
	checklist, err := loadChecklist()
	if err != nil {
		return nil, err
	}
	s := &Server{Config: cfg, echo: echo.New(), pages: pages, assets: files, samples: samples, checklist: checklist, leftovers: leftovers,
		crossOrigin: http.NewCrossOriginProtection()}
	s.scripts = primo.NewScripts(static.Files, func(language, key string) string { return pages.localizers[language].T(key) })
	s.conns = conns.New(func() int { return s.Settings().MaxConnections })
	s.plainConns = conns.New(func() int { return max(minPlain, s.Settings().MaxConnections/plainShare) })
	cfg.Metrics.CountConnections(func() conns.Counts { return s.conns.Counts().Plus(s.plainConns.Counts()) })
	s.handler = s.conns.Handler(s.echo)
	s.install()
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// The limits of a connection. A query may have maxQuery bytes; the header limit
// is far above it, so that the answer to a longer one is our own page.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 10 * time.Second
	writeTimeout  = 15 * time.Second
	idleTimeout   = 2 * time.Minute
	maxHeader     = 32 << 10         // and 4 KiB that net/http adds
	drainTimeout  = 10 * time.Second // for requests under way when the server is stopped
	waitTimeout   = 8 * time.Second  // of it, for clients that send or read slowly
)

// Redirects are short: the listener for them may have this part of max_connections.
const (
	plainShare = 10
	minPlain   = 50
)

// Serve answers on a listener until ctx is done. It then says that it is not ready
// and, after the delay of the settings, takes no new connections, waits for the
// requests under way, and returns nil if all of them were answered.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	return s.servePublic(ctx, l, s.conns, &http.Server{Handler: s})
}

// ServeTLS is Serve in TLS, with HTTP/2 where the client can.
func (s *Server) ServeTLS(ctx context.Context, l net.Listener, config *tls.Config) error {
	return s.servePublic(ctx, l, s.conns, &http.Server{Handler: s, TLSConfig: config})
}

// ServePlain lets h answer on a listener of its own besides that of ServeTLS, within bounds of its own:
// a crowd there does not block the other.
func (s *Server) ServePlain(ctx context.Context, l net.Listener, h http.Handler) error {
	return s.servePublic(ctx, l, s.plainConns, &http.Server{Handler: s.plainConns.Handler(h)})
}

func (s *Server) servePublic(ctx context.Context, l net.Listener, tracker *conns.Tracker, server *http.Server) error {
	server.WriteTimeout = writeTimeout
	return s.serve(ctx, l, tracker, server, func() {
		s.closing.Store(true)
		tracker.Leave()
		time.Sleep(s.Settings().ShutdownDelay)
	})
}

// serve runs a server until ctx is done, with the limits that all of ours have.
// Closing is called before it takes no more connections.
func (s *Server) serve(ctx context.Context, l net.Listener, tracker *conns.Tracker, server *http.Server, closing func()) error {
	server.ReadHeaderTimeout = headerTimeout
	server.ReadTimeout = readTimeout
	server.IdleTimeout = idleTimeout
	server.MaxHeaderBytes = maxHeader
	tracker.Attach(server)
	server.ErrorLog = conns.ErrorLog(s.Log.Handler())
	stopped := make(chan error, 1)
	go func() {
		if l := tracker.Listener(l); server.TLSConfig != nil {
			stopped <- server.ServeTLS(l, "", "")
		} else {
			stopped <- server.Serve(l)
		}
	}()
	select {
	case err := <-stopped:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	closing()
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	// First the listener; a connection taken at the very end is known to the server
	// only when it is done with that.
	l.Close()
	if err := <-stopped; !errors.Is(err, net.ErrClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	defer time.AfterFunc(waitTimeout, tracker.CloseWaiting).Stop()
	tracker.AwaitHeaders(drain)
	if err := server.Shutdown(drain); err != nil {
		return fmt.Errorf("shutdown: %w", err)
	}
	return nil
}

// maxAdmin is how many connections the admin listener has at once.
const maxAdmin = 100

// ServeAdmin answers on the admin listener until ctx is done: the metrics, the
// health of the server, and Go's profiles. It has no password: the listener belongs
// where only the library's own machines reach it.
func (s *Server) ServeAdmin(ctx context.Context, l net.Listener) error {
	// No limit for the answer's time: a profile takes as long as it is asked to.
	return s.serve(ctx, l, conns.New(func() int { return maxAdmin }), &http.Server{Handler: s.Admin()}, func() {})
}

// Admin returns what answers on the admin listener.
func (s *Server) Admin() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/metrics", s.Metrics.Handler())
	mux.Handle("/healthz", s)
	mux.Handle("/readyz", s)
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return mux
}

// healthz says that the process answers.
func (s *Server) healthz(v *requestContext) error {
	v.unlogged = true
	return v.String(http.StatusOK, "ok\n")
}

// readyz says whether to send more requests here: not once a shutdown has begun.
func (s *Server) readyz(v *requestContext) error {
	v.unlogged = true
	if s.closing.Load() {
		return v.String(http.StatusServiceUnavailable, "shutting down\n")
	}
	return v.String(http.StatusOK, "ready\n")
}
