package web

import (
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"lendlink/resolver"
)

// inspectPage is what the inspection page shows.
type inspectPage struct {
	frame
	Resolution *resolver.Resolution
	Link       string // the query string, without what may be personal and our own parameters
}

// inspect tells staff what became of a link. A link with nothing in it is not an
// error here: to see why is what the page is for.
func (s *Server) inspect(v *visit) error {
	link, err := v.link()
	if err != nil {
		return err
	}
	link, wanted := cutPiece(link, "format=json")
	v.json = wanted
	r := resolver.Resolve(v.library, link, s.Now().Year())
	v.resolution = r
	if v.prefersJSON() {
		v.Response().Header().Set(echo.HeaderCacheControl, "no-store")
		return v.JSON(http.StatusOK, r)
	}
	return s.render(v, http.StatusOK, "inspect", inspectPage{v.frame(), r, withoutPersonal(r.Link)})
}

// cutPiece takes a parameter of our own out of a query string, and leaves the rest
// as it was sent.
func cutPiece(query, piece string) (rest string, found bool) {
	pieces := strings.Split(query, "&")
	i := slices.Index(pieces, piece)
	if i < 0 {
		return query, false
	}
	return strings.Join(slices.Delete(pieces, i, i+1), "&"), true
}
