package web

import (
	"net/http"

	"lendlink/resolver/openurl"
	"lendlink/resolver/web/practice"
)

// practicePage is what the practice form shows.
type practicePage struct {
	frame
	Form      practice.Form
	Kinds     []practice.Kind
	Query     string
	Length    int // of the whole address of the library's request form, with this query
	MaxLength int
}

// practice shows what a Tipasa form would receive.
func (s *Server) practice(v *requestContext) error {
	query, err := v.link()
	if err != nil {
		return err
	}
	query = openurl.Shown(query)
	form := v.library.Form
	return s.render(v, http.StatusOK, "practice", practicePage{
		frame:     v.frame(),
		Form:      practice.Read(query),
		Kinds:     practice.Kinds[:],
		Query:     query,
		Length:    len(form.Base()) + len(query),
		MaxLength: form.MaxLength,
	})
}
