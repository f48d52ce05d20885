package web

import (
	"net/http"
	"net/url"

	"lendlink/resolver/reference"
)

// buildFromPaste fills the link builder in with what somebody pasted, and goes on to the
// link that is built of it: its address holds the fields, not the text.
func (s *Server) buildFromPaste(v *requestContext) error {
	if err := s.sameOrigin(v); err != nil {
		return &userError{http.StatusForbidden, crossOrigin, err}
	}
	form, err := v.form()
	if err != nil {
		return err
	}
	pasted := form.Get("paste")
	items, _ := reference.Read(pasted, s.Now().Year())
	if len(items) == 0 {
		p := s.builderPage(v, url.Values{})
		p.Pasted, p.Unread = pasted, true
		return s.render(v, http.StatusUnprocessableEntity, "embed", p)
	}
	return v.seeOther("/" + v.library.Code + "/setup/pages?" + builderValues(&items[0]).Encode() + "#built")
}

// builderValues are the builder's fields of an item: the first author alone, so that the
// link stays short.
func builderValues(item *reference.Item) url.Values {
	e := formFromCitation(&item.Citation)
	kind := builderTypeOf(string(item.Type))
	values := url.Values{builderKind: {string(item.Type)}}
	for _, b := range builderFields {
		if text := e.text[b.Name]; text != "" && kind.key(b.Name) != "" {
			values.Set(b.Name, text)
		}
	}
	if len(item.Author) > 0 {
		values.Set("author", item.Author[0].String())
	}
	return values
}
