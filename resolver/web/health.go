package web

import "net/http"

// healthz says that the process answers.
func (s *Server) healthz(v *visit) error {
	v.quiet = true
	return v.String(http.StatusOK, "ok\n")
}

// readyz says whether to send more requests here: not once a shutdown has begun.
func (s *Server) readyz(v *visit) error {
	v.quiet = true
	if s.closing.Load() {
		return v.String(http.StatusServiceUnavailable, "shutting down\n")
	}
	return v.String(http.StatusOK, "ready\n")
}
