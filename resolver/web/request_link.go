package web

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
	"lendlink/resolver/web/conns"
	"lendlink/resolver/web/negotiate"
)

// How long a link may be, in bytes, and the query of an address that we send patrons to.
const (
	maxQuery    = 16 << 10
	maxLinkBody = 64 << 10
	maxAddress  = maxQuery / 2
)

// body reads what was posted, up to so many bytes, and reports whether it goes on.
func (v *requestContext) body(most int64) (body []byte, cut bool, err error) {
	body, err = io.ReadAll(http.MaxBytesReader(v.Response(), v.Request().Body, most))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return body, true, nil
	}
	if err != nil {
		return nil, false, &userError{http.StatusBadRequest, badRequest, err}
	}
	return body, false, nil
}

// form reads what a browser posted from a page of ours, where only the box for pasted text
// can hold too much: of such a form its beginning is read.
func (v *requestContext) form() (form url.Values, cut bool, err error) {
	body, cut, err := v.body(conns.MaxBody)
	if err != nil {
		return nil, false, err
	}
	text := string(body)
	if cut {
		text = wholeEscapes(text)
	}
	form, err = url.ParseQuery(text)
	if err != nil {
		return nil, cut, &userError{http.StatusBadRequest, badRequest, fmt.Errorf("form: %w", err)}
	}
	return form, cut, nil
}

// wholeEscapes cuts an escape at the end of a form that is not all there.
func wholeEscapes(form string) string {
	if i := strings.LastIndexByte(form, '%'); i >= 0 && i+3 > len(form) {
		return form[:i]
	}
	return form
}

// query returns the query string of the link in a request, as sent: Go's own
// parser drops pairs that sources really send. Of a longer query than maxQuery its
// beginning is read, up to the end of a pair.
func (v *requestContext) query() (string, error) {
	query := v.Request().URL.RawQuery
	if len(query) > maxQuery {
		end := strings.LastIndexByte(query[:maxQuery+1], '&')
		if end <= 0 {
			return "", &userError{http.StatusRequestURITooLong, linkTooLong, fmt.Errorf("query of %d bytes", len(query))}
		}
		query, v.cut = query[:end], true
	}
	return query, nil
}

// link returns the link in a request: its query, joined to what was posted.
func (v *requestContext) link() (string, error) {
	query, err := v.query()
	r := v.Request()
	if err != nil || r.Method != http.MethodPost {
		return query, err
	}
	body, cut, err := v.body(maxLinkBody)
	if err != nil {
		return "", err
	}
	if cut {
		return "", &userError{http.StatusRequestEntityTooLarge, bodyTooLarge, fmt.Errorf("a link above %d bytes", maxLinkBody)}
	}
	link := openurl.Join(query, r.Header.Get("Content-Type"), body)
	v.requestedLanguage = negotiate.LanguageParam(link)
	return link, nil
}

// resolve resolves the link in a request, with what a lookup finds.
func (s *Server) resolve(v *requestContext) (*resolver.Resolution, error) {
	link, err := v.link()
	if err != nil {
		return nil, err
	}
	v.resolution = s.resolveLink(v, v.library, link)
	return v.resolution, nil
}

// resolveUsable is resolve for those who can do nothing with an empty citation.
func (s *Server) resolveUsable(v *requestContext) (*resolver.Resolution, error) {
	r, err := s.resolve(v)
	if err == nil && r.Citation.Empty() && v.cut {
		return nil, &userError{http.StatusRequestURITooLong, linkTooLong, errors.New("nothing usable in the beginning of the link")}
	}
	if err == nil && r.Citation.Empty() {
		return nil, &userError{http.StatusBadRequest, nothingUsable, errors.New("nothing usable in the link")}
	}
	return r, err
}

// withoutPersonal returns a link as it was sent, except what may be personal. A
// ContextObject by value is written out in pairs, for it may hold such too.
func withoutPersonal(link *openurl.ContextObject) string {
	return writeLink(link, func(*openurl.Pair) bool { return false })
}

// forLog returns a link for the log: what withoutPersonal keeps, but of values that look
// as if they were about a person the key alone.
func forLog(link *openurl.ContextObject) string {
	return writeLink(link, (*openurl.Pair).MayBePersonal)
}

// writeLink writes the pairs of a link as a query, those whose value is to be hidden with
// the key alone.
func writeLink(link *openurl.ContextObject, hide func(*openurl.Pair) bool) string {
	var kept []string
	for i := range link.Pairs {
		p := &link.Pairs[i]
		switch {
		case p.Personal, p.Key == "url_ctx_val":
		case p.Value != "" && hide(p):
			kept = append(kept, url.QueryEscape(p.Key)+"=…")
		case p.Raw != "":
			kept = append(kept, p.Raw)
		default:
			kept = append(kept, url.QueryEscape(p.Key)+"="+url.QueryEscape(p.Value))
		}
	}
	return strings.Join(kept, "&")
}

// resolveLink resolves a link, with what a lookup finds. A patron who leaves does not
// cancel the lookup: its answer serves the next one.
func (s *Server) resolveLink(v *requestContext, lib *library.Library, link string) *resolver.Resolution {
	return resolver.ResolveWithLookup(v.Request().Context(), s.Lookup(), lib, link, s.circumstances(v, lib))
}

// circumstances are those of a request.
func (s *Server) circumstances(v *requestContext, lib *library.Library) resolver.Circumstances {
	at := resolver.At(lib, s.Now())
	at.Page, at.Cut, at.NoCopies = v.paged, v.cut, v.noCopies
	return at
}
