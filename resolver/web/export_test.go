package web

import (
	"net/http"
	"slices"
	"strings"
)

// FirstSegments returns the first segments of the routes that begin with a word of ours.
func FirstSegments(s *Server) []string {
	var all []string
	for _, r := range s.echo.Routes() {
		first, _, _ := strings.Cut(strings.TrimPrefix(r.Path, "/"), "/")
		if first != "" && !strings.HasPrefix(first, ":") && !slices.Contains(all, first) {
			all = append(all, first)
		}
	}
	return all
}

// StaffPaths returns the paths of the staff pages, with the demo library's code.
func StaffPaths(s *Server) []string {
	var all []string
	for _, r := range s.echo.Routes() {
		rest, ok := strings.CutPrefix(r.Path, "/:library/")
		if ok && (strings.HasPrefix(rest, "inspect") || strings.HasPrefix(rest, "setup")) && r.Method == http.MethodGet {
			all = append(all, "/demo/"+rest)
		}
	}
	return all
}

// Clients returns how many clients are known.
func Clients(s *Server) int { return s.clients.Len() }
