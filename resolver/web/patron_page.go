package web

import (
	"html/template"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/openaccess"
	"lendlink/resolver/web/freecopy"
	"lendlink/resolver/web/markdown"
)

// mode is the purpose of the page with the form.
type mode string

const (
	confirming        mode = "confirm" // the item is known: check it, correct it, go on
	asking            mode = "ask"     // the link left open what the item is
	blank             mode = "blank"   // there was no link
	nothing           mode = "nothing" // there was nothing in the link
	requestsSuspended mode = "stopped" // the library takes no requests now
	noItemFound       mode = "unfound" // the bookmarklet found nothing on a page
)

// bookmarkletSource is the source of the bookmarklet's links.
const bookmarkletSource = "lendlink:bookmarklet"

// requestPage is a request that a patron is about to make.
type requestPage struct {
	mode      mode
	entry     entry
	shownType citation.Type     // the type for which the form was shown
	source    string            // who made the link
	from      map[string]string // the fields that a lookup filled, with its source
	pasted    string
	filled    bool     // the form was filled in with what was pasted
	open      bool     // the fields are open whatever they hold: the patron is at work in them
	invalid   []string // the fields that cannot be read
	shown     string   // fingerprints of what the page showed first
	first     bool     // the page is shown for the first time
	leftover  string   // of a pasted text, sealed
	unread    unread   // of a pasted text of which nothing was read
	address   string   // of the same page as an answer to GET, "" if it has none
	free      *openaccess.Copy
}

// requestPageView is what the page with the form shows.
type requestPageView struct {
	frame
	Mode          mode
	Citation      citation.Citation
	Shown         bool   // the citation is
	Plain         string // the citation as plain text
	Kinds         []kind
	MissingFields []fieldView // what is missing
	Rest          []fieldView // the other fields
	Open          bool        // the other fields are shown at once
	Invalid       []string
	Source        string
	From          map[string]string // as in a requestPage
	First         citation.Type     // the type that the item had at first
	Titles        citation.Type     // see entry.titled
	Language      string
	Pasted        string
	Fingerprints  string            // of what the form showed first
	Kept          []citation.Detail // the fields that are not on the form
	Filled        bool
	Left          leftText
	Unread        unread
	Free          *freecopy.View // a copy that is free to read; nil for none
	Check         []checkLink
	Closed        *closure
	Heading       mode // whose words are above the page
	Notice        template.HTML
	Foreign       string // the language of the notice, where it is not the page's
}

// kind is a type to choose.
type kind struct {
	Type    citation.Type
	Current bool
}

// fieldView is a field of the form as a page shows it.
type fieldView struct {
	Name, Value string
	Labels      []label
	On          string // the types that have it, for the stylesheet
	Optional    label  // the types for which it is never asked for
	Hidden      bool   // the item's type has no such field
	Wide        bool
	Rows        int
	Keyboard    string // HTML's inputmode
	Hint        bool
	From        string // the service that its value came from
	Missing     bool   // why.NAME says why it is asked for
	Invalid     bool   // invalid.NAME says what to do
	Focus       bool   // where the page begins to be used
}

// label is what a field is called for some types.
type label struct {
	Key    string
	On     string // these types; "" for all
	Hidden bool
}

// Described lists the elements that explain the field.
func (f fieldView) Described() string {
	var ids []string
	for _, part := range []struct {
		shown bool
		name  string
	}{{f.Invalid, "error"}, {f.Missing, "why"}, {f.Hint, "hint"}, {f.From != "", "from"}} {
		if part.shown {
			ids = append(ids, part.name+"-"+f.Name)
		}
	}
	return strings.Join(ids, " ")
}

// checkLink is a place to look before a request is made.
type checkLink struct {
	Label   ownText
	Address string
}

// ownText is a text of the library's own.
type ownText struct {
	Text    string
	Foreign string // its language, where that is not the page's
}

// own returns a text of the library's own for the page.
func (v *requestContext) own(t library.Text) ownText {
	text, in := t.In(v.language, v.library.Languages)
	if in == v.language {
		in = ""
	}
	return ownText{text, in}
}

// closure is a time in which the library is closed.
type closure struct {
	*library.Closed
	Suspended bool // no request can be made
	Message   ownText
}

// Reopens is the first day on which the library is open again.
func (c closure) Reopens() time.Time { return c.Until.AddDate(0, 0, 1) }

// closed returns the closing of a library that is on now, or nil.
func (s *Server) closed(v *requestContext) *closure {
	lib := v.library
	if !lib.ClosedAt(s.Now()) {
		return nil
	}
	return &closure{lib.Closed, !lib.Closed.Accept, v.own(lib.Closed.Message)}
}

// renderRequestPage shows the page with the form.
func (s *Server) renderRequestPage(v *requestContext, status int, page requestPage) error {
	page.entry.latest = s.Now().Year() + 1
	kept := page.entry.visibleFields(page.shownType)
	p := requestPageView{
		frame: v.frame(), Mode: page.mode, Citation: kept.citation(), Source: page.source, From: page.from, Language: v.language,
		First: page.shownType, Titles: page.entry.titled,
		Kept:   slices.Concat(page.entry.hiddenFields(), page.entry.asideFields(), creditFields(page.from)),
		Pasted: page.pasted, Fingerprints: page.shown, Filled: page.filled,
		Left: s.leftText(page.leftover), Unread: page.unread, Invalid: page.invalid, Closed: s.closed(v),
	}
	if !slices.Contains([]mode{confirming, asking, blank, nothing}, p.Mode) {
		p.Mode = blank
	}
	if v.Request().Method == http.MethodPost {
		p.LanguageLinks = v.languageLinks()
	}
	ownNotice := v.own(v.library.Notice)
	notice, err := markdown.HTML(ownNotice.Text)
	if err != nil {
		return err
	}
	p.Notice, p.Foreign = notice, ownNotice.Foreign
	switch p.Heading = p.Mode; {
	case p.Closed != nil && p.Closed.Suspended:
		p.Heading = requestsSuspended
	case p.Mode == nothing && p.Source == bookmarkletSource:
		p.Heading = noItemFound
	}
	p.Shown = (p.Mode == confirming || p.Mode == asking || p.Heading == requestsSuspended) && !p.Citation.Empty()
	p.Filled = p.Filled && p.Heading != requestsSuspended
	p.Plain = s.pages.localizers[v.language].Reference(p.Citation).Plain()
	for i := range p.LanguageLinks {
		switch l := &p.LanguageLinks[i]; {
		case p.Heading != requestsSuspended: // there is a form: the language is chosen with it, so that what was typed stays
			l.Path = ""
		case v.Request().Method == http.MethodPost:
			l.Path, l.Query = v.inLanguage(page.address, l.Code)
		}
	}
	if !page.first && p.Shown {
		page.free = s.freeCopyOnPage(v, &p.Citation)
	}
	p.showFreeCopy(v, page.free)
	p.arrange(page, kept)
	for _, l := range v.library.CheckFirst {
		if address, ok := l.Address(&p.Citation); ok {
			p.Check = append(p.Check, checkLink{v.own(l.Label), address})
		}
	}
	return s.render(v, status, "request", p)
}

// toCopy is a text that can be copied on a closed library's page.
type toCopy struct{ ID, Text string }

// CopyItem returns the item as a text.
func (p requestPageView) CopyItem() toCopy { return toCopy{"plain", p.Plain} }

// CopyPasted returns what was pasted and not read, where there is no box that keeps it.
func (p requestPageView) CopyPasted() toCopy {
	if p.Heading != requestsSuspended {
		return toCopy{}
	}
	return toCopy{"paste", p.Pasted}
}

// Local reports whether the item's form is the practice form.
func (p requestPageView) Local() bool { return p.Library.FormOf(p.Citation.Type).Service.Local() }

// FormName names the item's form where the library has several; "" where nothing says yet
// what the item is.
func (p requestPageView) FormName() string {
	if p.Library.FormsFor == nil || p.Mode != confirming || p.Local() {
		return ""
	}
	return p.Library.FormOf(p.Citation.Type).Name()
}

// OffersChapter reports whether patrons are asked whether a chapter of the book is enough.
func (p requestPageView) OffersChapter() bool {
	return p.Mode == confirming && p.Citation.Type == citation.Book
}

// arrange puts the fields in their places: on the confirmation page those that are
// missing come first, and the others can be opened.
func (p *requestPageView) arrange(page requestPage, kept entry) {
	t := page.entry.Type
	for _, c := range offeredTypes(t, page.shownType) {
		p.Kinds = append(p.Kinds, kind{c, c == t && !page.entry.untyped})
	}
	var missing []string
	if p.Mode == confirming || p.Mode == asking {
		missing = resolver.Missing(&p.Citation)
	}
	if page.entry.undated(":") != "" { // it is in press: the patron is not asked for the year
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == "issued" })
	}
	p.Open = p.Mode != confirming || page.filled || page.open || p.Citation.Title == ""
	focused := slices.ContainsFunc(page.invalid, isPaste)
	for _, field := range formFields() {
		f := viewField(field, page.entry, kept)
		f.Invalid = slices.Contains(page.invalid, f.Name)
		f.Missing = slices.Contains(missing, f.Name)
		f.From = page.from[f.Name]
		f.Focus = f.Invalid && !focused
		focused = focused || f.Focus
		if f.Missing && p.Mode == confirming {
			p.MissingFields = append(p.MissingFields, f)
			continue
		}
		p.Open = p.Open || f.Invalid
		p.Rest = append(p.Rest, f)
	}
}

func viewField(f *citation.Field, typed, kept entry) fieldView {
	t := typed.Type
	on := f.Types
	shown := f.On(t)
	if !shown && kept.text[f.Name] != "" { // the link had it: it is sent, so it is shown
		on, shown = append(slices.Clone(on), t), true
	}
	value := typed.text[f.Name]
	v := fieldView{
		Name: f.Name, Value: value, On: join(on), Hidden: !shown, Wide: f.Long, Rows: rows(value), Hint: f.Hint, Keyboard: f.Keyboard,
	}
	optional := slices.DeleteFunc(slices.Clone(citation.Types[:]), func(t citation.Type) bool { return !resolver.IsOptional(f.Name, t) })
	v.Optional = label{"field.optional", join(optional), !resolver.IsOptional(f.Name, t)}
	if len(f.Labelled) == 0 {
		v.Labels = []label{{Key: labelOf(f, t)}}
		return v
	}
	usual := slices.DeleteFunc(slices.Clone(citation.Types[:]), func(t citation.Type) bool { return slices.Contains(f.Labelled, t) })
	v.Labels = append(v.Labels, label{"field." + f.Name, join(usual), slices.Contains(f.Labelled, t)})
	for _, c := range f.Labelled {
		v.Labels = append(v.Labels, label{labelOf(f, c), string(c), c != t})
	}
	return v
}

func join(types []citation.Type) string {
	var b strings.Builder
	for i, t := range types {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(string(t))
	}
	return b.String()
}

// credit names a service and the fields of a citation that came from it.
type credit struct {
	Source string
	Fields []string
}

// credits groups the fields that a lookup filled by their sources, in the order of
// the form. The type is not among them: it is not a field that one copies.
func credits(from map[string]string) []credit {
	var all []credit
	for _, source := range slices.Compact(slices.Sorted(maps.Values(from))) {
		c := credit{Source: source}
		for _, f := range formFields() {
			if from[f.Name] == source {
				c.Fields = append(c.Fields, f.Name)
			}
		}
		if len(c.Fields) > 0 {
			all = append(all, c)
		}
	}
	return all
}
