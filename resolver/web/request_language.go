package web

import (
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"lendlink/resolver/library"
	"lendlink/resolver/web/locale"
)

// negotiateLanguage settles the language of the page: the one asked for by the parameter lang,
// else the best for the Accept-Language header, both from the library's languages.
func (v *requestContext) negotiateLanguage() {
	if v.language != "" {
		return
	}
	v.chose = true
	offered := v.languages()
	requested := v.requestedLanguage
	if requested == "" {
		requested = languageParam(v.Request().URL.RawQuery)
	}
	if tag, err := language.Parse(requested); err == nil {
		if found, ok := match(offered, tag); ok {
			v.language = found
			return
		}
	}
	// A header that cannot be read is as good as none.
	tags, _, _ := language.ParseAcceptLanguage(v.Request().Header.Get("Accept-Language"))
	v.language, _ = match(offered, tags...)
}

// languages returns those that the page can be shown in, the preferred one first.
func (v *requestContext) languages() []string {
	if v.library == nil {
		return library.Languages
	}
	if len(v.library.Languages) == 0 {
		return []string{locale.Default}
	}
	return v.library.Languages
}

// matchers keeps a matcher for each list of languages that a library has: making
// one takes longer than drawing the page.
var matchers sync.Map

// match returns the best of the languages offered, and whether it is one wanted; if
// none is, it gives the first.
func match(offered []string, wanted ...language.Tag) (string, bool) {
	key := strings.Join(offered, " ")
	m, ok := matchers.Load(key)
	if !ok {
		tags := make([]language.Tag, len(offered))
		for i, o := range offered {
			tags[i] = language.Make(o)
		}
		m, _ = matchers.LoadOrStore(key, language.NewMatcher(tags))
	}
	// The tag that Match gives holds more than we asked for; the index is what counts.
	_, i, confidence := m.(language.Matcher).Match(wanted...)
	return offered[i], confidence >= language.High
}

// languageParam returns the lang parameter of a query string. Primo writes it with
// two letters or three (en, eng), with a region or without (es_ES).
func languageParam(query string) string {
	for piece := range strings.SplitSeq(query, "&") {
		if key, value, _ := strings.Cut(piece, "="); strings.EqualFold(key, "lang") {
			value, _ = url.QueryUnescape(value)
			return value
		}
	}
	return ""
}

// languageLink is a language that the page can be switched to.
type languageLink struct {
	Code    string
	Current bool              // the page is in it
	Href    template.HTMLAttr // where a link leads; empty where a form must be sent again to keep what was typed
}

// languageLinks lists the languages for the switch; none where there is no choice.
func (v *requestContext) languageLinks() []languageLink {
	offered := v.languages()
	if len(offered) < 2 || !v.chose {
		return nil
	}
	r := v.Request()
	rest := slices.DeleteFunc(strings.Split(r.URL.RawQuery, "&"), func(piece string) bool {
		key, _, _ := strings.Cut(piece, "=")
		return piece == "" || strings.EqualFold(key, "lang")
	})
	path := "/" + strings.TrimLeft(r.URL.EscapedPath(), "/") // two slashes would begin a host
	all := make([]languageLink, len(offered))
	for i, code := range offered {
		all[i] = languageLink{Code: code, Current: code == v.language}
		if r.Method != http.MethodPost {
			all[i].Href = href(path, strings.Join(append([]string{"lang=" + code}, rest...), "&"))
		}
	}
	return all
}
