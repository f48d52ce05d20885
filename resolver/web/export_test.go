package web

import (
	"slices"
	"strings"
)

// FirstSegments gives the first segments of the routes that begin with a word of ours.
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
