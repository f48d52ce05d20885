package web

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"lendlink/resolver/ges"
	"lendlink/resolver/library"
)

// frame is what every page shows around its content. Pages embed it.
type frame struct {
	Library *library.Library // nil on pages that are no library's
	Tongues []tongue         // the languages to switch to, if there is a choice
}

// pages holds the pages in every language, parsed once: cloning a set for each
// request would cost many times as much.
type pages struct {
	wordings map[string]wording
	sets     map[string]map[string]*template.Template // language, then page
}

// components are the files that are no page of their own.
var components = []string{"layout.html", "parts.html", "staff.html"}

// patronPages are the pages in every language. All others are the staff's, in
// English alone: parsed pages are most of what an idle server keeps in memory.
var patronPages = []string{"request.html", "error.html", "home.html", "practice.html"}

func loadPages(files fs.FS, a *assets) (*pages, error) {
	catalogues, err := loadCatalogues(files)
	if err != nil {
		return nil, err
	}
	all, err := fs.Glob(files, "*.html")
	if err != nil {
		return nil, err
	}
	p := &pages{map[string]wording{}, map[string]map[string]*template.Template{}}
	for language, texts := range catalogues {
		p.wordings[language] = wording{texts, customs[language]}
		base, err := template.New("").Funcs(p.functions(language, a)).ParseFS(files, components...)
		if err != nil {
			return nil, err
		}
		names := patronPages
		if language == defaultLanguage {
			names = all
		}
		set := map[string]*template.Template{}
		for _, name := range names {
			page, err := template.Must(base.Clone()).ParseFS(files, name)
			if err != nil {
				return nil, err
			}
			set[strings.TrimSuffix(path.Base(name), ".html")] = page
		}
		p.sets[language] = set
	}
	return p, nil
}

// functions are what templates can call.
func (p *pages) functions(language string, a *assets) template.FuncMap {
	w := p.wordings[language]
	return template.FuncMap{
		"lang":      func() string { return language },
		"dir":       func() string { return direction(language) },
		"name":      func(language string) string { return p.wordings[language].t("language.name") },
		"t":         w.t,
		"day":       w.day,
		"reference": w.reference,
		"list":      w.fieldList,
		"credits":   credits,
		"brand":     brandPath,
		"contact":   contact,
		"asset":     a.path,
		"href":      href,
		"src":       src,
		"rows":      rows,
		"copy":      copyText,
		"plus":      func(a, b int) int { return a + b },
		"copyline":  copyLine,
		"service":   func(id string, s ges.Service) identified { return identified{s, id} },
	}
}

// src is href for pictures.
func src(path, query string) template.HTMLAttr {
	return template.HTMLAttr(`src="` + html.EscapeString(path+"?"+query) + `"`)
}

// href is the attribute of a link within this site that takes a query string along
// as it is. The templates' own escaping would mend broken percent-encoding, and
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
// a template that fails gives an error page and not half a page.
func (s *Server) render(v *visit, status int, page string, data any) error {
	t, ok := s.pages.sets[v.language][page]
	if !ok {
		return fmt.Errorf("no page %q in %q", page, v.language)
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "layout", data); err != nil {
		return fmt.Errorf("page %q: %w", page, err)
	}
	h := v.Response().Header()
	h.Set(echo.HeaderCacheControl, "no-store")
	securePage(h, v.library)
	h.Set(echo.HeaderVary, "Accept, Accept-Encoding, Accept-Language")
	body := b.Bytes()
	if acceptsGzip(v.Request()) {
		h.Set(echo.HeaderContentEncoding, "gzip")
		body = compress(body)
	}
	return v.HTMLBlob(status, body)
}
