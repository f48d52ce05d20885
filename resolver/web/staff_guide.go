package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/ges"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/markup"
)

// setupPage is what a page of the setup guide shows.
type setupPage struct {
	staffFrame
	Forms   []guidedForm          // that the guide is about
	Chosen  requestform.Service   // shown to a library that still has the practice form; "" for others
	Choices []requestform.Service // for such a library
}

// guidedForm is a request form that the guide is about.
type guidedForm struct {
	*requestform.Form
	Path  string          // of the library
	Types []citation.Type // that it is for; nil for all others
	Index int             // on the page, from 0
	First bool            // the first form of its service
}

// otherService asks the guide of a library with the practice form for another service.
const otherService = "as"

// setup shows a page of the guide that needs nothing but the library's addresses and forms.
func (s *Server) setup(path, page string) func(*requestContext) error {
	return func(v *requestContext) error {
		return s.render(v, http.StatusOK, page, newSetupPage(s.staffFrame(v, path), v.QueryParam(otherService)))
	}
}

// newSetupPage returns a page about the forms of the library. Where those are the practice
// form alone, it is about a form of the wanted service: Tipasa if there is no such one.
func newSetupPage(f staffFrame, wanted string) setupPage {
	p := setupPage{staffFrame: f}
	for _, l := range f.Library.FormsFor {
		p.add(&l.Form, l.Types)
	}
	p.add(&f.Library.Form, nil)
	if slices.ContainsFunc(p.Forms, func(g guidedForm) bool { return !g.Service.Local() }) {
		p.Forms = slices.DeleteFunc(p.Forms, func(g guidedForm) bool { return g.Service.Local() })
		return p
	}
	p.Choices = slices.DeleteFunc(requestform.Services(), requestform.Service.Local)
	p.Chosen = requestform.Tipasa
	if slices.Contains(p.Choices, requestform.Service(wanted)) {
		p.Chosen = requestform.Service(wanted)
	}
	p.Forms = nil
	p.add(&requestform.Form{Service: p.Chosen, URL: p.Chosen.Example()}, nil)
	return p
}

func (p *setupPage) add(form *requestform.Form, types []citation.Type) {
	first := !slices.ContainsFunc(p.Forms, func(g guidedForm) bool { return g.Service == form.Service })
	p.Forms = append(p.Forms, guidedForm{form, p.Path, types, len(p.Forms), first})
}

// Query keeps the chosen service on the way to another page of the guide.
func (p setupPage) Query() string {
	if p.Chosen == "" || p.Chosen == requestform.Tipasa {
		return ""
	}
	return "?" + otherService + "=" + string(p.Chosen)
}

// Systems names the systems behind the forms in a sentence: "Tipasa and ILLiad".
func (p setupPage) Systems() string { return p.inSentence(requestform.Service.Short) }

// SignIns names whose sign-in patrons meet.
func (p setupPage) SignIns() string { return p.inSentence(requestform.Service.SignIn) }

func (p setupPage) inSentence(name func(requestform.Service) string) string {
	var names []string
	for _, f := range p.Forms {
		if n := name(f.Service); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// Settings are the lines of the settings file for the forms.
func (p setupPage) Settings() string {
	var b strings.Builder
	b.WriteString("form:\n")
	for _, f := range p.Forms {
		lead := "  "
		write := func(line string) {
			b.WriteString(lead + line + "\n")
			lead = strings.Repeat(" ", len(lead))
		}
		if len(p.Forms) > 1 || f.Types != nil {
			lead = "  - "
		}
		if f.Types != nil {
			var types []string
			for _, t := range f.Types {
				types = append(types, string(t))
			}
			write("for: [" + strings.Join(types, ", ") + "]")
		}
		write("service: " + string(f.Service))
		write("url: " + strconv.Quote(f.URL))
		if f.Proxy != "" {
			write("proxy: " + strconv.Quote(f.Proxy))
		}
		if f.Service.NeedsKeys() {
			write("keys:")
			lines := keyLines(f.Keys)
			if lines == nil {
				lines = exampleKeys
			}
			for _, line := range lines {
				write("  " + line)
			}
		}
	}
	if p.Forms[len(p.Forms)-1].Types != nil {
		b.WriteString("  - service: " + string(requestform.PracticeForm) + "\n")
	}
	return b.String()
}

// exampleKeys are those of a form that has none yet.
var exampleKeys = []string{`title: "{title}"`, `author: "{authors}"`, `year: "{year}"`, `isbn: "{isbn}"`, `doi: "{doi}"`}

func keyLines(keys []requestform.Key) []string {
	var lines []string
	for _, k := range keys {
		var from []string
		for _, t := range k.From {
			from = append(from, strconv.Quote(t.String()))
		}
		value := `""`
		switch len(from) {
		case 0:
		case 1:
			value = from[0]
		default:
			value = "[" + strings.Join(from, ", ") + "]"
		}
		lines = append(lines, strconv.Quote(k.Name)+": "+value)
	}
	return lines
}

// Universal is the General Electronic Service for items of every type.
func (p setupPage) Universal() ges.Service { return ges.Universal(p.Library.Code, p.OpenURL()) }

// ByType lists the services for single types.
func (p setupPage) ByType() []ges.Service { return ges.ByType(p.Library.Code, p.OpenURL()) }

// identified is a service with an id for its place on the page.
type identified struct {
	ges.Service
	ID      string
	SignIns string
}

// examplesPage is the setup guide's page of live examples.
type examplesPage struct{ staffFrame }

func (s *Server) examples(v *requestContext) error {
	return s.render(v, http.StatusOK, "embed-examples", examplesPage{s.staffFrame(v, "/setup/pages")})
}

// Embedded returns the examples for embed.js.
func (examplesPage) Embedded() []markup.Example { return markup.Embedded() }

// SearchForms returns the forms to paste.
func (f staffFrame) SearchForms() []markup.Example { return markup.SearchForms(f.Base()) }

// Script returns the tag that loads embed.js.
func (f staffFrame) Script() string { return markup.Script(f.Origin, f.Library.Code) }
