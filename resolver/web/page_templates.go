package web

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/ges"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/assets"
	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/negotiate"
)

// frame is what every page shows around its content. Pages embed it.
type frame struct {
	Library       *library.Library         // nil on pages that belong to no library
	LanguageLinks []negotiate.LanguageLink // the languages to switch to, if there is a choice
	Embedded      bool                     // the page is in the frame that our script opens over Primo
	LinksKept     bool                     // the settings keep links, so the page promises no privacy that is not kept
}

// base makes the frame of a page known to the layout.
func (f frame) base() frame { return f }

// document is a page with its frame around it: what the layout takes.
type document struct {
	frame
	Title, Head, Main template.HTML
}

// pages holds the pages in every language. They are parsed once, as doing so for each
// request would cost many times as much, and only when they are first asked for:
// parsed pages are most of what a server keeps in memory, which each collection of
// garbage has to look through.
//
// What is parsed together is a set: each page in it has a title, a main part and, if
// it needs more than the layout has, a head: "home.title", "home.main". They are
// filled in before the layout is. If the layout called them, each page would need its
// own copy of the layout.
type pages struct {
	localizers map[string]locale.Localizer
	patrons    map[string]pageSet // by language
	staff      pageSet
}

// pageSet returns pages that are parsed together.
type pageSet func() (*template.Template, error)

// components are the files that all pages share; staff.html is what staff pages share.
var components = []string{"layout.html", "parts.html"}

// patronPages are the pages in every language. All others are the staff's, in
// English alone.
var patronPages = []string{"request.html", "choose.html", "error.html", "home.html", "practice.html"}

func loadPages(files fs.FS, a *assets.Files) (*pages, error) {
	localizers, err := locale.Load(files)
	if err != nil {
		return nil, err
	}
	p := &pages{localizers: localizers, patrons: map[string]pageSet{}}
	set := func(language string, names ...string) pageSet {
		return sync.OnceValues(func() (*template.Template, error) {
			set := template.New("")
			set.Funcs(p.functions(language, a)).Funcs(template.FuncMap{"part": partOf(set)})
			return set.ParseFS(files, names...)
		})
	}
	for language := range localizers {
		p.patrons[language] = set(language, slices.Concat(components, patronPages)...)
	}
	p.staff = set(locale.Default, "*.html")
	return p, nil
}

// set returns the pages among which a page is.
func (p *pages) set(language, page string) (*template.Template, error) {
	parsed := p.staff
	if slices.Contains(patronPages, page+".html") {
		parsed = p.patrons[language]
	}
	if parsed == nil {
		return nil, fmt.Errorf("no pages in %q", language)
	}
	set, err := parsed()
	if err != nil {
		return nil, err
	}
	if set.Lookup(page+".main") == nil {
		return nil, fmt.Errorf("no page %q", page)
	}
	return set, nil
}

// draw returns a page in a language.
func (p *pages) draw(language, page string, data interface{ base() frame }) ([]byte, error) {
	set, err := p.set(language, page)
	if err != nil {
		return nil, err
	}
	d := document{frame: data.base()}
	var b bytes.Buffer
	for _, part := range []struct {
		name string
		html *template.HTML
	}{{"title", &d.Title}, {"head", &d.Head}, {"main", &d.Main}} {
		t := set.Lookup(page + "." + part.name)
		if t == nil {
			continue
		}
		b.Reset()
		if err := t.Execute(&b, data); err != nil {
			return nil, fmt.Errorf("page %q: %w", page, err)
		}
		*part.html = template.HTML(b.String()) // escaped when it was filled in
	}
	b.Reset()
	if err := set.ExecuteTemplate(&b, "layout", d); err != nil {
		return nil, fmt.Errorf("page %q: %w", page, err)
	}
	return b.Bytes(), nil
}

// functions are what templates can call.
func (p *pages) functions(language string, a *assets.Files) template.FuncMap {
	l := p.localizers[language]
	return template.FuncMap{
		"lang":      func() string { return language },
		"dir":       func() string { return locale.Direction(language) },
		"name":      func(language string) string { return p.localizers[language].T("language.name") },
		"t":         l.T,
		"day":       l.Day,
		"reference": l.Reference,
		"list":      l.FieldList,
		"credits":   credits,
		"brand":     assets.BrandPath,
		"contact":   contact,
		"asset":     a.Path,
		"href":      href,
		"src":       src,
		"rows":      rows,
		"wholes":    partsAndWholes,
		"own":       ownFields,
		"copy":      copyText,
		"plus":      func(a, b int) int { return a + b },
		"isPaste":   isPaste,
		"copyline":  copyLine,
		"service":   func(id string, s ges.Service, signIns string) identified { return identified{s, id, signIns} },
	}
}

// partOf returns the function with which a template fills in another whose name it works
// out: "address" and "koha" make "address.koha". Where there is none, it returns nothing.
func partOf(set *template.Template) func(part string, of requestform.Service, data any) (template.HTML, error) {
	return func(part string, of requestform.Service, data any) (template.HTML, error) {
		t := set.Lookup(part + "." + string(of))
		if t == nil {
			return "", nil
		}
		var b strings.Builder
		err := t.Execute(&b, data)
		return template.HTML(b.String()), err // escaped when it was filled in
	}
}

// src is href for pictures.
func src(path, query string) template.HTMLAttr {
	return template.HTMLAttr(`src="` + html.EscapeString(path+"?"+query) + `"`)
}

// href is the attribute of a link within this site that takes a query string along
// as it is. The templates' own escaping would repair broken percent-encoding, and
// the link would no longer be the one that was sent.
func href(path, query string) template.HTMLAttr {
	return template.HTMLAttr(`href="` + html.EscapeString(path+"?"+query) + `"`)
}

// contact is the address of a link to a library's help.
func contact(address string) string {
	if strings.HasPrefix(address, "https://") {
		return address
	}
	return "mailto:" + address
}

// rows is how many lines of a form a text needs.
func rows(text string) int {
	const perLine, most = 60, 6
	n := 0
	for line := range strings.Lines(text) {
		n += 1 + utf8.RuneCountInString(line)/perLine
	}
	return min(max(n, 1), most)
}

// render writes a page. It is rendered whole before the first byte leaves, so that
// a template that fails makes an error page and not half a page.
func (s *Server) render(v *requestContext, status int, page string, data interface{ base() frame }) error {
	body, err := s.pages.draw(v.language, page, data)
	if err != nil {
		return err
	}
	h := v.Response().Header()
	securePage(h, v.library, v.embedded)
	if v.preview { // it loads what the script does
		h.Set(echo.HeaderContentSecurityPolicy, h.Get(echo.HeaderContentSecurityPolicy)+"; connect-src 'self'; frame-src 'self'")
	}
	if v.beacon {
		allowBeacon(h)
	}
	if negotiate.AcceptsGzip(v.Request()) {
		h.Set(echo.HeaderContentEncoding, "gzip")
		body = negotiate.Gzip(body)
	}
	return v.HTMLBlob(status, body)
}

// static sends a static file.
func (s *Server) static(v *requestContext) error {
	f, ok := s.assets.Find(v.Request().URL.Path)
	if !ok {
		return echo.ErrNotFound
	}
	f.ServeHTTP(v.Response(), v.Request())
	return nil
}
