package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
	"lendlink/resolver/reference"
	"lendlink/resolver/web/markup"
	"lendlink/resolver/web/qrcode"
)

// builderPage is the setup guide's page about links on web pages, with the link
// builder.
type builderPage struct {
	staffFrame
	Types  []citation.Type
	Type   citation.Type // chosen
	Always bool          // the confirmation page is to be shown
	Text   string        // of the link
	Fields []builderField
	Built  *builtLink // nil until something is filled in
	Pasted string     // what could not be read
	Wrong  string     // with it, as pasteError names it
	Unread unread     // of what was pasted
	Items  []builderItem
	Left   leftText // of the item that was pasted
}

// builderItem is one of several items in what was pasted.
type builderItem struct {
	Citation citation.Citation
	Query    string // the builder's fields of it
}

// builderField is a field of the builder.
type builderField struct {
	*citation.Field
	Value string
	Error string // what is wrong: notOfType, unreadable, or NAME for the text invalid.NAME; "" for nothing
}

// IsLines reports whether the field has a value a line.
func (f builderField) IsLines() bool { return f.Kind == citation.Names }

// builderTypes are the types that a link can be built for: those that its genre names.
var builderTypes = slices.DeleteFunc(slices.Clone(citation.Types[:]), func(t citation.Type) bool {
	return t == citation.Patent || t == citation.Document
})

// builderTypeOf returns the type of that name: books if there is none.
func builderTypeOf(name string) citation.Type {
	if t := citation.Type(name); slices.Contains(builderTypes, t) {
		return t
	}
	return citation.Book
}

// What can be wrong with a value besides what invalid.NAME says.
const (
	notOfType  = "not-of-type" // items of the type have no such field
	unreadable = "unreadable"
)

// The builder's own fields.
const (
	builderKind   = "type"
	builderAlways = "always"
	builderText   = "text"
)

// build shows the link builder, and the link that it built.
func (s *Server) build(v *requestContext) error {
	query, err := v.link()
	if err != nil {
		return err
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return &userError{http.StatusBadRequest, badRequest, err}
	}
	p, status := s.builderPage(v, values), http.StatusOK
	if p.Failed() != nil {
		status = http.StatusUnprocessableEntity
	}
	return s.render(v, status, "embed", p)
}

// builderPage returns the page with the fields filled in.
func (s *Server) builderPage(v *requestContext, values url.Values) builderPage {
	p := builderPage{
		staffFrame: s.staffFrame(v, "/setup/pages"),
		Types:      builderTypes,
		Type:       builderTypeOf(values.Get(builderKind)),
		Always:     values.Get(builderAlways) != "",
		Text:       strings.TrimSpace(values.Get(builderText)),
		Unread:     readUnread(values),
		Left:       s.leftText(s.sealed(values.Get(leftoverKey))),
	}
	if p.Text == "" {
		p.Text = "Request through interlibrary loan"
	}
	for _, item := range s.linkedItems(values) {
		p.Items = append(p.Items, newBuilderItem(&item.citation, item.sealed))
	}
	filledIn := parseForm(values, s.Now().Year())
	filledIn.Type = p.Type
	submitted := false
	for _, f := range formFields() {
		submitted = submitted || values.Has(f.Name)
		p.Fields = append(p.Fields, builderField{Field: f, Value: filledIn.text[f.Name]})
	}
	if submitted && p.check(&filledIn) {
		p.Built = newBuiltLink(p.staffFrame, p.Always, filledIn.citation())
	}
	return p
}

// check marks the fields with something wrong, and reports whether there is none: a link
// must say which item it is for, and every value must be of use in it.
func (p *builderPage) check(filledIn *entry) bool {
	invalid, read := filledIn.invalid(), filledIn.citation()
	ok := true
	for i := range p.Fields {
		f := &p.Fields[i]
		switch {
		case slices.Contains(invalid, f.Name):
			f.Error = f.Name
		case f.Value == "":
		case !f.On(p.Type):
			f.Error = notOfType
		case f.Empty(&read), !strings.ContainsFunc(f.Value, isWord):
			f.Error = unreadable
		}
		ok = ok && f.Error == ""
	}
	return ok
}

// isWord reports whether a rune is a letter, a digit or the like. In a link a value
// without one says nothing.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Failed lists the fields with an error.
func (p builderPage) Failed() []builderField {
	var failed []builderField
	for _, f := range p.Fields {
		if f.Error != "" {
			failed = append(failed, f)
		}
	}
	return failed
}

// builtLink is a request link in the shapes in which a page can hold it.
type builtLink struct {
	Citation citation.Citation
	Missing  []string // what patrons will be asked for
	Action   string   // the address up to the question mark
	Query    string
	page     string // of the address: openurl or confirm
}

// newBuiltLink writes a short link to an item.
func newBuiltLink(f staffFrame, always bool, c citation.Citation) *builtLink {
	b := &builtLink{Citation: c, Missing: resolver.Missing(&c), Query: interpret.WriteShort(&c, "library-page"), page: "openurl"}
	if always {
		b.page = "confirm"
	}
	b.Action = f.Base() + "/" + b.page
	return b
}

// LinkMarkup returns the built link, for a page.
func (p builderPage) LinkMarkup() string { return markup.Link(p.Built.Address(), p.Text) }

// ButtonMarkup returns the built link as a button.
func (p builderPage) ButtonMarkup() string {
	return markup.Button(p.Built.Action, p.Built.Query, p.Text)
}

// Address is the link.
func (b *builtLink) Address() string { return b.Action + "?" + b.Query }

// QR is the query that the QR code is fetched with.
func (b *builtLink) QR() string {
	if b.page == "confirm" {
		return joinQuery(qrAlways, b.Query)
	}
	return b.Query
}

// qrAlways asks for the code of a link that always shows the confirmation page.
const qrAlways = ownPrefix + "page=confirm"

// qr draws the QR code of a request link with the request's query. It draws no codes
// for other sites: the address in it is always the library's.
func (s *Server) qr(draw func(string) ([]byte, error), mediaType string) func(*requestContext) error {
	return func(v *requestContext) error {
		query, err := v.link()
		if err != nil {
			return err
		}
		query, always := cutPiece(query, qrAlways)
		page := "/openurl?"
		if always {
			page = "/confirm?"
		}
		if r := interpret.Read(openurl.Parse(query), s.Now().Year()); r.Citation.Empty() {
			return &userError{http.StatusBadRequest, nothingUsable, errors.New("qr code of a link that is for nothing")}
		}
		address := s.staffFrame(v, "").Base() + page + addressSafe(query)
		if len(address) > qrcode.MaxText {
			return &userError{http.StatusRequestURITooLong, linkTooLong, fmt.Errorf("qr code of %d bytes", len(address))}
		}
		picture, err := draw(address)
		if err != nil {
			return err
		}
		return v.Blob(http.StatusOK, mediaType, picture)
	}
}

// buildFromPaste fills the link builder in with what was pasted, and leads on to the
// link that is built of it, or to the choice among several items: the address holds the
// fields, not the text.
func (s *Server) buildFromPaste(v *requestContext) error {
	if err := s.sameOrigin(v); err != nil {
		return &userError{http.StatusForbidden, crossOrigin, err}
	}
	form, cut, err := v.form()
	if err != nil {
		return err
	}
	p := s.builderPage(v, url.Values{})
	p.Pasted = textStart(form.Get("paste"))
	if cut {
		p.Wrong = pasteLong
		return s.render(v, http.StatusRequestEntityTooLarge, "embed", p)
	}
	items, problems := reference.Read(form.Get("paste"), s.Now().Year())
	p.Unread = newUnread(problems)
	if len(items) == 0 {
		p.Wrong = pasteError(problems)
		return s.render(v, http.StatusUnprocessableEntity, "embed", p)
	}
	if address := "/" + v.library.Code + "/setup/pages?"; len(items) == 1 && isWhole(&items[0], problems) {
		return v.seeOther(address + newBuilderItem(&items[0].Citation, s.leftovers.Seal(items[0].Note)).Query + "#built")
	} else if query := s.builderChoice(items, p.Unread).Encode(); len(query) <= maxAddress {
		return v.seeOther(address + query + "#choice")
	}
	p.Pasted = ""
	for i := range items {
		p.Items = append(p.Items, newBuilderItem(&items[i].Citation, s.leftovers.Seal(items[i].Note)))
	}
	return s.render(v, http.StatusOK, "embed", p)
}

// builderChoice returns what the address of the choice among items holds.
func (s *Server) builderChoice(items []reference.Item, u unread) url.Values {
	values := u.values()
	for i := range items {
		values.Add(choiceItem, withLeftover(itemQuery(&items[i].Citation, sourceOf(&items[i])), s.leftovers.Seal(items[i].Note)))
	}
	return values
}

// newBuilderItem writes an item into the builder's fields: the first author alone, so that
// the link stays short.
func newBuilderItem(c *citation.Citation, sealed string) builderItem {
	e := formFromCitation(c)
	values := url.Values{builderKind: {string(c.Type)}}
	for _, f := range formFields() {
		if text := e.text[f.Name]; text != "" && f.On(builderTypeOf(string(c.Type))) {
			values.Set(f.Name, text)
		}
	}
	if len(c.Author) > 0 {
		values.Set("author", c.Author[0].String())
	}
	if sealed != "" {
		values.Set(leftoverKey, sealed)
	}
	return builderItem{*c, values.Encode()}
}
