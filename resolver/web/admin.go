package web

import (
	"context"
	"net"
	"net/http"
	"net/http/pprof"
)

// ServeAdmin answers on the admin listener until ctx is done: the metrics, the
// health of the server, and Go's profiles. It has no password: the listener belongs
// where only the library's own machines reach it.
func (s *Server) ServeAdmin(ctx context.Context, l net.Listener) error {
	// No limit for the answer's time: a profile takes as long as it is asked to.
	return s.serve(ctx, l, &http.Server{Handler: s.Admin()}, func() {})
}

// Admin gives what answers on the admin listener.
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
