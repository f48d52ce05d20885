package web

import (
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/web/qrcode"
)

// qrAlways asks for the code of a link that always shows the confirmation page.
const qrAlways = ownPrefix + "page=confirm"

// qr draws the QR code of a request link with the request's query. It is no drawer
// of other people's codes: the address in it always is the library's.
func (s *Server) qr(draw func(string) ([]byte, error), mediaType string) func(*visit) error {
	return func(v *visit) error {
		query, err := v.link()
		if err != nil {
			return err
		}
		query, always := cutPiece(query, qrAlways)
		page := "/openurl?"
		if always {
			page = "/confirm?"
		}
		address := s.staffFrame(v, "").Base() + page + addressSafe(query)
		if len(address) > qrcode.MaxText {
			return &userError{http.StatusRequestURITooLong, linkTooLong, fmt.Errorf("qr code of %d bytes", len(address))}
		}
		picture, err := draw(address)
		if err != nil {
			return err
		}
		v.Response().Header().Set(echo.HeaderCacheControl, "no-store")
		return v.Blob(http.StatusOK, mediaType, picture)
	}
}
