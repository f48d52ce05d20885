package web

import (
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"
)

// prefersJSON tells whether an answer should be JSON rather than a page: because
// the route gives nothing else, or because the Accept header ranks it higher.
func (v *visit) prefersJSON() bool {
	if v.json {
		return true
	}
	var html, json float64
	for part := range strings.SplitSeq(v.Request().Header.Get(echo.HeaderAccept), ",") {
		name, params, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		switch {
		case name == "text/html", name == "application/xhtml+xml":
			html = max(html, quality(params))
		case name == "application/json", strings.HasSuffix(name, "+json"):
			json = max(json, quality(params))
		}
	}
	return json > html
}

// quality reads the q of a header's parameters: 1 when there is none.
func quality(params string) float64 {
	for param := range strings.SplitSeq(params, ";") {
		name, value, _ := strings.Cut(param, "=")
		if strings.EqualFold(strings.TrimSpace(name), "q") {
			q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
			if err != nil {
				return 0
			}
			return q
		}
	}
	return 1
}
