package web

import (
	"github.com/labstack/echo/v4"

	"lendlink/resolver"
	"lendlink/resolver/library"
)

// visit is one request, with what becomes known about it on the way. The request
// log is written from it.
type visit struct {
	echo.Context
	id         string // of the request, for the log and the user
	language   string // of the page
	json       bool   // the route answers with JSON whatever the client prefers
	library    *library.Library
	resolution *resolver.Resolution
	followed   bool   // a patron followed a link, which is counted; staff and programs are not
	outcome    string // what the user got, from a closed list
	err        error  // what went wrong on our side
}

// visitOf gives the visit that observe began.
func visitOf(c echo.Context) *visit {
	if v, ok := c.(*visit); ok {
		return v
	}
	return &visit{Context: c, language: defaultLanguage}
}

func (v *visit) frame() frame { return frame{Library: v.library} }
