package web

import (
	"net/http"
	"slices"
	"strings"

	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/negotiate"
	"lendlink/resolver/web/practice"
)

// practicePage is what the practice form shows.
type practicePage struct {
	frame
	As        string // the system whose form is played, "" for OCLC's
	Form      practice.Form
	Kinds     []practice.Kind
	Query     string
	Length    int // of the whole address of the library's request form, with this query
	MaxLength int
}

// serviceKey names the service whose form is played.
const serviceKey = "as"

// practice shows what a Tipasa form would receive; with as=SERVICE before the query,
// what that service's form would.
func (s *Server) practice(v *requestContext) error {
	query, err := v.link()
	if err != nil {
		return err
	}
	form, query := formOfService(v.library, query)
	labels := form.Labels()
	own := slices.Concat(form.OwnKeys(), keysOf(labels))
	query = openurl.Shown(query, own...)
	v.ownKeys = append(own, serviceKey)
	page := practicePage{
		frame:     v.frame(),
		Form:      practice.Read(form, query),
		Query:     query,
		Length:    len(form.Base()) + len(query),
		MaxLength: form.MaxLength,
	}
	if labels == nil {
		page.Kinds = practice.Kinds[:]
	} else {
		page.As = form.Name()
	}
	return s.render(v, http.StatusOK, "practice", page)
}

// formOfService takes as=SERVICE off a query, and returns the library's form of that
// service, or any such form where it has none. A language can be before it, as a page's
// links to other languages have it.
func formOfService(l *library.Library, query string) (*requestform.Form, string) {
	first, rest, _ := strings.Cut(query, "&")
	if strings.HasPrefix(first, negotiate.LanguageKey+"=") {
		first, rest, _ = strings.Cut(rest, "&")
	}
	name, ok := strings.CutPrefix(first, serviceKey+"=")
	service := requestform.Service(name)
	if !ok || !slices.Contains(requestform.Services(), service) {
		return &l.Form, query
	}
	for _, f := range l.AllForms() {
		if f.Service == service {
			return f, rest
		}
	}
	return &requestform.Form{Service: service, URL: service.Example(), MaxLength: l.Form.MaxLength}, rest
}

func keysOf(labels []requestform.Label) []string {
	var keys []string
	for _, l := range labels {
		keys = append(keys, l.Keys...)
	}
	return keys
}
