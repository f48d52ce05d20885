package negotiate

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Language returns the language of a page from those that are offered: the one that is
// requested, else the best for the Accept-Language header. If none is wanted, it returns
// the first.
func Language(r *http.Request, requested string, offered []string) string {
	if tag, err := language.Parse(requested); err == nil {
		if found, ok := match(offered, tag); ok {
			return found
		}
	}
	// A header that cannot be read is as good as none.
	tags, _, _ := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	found, _ := match(offered, tags...)
	return found
}

// matchers keeps a matcher for each list of languages that a library has: making
// one takes longer than drawing the page.
var matchers sync.Map

// match returns the best of the languages offered, and whether it is one of those wanted; if
// none is, it returns the first.
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
	// The tag that Match returns holds more than is wanted here: only the index is used.
	_, i, confidence := m.(language.Matcher).Match(wanted...)
	return offered[i], confidence >= language.High
}

// LanguageParam returns the lang parameter of a query string. Primo writes it with
// two letters or three (en, eng), with a region or without (es_ES).
func LanguageParam(query string) string {
	for piece := range strings.SplitSeq(query, "&") {
		if key, value, _ := strings.Cut(piece, "="); strings.EqualFold(key, LanguageKey) {
			value, _ = url.QueryUnescape(value)
			return value
		}
	}
	return ""
}

// LanguageKey is the key of addresses that chooses a page's language.
const LanguageKey = "lang"

// LanguageLink is a language that the page can be switched to.
type LanguageLink struct {
	Code        string
	Current     bool   // the page is in it
	Path, Query string // where a link leads; empty where a form must be sent again to keep what was typed
}

// LanguageLinks lists the languages that a page can be switched to; none where there is no
// choice. The links have what the page may repeat of its query.
func LanguageLinks(r *http.Request, query, current string, offered []string) []LanguageLink {
	if len(offered) < 2 {
		return nil
	}
	rest := slices.DeleteFunc(strings.Split(query, "&"), func(piece string) bool {
		key, _, _ := strings.Cut(piece, "=")
		return piece == "" || strings.EqualFold(key, LanguageKey)
	})
	path := "/" + strings.TrimLeft(r.URL.EscapedPath(), "/") // two slashes would begin a host
	links := make([]LanguageLink, len(offered))
	for i, code := range offered {
		links[i] = LanguageLink{Code: code, Current: code == current}
		if r.Method != http.MethodPost {
			links[i].Path, links[i].Query = path, strings.Join(append([]string{LanguageKey + "=" + code}, rest...), "&")
		}
	}
	return links
}
