package web

import (
	"strings"

	"github.com/labstack/echo/v4"
)

// plainPath lets an address that is written otherwise do what the plain one does: with
// slashes doubled by a base address that ends in one, or with letters escaped that
// need not be (/%64emo/openurl). An escaped slash stays a part of its segment.
func plainPath(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		u := c.Request().URL
		if raw := strings.ToLower(u.RawPath); !strings.Contains(raw, "%2f") && !strings.Contains(raw, "%5c") {
			u.RawPath = ""
		}
		u.Path, u.RawPath = singleSlashes(u.Path), singleSlashes(u.RawPath)
		return next(c)
	}
}

func singleSlashes(path string) string {
	if !strings.Contains(path, "//") {
		return path
	}
	var b strings.Builder
	for i := range len(path) {
		if path[i] != '/' || i == 0 || path[i-1] != '/' {
			b.WriteByte(path[i])
		}
	}
	return b.String()
}
