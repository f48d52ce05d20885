package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lendlink/resolver"
	"lendlink/resolver/library"
)

// visit is one request, with what becomes known about it on the way. The request
// log is written from it.
type visit struct {
	echo.Context
	id         string // of the request, for the log and the user
	language   string // of the page; "" until speak settles it, or the route does
	asked      string // the language that a posted form or link asks for
	chose      bool   // the language was chosen for this visitor, and can be switched
	json       bool   // the route answers with JSON whatever the client prefers
	library    *library.Library
	resolution *resolver.Resolution
	followed   bool   // a patron followed a link, which is counted; staff and programs are not
	quiet      bool   // the log needs no line where all went well: probes ask a dozen times a minute
	paged      bool   // the answer is a page whatever the link says
	outcome    string // what the user got, from a closed list
	err        error  // what went wrong on our side
}

// visitOf gives the visit that observe began.
func visitOf(c echo.Context) *visit {
	if v, ok := c.(*visit); ok {
		return v
	}
	return &visit{Context: c}
}

// frame is what the page shows around its content. It settles the language.
func (v *visit) frame() frame {
	v.speak()
	f := frame{Library: v.library}
	if v.Request().Method != http.MethodPost { // what was posted, a link does not bring back
		f.Tongues = v.tongues()
	}
	return f
}
