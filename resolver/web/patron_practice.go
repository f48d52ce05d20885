package web

import (
	"net/http"
	"slices"
	"strings"

	"lendlink/resolver/openurl"
	"lendlink/resolver/requestform"
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

// practice shows what a Tipasa form would receive; with as=SERVICE before the query,
// what that service's form would.
func (s *Server) practice(v *requestContext) error {
	query, err := v.link()
	if err != nil {
		return err
	}
	service, query := playedService(query)
	if service.Labels() == nil { // of other systems' keys nothing is listed that could be shown
		query = openurl.Shown(query)
	}
	form := v.library.Form
	page := practicePage{
		frame:     v.frame(),
		Form:      playForm(service, query),
		Query:     query,
		Length:    len(form.Base()) + len(query),
		MaxLength: form.MaxLength,
	}
	if service.Labels() == nil {
		page.Kinds = practice.Kinds[:]
	} else {
		page.As = service.Title()
	}
	return s.render(v, http.StatusOK, "practice", page)
}

// playedService takes as=SERVICE off a query.
func playedService(query string) (requestform.Service, string) {
	first, rest, _ := strings.Cut(query, "&")
	name, ok := strings.CutPrefix(first, "as=")
	if service := requestform.Service(name); ok && slices.Contains(requestform.Services(), service) {
		return service, rest
	}
	return requestform.PracticeForm, query
}

// playForm fills in a service's form as its query would.
func playForm(service requestform.Service, query string) practice.Form {
	if labels := service.Labels(); labels != nil {
		return practice.ReadAs(labels, query)
	}
	return practice.Read(query)
}
