package web

import (
	"net/http"
	"strings"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
	"lendlink/resolver/report"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/conns"
	"lendlink/resolver/web/negotiate"
	"lendlink/resolver/web/practice"
)

// inspectPage is what the inspection page shows. Without a link it only asks for one.
type inspectPage struct {
	staffFrame
	inspection
	Resolution *resolver.Resolution
	Link       string // as sent, without what may be personal, safe in an address
	Pasted     string // a text in which there is no link
	Wrong      string // with it, as pasteError names it
	Others     []otherItem
	Length     int // of the whole address sent
	MaxLength  int
	Form       practice.Form     // what the practice form makes of it
	To         *requestform.Form // that the item is sent to
	Filled     string            // the query that it receives
}

// otherItem is what else a pasted text held.
type otherItem struct {
	Citation citation.Citation
	Link     string // safe like that of the page
}

// inspect shows staff how a link was read. A link with nothing in it is not an
// error here: to see why is what the page is for. A link can also be posted, as
// text in which one is found; a text without one is an error.
func (s *Server) inspect(v *requestContext) error {
	query, cut, err := v.inspected()
	if err != nil {
		return err
	}
	in := readInspection(query, s.Now().Year())
	if cut {
		p := inspectPage{staffFrame: s.staffFrame(v, "/inspect"), Pasted: textStart(in.pasted), Wrong: pasteLong}
		return s.render(v, http.StatusRequestEntityTooLarge, "inspect", p)
	}
	v.json = in.format == "json"
	lib := in.library(v.library)
	r := s.resolveLink(v, lib, in.links[0])
	v.resolution = r
	if v.prefersJSON() {
		return v.JSON(http.StatusOK, r)
	}
	p := inspectPage{
		staffFrame: s.staffFrame(v, "/inspect"),
		inspection: in,
		Resolution: r,
		Link:       addressSafe(withoutPersonal(r.Link)),
		Length:     len(r.Location),
	}
	form := lib.FormOf(r.Citation.Type)
	p.MaxLength, p.Filled, p.To = form.MaxLength, requestform.Query(r.Sent), form
	p.Form = practice.Fill(form, r.Sent)
	for _, other := range in.links[1:] {
		link := openurl.Parse(other)
		p.Others = append(p.Others, otherItem{interpret.Read(link, s.Now().Year()).Citation, addressSafe(withoutPersonal(link))})
	}
	if in.format == "text" {
		text, err := p.Report()
		if err != nil {
			return err
		}
		return v.String(http.StatusOK, text)
	}
	status := http.StatusOK
	if p.Link == "" && in.wrong != "" {
		p.Pasted, p.Wrong, status = textStart(in.pasted), in.wrong, http.StatusUnprocessableEntity
	}
	return s.render(v, status, "inspect", p)
}

// inspected returns what is to be inspected: a link, or a form with a text of which only the
// beginning is there.
func (v *requestContext) inspected() (query string, cut bool, err error) {
	query, err = v.query()
	r := v.Request()
	if err != nil || r.Method != http.MethodPost {
		return query, false, err
	}
	body, cut, err := v.body(conns.MaxBody)
	if err != nil {
		return "", false, err
	}
	link := openurl.Join(query, r.Header.Get("Content-Type"), body)
	if cut {
		link = wholeEscapes(link)
	}
	v.requestedLanguage = negotiate.LanguageParam(link)
	return link, cut, nil
}

// Permalink is the query that shows the same inspection again.
func (p inspectPage) Permalink() string { return joinQuery(p.Link, p.switched()) }

// Format is what the page's JSON or text is fetched with.
func (p inspectPage) Format(format string) string { return joinQuery("format="+format, p.Permalink()) }

// PracticeQuery is what the practice form is opened with to play the form.
func (p inspectPage) PracticeQuery() string {
	if p.To.Labels() == nil {
		return p.Filled
	}
	return joinQuery("as="+string(p.To.Service), p.Filled)
}

// Report returns the inspection as plain text, for a support mail.
func (p inspectPage) Report() (string, error) {
	var b strings.Builder
	err := report.Write(&b, p.Resolution, report.Circumstances{
		Library: p.Library.Name + " (" + p.Library.Code + ")", AsIf: p.switched(),
		Inspection: p.Base() + "/inspect?" + p.Permalink(), MaxLength: p.MaxLength,
	})
	return b.String(), err
}

// Genre is the one that the item is sent under.
func (p inspectPage) Genre() string {
	for _, sent := range p.Resolution.Sent {
		if sent.Key == "rft.genre" {
			return sent.Value
		}
	}
	return ""
}

// Genres lists those that the item can be sent under instead.
func (p inspectPage) Genres() []string { return requestform.Genres(p.To.Service) }

// Type is the item's.
func (p inspectPage) Type() citation.Type { return p.Resolution.Citation.Type }
