package web

import (
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/web/referrer"
)

// otherRoute is the label of requests for which there is no route.
const otherRoute = "other"

// routeLabels gives the metrics' label for every route: the same with and without
// a library in front.
func routeLabels(routes []*echo.Route) map[string]string {
	labels := make(map[string]string, len(routes))
	for _, r := range routes {
		labels[r.Path] = strings.TrimPrefix(r.Path, "/:library")
	}
	return labels
}

// count tells the metrics and the page of numbers of a visit that is over.
func (s *Server) count(v *visit, took time.Duration) {
	route, ok := s.labels[v.Path()]
	if !ok {
		route = otherRoute
	}
	s.Metrics.Answered(route, v.Response().Status, took)
	if v.followed && v.resolution != nil {
		from := referrer.Of(v.resolution.Source)
		s.Metrics.Resolved(v.resolution, from)
		s.noted(v.resolution, from)
	}
}
