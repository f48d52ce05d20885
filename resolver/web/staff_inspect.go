package web

import (
	"net/http"
	"strings"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/openurl"
	"lendlink/resolver/report"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/practice"
)

// inspectPage is what the inspection page shows. Without a link it only asks for one.
type inspectPage struct {
	staffFrame
	inspection
	Resolution *resolver.Resolution
	Link       string   // as sent, without what may be personal, safe in an address
	Pasted     string   // a text in which there is no link
	Wrong      string   // with it: paste or paste-number
	Others     []string // what else a pasted text held, safe like Link
	Length     int      // of the whole address sent
	MaxLength  int
	Form       practice.Form     // what the practice form makes of it
	To         *requestform.Form // that the item is sent to
	Filled     string            // the query that it receives
}

// inspect shows staff what became of a link. A link with nothing in it is not an
// error here: to see why is what the page is for. A link can also be posted, as
// text in which one is found; a text without one is an error.
func (s *Server) inspect(v *requestContext) error {
	query, err := v.link()
	if err != nil {
		return err
	}
	in := readInspection(query, s.Now().Year())
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
		p.Others = append(p.Others, addressSafe(withoutPersonal(openurl.Parse(other))))
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
		p.Pasted, p.Wrong, status = in.pasted, in.wrong, http.StatusUnprocessableEntity
	}
	return s.render(v, status, "inspect", p)
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

// Report returns the inspection as plain text, for a mail to whoever can help.
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
