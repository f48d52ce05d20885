package web

import (
	"encoding/json"
	"net/http"

	"github.com/labstack/echo/v4"
)

// citationType is the media type of CSL-JSON.
const citationType = "application/vnd.citationstyles.csl+json"

// citation gives the item that a link means, for other programs.
func (s *Server) citation(v *visit) error {
	v.json = true
	r, err := s.resolveUsable(v)
	if err != nil {
		return err
	}
	b, err := json.Marshal(r.Citation)
	if err != nil {
		return err
	}
	v.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	return v.Blob(http.StatusOK, citationType, b)
}
