package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/citation"
)

// userError is a failure that the person who sent the request can understand. What
// they read is the text for reason; err is for the log alone.
type userError struct {
	status int
	reason string // the part of the texts' keys: error.REASON.title, .text, .help
	err    error
}

func (e *userError) Error() string { return fmt.Sprintf("%s: %v", e.reason, e.err) }
func (e *userError) Unwrap() error { return e.err }

// The reasons that have a text of their own.
const (
	nothingUsable  = "nothing-usable"
	badRequest     = "bad-request"
	notFound       = "not-found"
	unknownLibrary = "unknown-library"
	wrongMethod    = "method"
	bodyTooLarge   = "body-too-large"
	pasteTooLarge  = "paste-too-large"
	linkTooLong    = "link-too-long"
	crossOrigin    = "cross-origin"
	tooMany        = "too-many"
	busy           = "busy"
	internal       = "internal"
)

// asUserError returns an error in the form that a user can be shown.
func asUserError(err error) *userError {
	if u, ok := errors.AsType[*userError](err); ok {
		return u
	}
	if h, ok := errors.AsType[*echo.HTTPError](err); ok {
		switch {
		case h.Code == http.StatusNotFound:
			return &userError{h.Code, notFound, err}
		case h.Code == http.StatusMethodNotAllowed:
			return &userError{h.Code, wrongMethod, err}
		}
	}
	return &userError{http.StatusInternalServerError, internal, err}
}

// problem is an error as JSON, after RFC 9457.
type problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

// fail answers a request whose handler returned an error. It is the only place
// where an error becomes a status and a page.
func (s *Server) fail(v *requestContext, err error) {
	u := asUserError(err)
	v.outcome = u.reason
	if u.reason == internal {
		v.err = u.err
	}
	if v.Response().Committed {
		return
	}
	if v.library == nil { // no route led here: the address may name one all the same
		if code, _, _ := strings.Cut(strings.TrimPrefix(v.Request().URL.Path, "/"), "/"); code != "" {
			v.library = s.Settings().Find(code)
		}
	}
	if v.prefersJSON() {
		v.negotiateLanguage()
		text := s.pages.localizers[v.language]
		body, jsonErr := json.Marshal(problem{"about:blank", text.T("error." + u.reason + ".title"), u.status,
			text.T("error." + u.reason + ".text")})
		if jsonErr == nil {
			err = v.Blob(u.status, "application/problem+json", body)
		}
	} else if u.reason == nothingUsable && v.library != nil {
		e := entry{Type: citation.Document, untyped: true}
		page := requestPage{mode: nothing, entry: e, shownType: e.Type, shown: nothingShown}
		if v.resolution != nil {
			page.source = v.resolution.Source
		}
		err = s.renderRequestPage(v, u.status, page)
	} else {
		p := errorPage{frame: v.frame(), Status: u.status, Error: u.reason}
		if u.status >= 500 {
			p.RequestID = v.id
		}
		err = s.render(v, u.status, "error", p)
	}
	if err != nil && !v.Response().Committed {
		v.Response().WriteHeader(u.status)
	}
}

// errorPage is what the error page shows.
type errorPage struct {
	frame
	Status    int
	Error     string // the reason
	RequestID string // for a failure that the library should hear of
}

// panicError is a panic with the stack of the goroutine that it happened in.
type panicError struct {
	err   error
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v\n%s", e.err, e.stack) }
func (e *panicError) Unwrap() error { return e.err }
