package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
	"lendlink/resolver/reference"
	"lendlink/resolver/requestform"
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
	Unread bool
}

// builderField is a field of the builder.
type builderField struct {
	Name  string // CSL
	Label string
	Wide  bool
	Value string
	Error string // what is wrong: noContainer, unreadable, or NAME for the text invalid.NAME; "" for nothing
}

// builderFields are the fields in the order in which the page shows them.
var builderFields = []builderField{
	{Name: "title", Label: "Title", Wide: true},
	{Name: "author", Label: "Author, as Family, Given"},
	{Name: "container-title", Label: "Book or journal that it is in"},
	{Name: "issued", Label: "Year"},
	{Name: "volume", Label: "Volume"},
	{Name: "issue", Label: "Issue"},
	{Name: "page", Label: "Pages"},
	{Name: "ISBN", Label: "ISBN"},
	{Name: "ISSN", Label: "ISSN"},
	{Name: "DOI", Label: "DOI"},
	{Name: "PMID", Label: "PubMed ID"},
	{Name: "OCLC", Label: "OCLC number"},
}

// builderType is a type that a link can be built for.
type builderType struct {
	itemType                citation.Type
	genre, title, container string
}

// builderTypes are the types that a link can be built for, with what their title
// and what they are part of is called in an OpenURL.
var builderTypes = []builderType{
	{citation.Book, "book", "rft.btitle", ""},
	{citation.Chapter, "bookitem", "rft.atitle", "rft.btitle"},
	{citation.Article, "article", "rft.atitle", "rft.jtitle"},
	{citation.Paper, "proceeding", "rft.atitle", "rft.btitle"},
	{citation.Periodical, "journal", "rft.jtitle", ""},
	{citation.Thesis, "dissertation", "rft.title", ""},
	{citation.Report, "report", "rft.btitle", ""},
}

// builderTypeOf returns the type of that name: books if there is none.
func builderTypeOf(name string) *builderType {
	for i := range builderTypes {
		if string(builderTypes[i].itemType) == name {
			return &builderTypes[i]
		}
	}
	return &builderTypes[0]
}

// builderKeys are the keys of the other fields.
var builderKeys = map[string]string{
	"author": "rft.au", "issued": "rft.date", "volume": "rft.volume", "issue": "rft.issue", "page": "rft.pages",
	"ISBN": "rft.isbn", "ISSN": "rft.issn", "DOI": "rft.doi", "PMID": "rft.pmid", "OCLC": "rft.oclcnum",
}

// What can be wrong with a value beside what invalid.NAME says.
const (
	noContainer = "no-container" // items of the type are part of nothing
	unreadable  = "unreadable"
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
		Always:     values.Get(builderAlways) != "",
		Text:       strings.TrimSpace(values.Get(builderText)),
	}
	if p.Text == "" {
		p.Text = "Request through interlibrary loan"
	}
	for _, f := range builderFields {
		f.Value = strings.TrimSpace(values.Get(f.Name))
		p.Fields = append(p.Fields, f)
	}
	for _, t := range builderTypes {
		p.Types = append(p.Types, t.itemType)
	}
	kind := builderTypeOf(values.Get(builderKind))
	p.Type = kind.itemType
	submitted := slices.ContainsFunc(builderFields, func(f builderField) bool { return values.Has(f.Name) })
	if year := s.Now().Year(); submitted && p.check(kind, year) {
		p.Built = newBuiltLink(p.staffFrame, p.Always, p.described(kind), year)
	}
	return p
}

// key returns the key of an OpenURL for a field, "" where items of the type have no such field.
func (k *builderType) key(field string) string {
	switch field {
	case "title":
		return k.title
	case "container-title":
		return k.container
	}
	return builderKeys[field]
}

// described writes the fields as a query.
func (p *builderPage) described(kind *builderType) string {
	pieces := []string{"rft.genre=" + kind.genre}
	for _, f := range p.Fields {
		if f.Value != "" {
			pieces = append(pieces, kind.key(f.Name)+"="+url.QueryEscape(f.Value))
		}
	}
	return strings.Join(pieces, "&")
}

// check notes what is wrong at each field, and reports whether nothing is: a link must
// say which item it is for, and every value must be of use in it.
func (p *builderPage) check(kind *builderType, year int) bool {
	named, ok := false, true
	fail := func(i int, message string) {
		p.Fields[i].Error, ok = message, false
	}
	for i, f := range p.Fields {
		field := citation.FieldNamed(f.Name)
		identifies := field.Kind == citation.Identifier || f.Name == "title" || f.Name == "container-title"
		named = named || identifies && f.Value != ""
		switch {
		case f.Value == "":
		case kind.key(f.Name) == "":
			fail(i, noContainer)
		case !field.Readable(f.Value, year+1):
			fail(i, f.Name)
		case isReadAsNothing(kind.key(f.Name), f.Value, year):
			fail(i, unreadable)
		}
	}
	if !named {
		fail(0, "title")
	}
	return ok
}

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

// isReadAsNothing reports whether a value is no use in a link.
func isReadAsNothing(key, value string, year int) bool {
	alone := interpret.Read(openurl.Parse(key+"="+url.QueryEscape(value)), year)
	return alone.Citation.Empty()
}

// builtLink is a request link in the shapes in which a page can hold it.
type builtLink struct {
	Citation citation.Citation
	Missing  []string // what patrons will be asked for
	Action   string   // the address up to the question mark
	Query    string
	page     string // of the address: openurl or confirm
}

// newBuiltLink writes a short link to an item that a query describes. The item is
// read as a link's is, so that the address holds clean values, and the link leads
// where it will lead when it is followed.
func newBuiltLink(f staffFrame, always bool, described string, year int) *builtLink {
	c := interpret.Read(openurl.Parse(described), year).Citation
	b := &builtLink{Citation: c, Missing: resolver.Missing(&c), page: "openurl"}
	if always {
		b.page = "confirm"
	}
	b.Action = f.Base() + "/" + b.page
	form := requestform.Form{URL: b.Action + "?"}
	whole := strings.TrimPrefix(form.Fill(&c, requestform.Provenance{}).Location, form.URL)
	var short []string
	for piece := range strings.SplitSeq(whole, "&") {
		if !repeats(piece) {
			short = append(short, piece)
		}
	}
	b.Query = strings.Join(append(short, "sid=library-page"), "&")
	return b
}

// repeats reports whether a piece of a link says what another says too, or what we
// know: our own links need not be read by others.
func repeats(piece string) bool {
	for _, p := range []string{"url_ver=", "rft_val_fmt=", "rft_id=urn:ISBN:", "rft.title=", "rft.au=", "rft.spage=", "rft.epage=",
		"rfe_dat=", "rfr_id="} {
		if strings.HasPrefix(piece, p) {
			return true
		}
	}
	return false
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

// qr draws the QR code of a request link with the request's query. It is no drawer
// of other people's codes: the address in it always is the library's.
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
