package web

import (
	"net/http"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/openaccess"
	"lendlink/resolver/web/freecopy"
	"lendlink/resolver/web/metrics"
	"lendlink/resolver/web/statistics"
)

// freeCopyOnPage returns the free copy of an item whose page is shown again. It was asked
// for when the page was shown first, and is remembered.
func (s *Server) freeCopyOnPage(v *requestContext, c *citation.Citation) *openaccess.Copy {
	return resolver.FreeCopy(v.Request().Context(), s.Lookup(), v.library, c)
}

// offered counts a free copy that a patron is shown for the first time.
func (s *Server) offered(v *requestContext, c *openaccess.Copy) {
	if c == nil || !byPatron(v.Request()) {
		return
	}
	s.offers.Show(v.library.Code)
	s.Metrics.FreeCopy(v.library.Code, metrics.CopyShown)
	s.Statistics.Free(v.library, s.Now(), statistics.FreeShown)
}

// freeCopyTaken counts a free copy that a patron took, as the browser reports. Nothing else
// is read of the request, and the answer is the same whatever it is.
func (s *Server) freeCopyTaken(v *requestContext) error {
	v.unlogged = true
	if s.sameOrigin(v) == nil && s.offers.Take(v.library.Code) {
		s.Metrics.FreeCopy(v.library.Code, metrics.CopyTaken)
		s.Statistics.Free(v.library, s.Now(), statistics.FreeTaken)
	}
	return v.NoContent(http.StatusNoContent)
}

// showFreeCopy puts a free copy on a page.
func (p *requestPageView) showFreeCopy(v *requestContext, c *openaccess.Copy) {
	p.Free = freecopy.Of(c, p.Citation.Title != "", v.library.Code)
	v.beacon = p.Free != nil
}
