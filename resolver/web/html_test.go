package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// everyPage lists each page once, with a link that fills it.
func everyPage(link string) map[string]string {
	return map[string]string{
		"home":              "/",
		"confirm":           "/demo/confirm?" + link,
		"practice, article": "/demo/practice?rft.genre=article&" + link,
		"practice, book":    "/demo/practice?rft.genre=book&" + link,
		"inspect":           "/demo/inspect?" + link,
		"inspect, blank":    "/demo/inspect",
		"setup":             "/demo/setup",
		"setup, Alma":       "/demo/setup/alma",
		"setup, Tipasa":     "/demo/setup/tipasa",
		"setup, databases":  "/demo/setup/sources",
		"setup, test list":  "/demo/setup/test",
		"stats":             "/demo/stats",
		"setup, pages":      "/demo/setup/pages",
		"setup, link built": "/demo/setup/pages?type=chapter&title=Tugs&container-title=Handbook&" + link,
		"error":             "/demo/openurl",
		"unknown library":   "/nowhere/openurl?" + link,
	}
}

const plainLink = "rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.genre=bookitem&rft.btitle=Handbook&rft.atitle=Tugs&rft.au=Ruiz,+Aiko&rft.date=2019&rft.isbn=0306406153&rft.unknown=x"

func TestPagesAreValidHTML(t *testing.T) {
	s := newServer(t, demo)
	for name, path := range everyPage(plainLink) {
		t.Run(name, func(t *testing.T) {
			doc := page(t, s, path)
			for _, tag := range []string{"h1", "main", "title", "header", "footer"} {
				if n := len(elements(doc, tag)); n != 1 {
					t.Errorf("%d of <%s>, want 1", n, tag)
				}
			}
			if lang := attr(elements(doc, "html")[0], "lang"); lang != "en" {
				t.Errorf("language %q", lang)
			}
			ids := map[string]bool{}
			for n := range doc.Descendants() {
				if id := attr(n, "id"); id != "" {
					if ids[id] {
						t.Errorf("id %q stands twice", id)
					}
					ids[id] = true
				}
			}
			for n := range doc.Descendants() {
				for _, a := range []string{"aria-labelledby", "aria-describedby", "for"} {
					for ref := range strings.FieldsSeq(attr(n, a)) {
						if !ids[ref] {
							t.Errorf("%s=%q leads nowhere", a, ref)
						}
					}
				}
			}
			labels := map[string]bool{}
			for _, l := range elements(doc, "label") {
				labels[attr(l, "for")] = true
			}
			for _, tag := range []string{"input", "textarea", "select"} {
				for _, n := range elements(doc, tag) {
					if attr(n, "type") != "hidden" && !labels[attr(n, "id")] {
						t.Errorf("<%s id=%q> has no label", tag, attr(n, "id"))
					}
				}
			}
			level := 0
			for n := range doc.Descendants() {
				if n.Type == html.ElementNode && slices.Contains([]string{"h1", "h2", "h3", "h4", "h5", "h6"}, n.Data) {
					if now := int(n.Data[1] - '0'); now > level+1 {
						t.Errorf("<%s> after <h%d>", n.Data, level)
					} else {
						level = now
					}
				}
			}
			if text := text(doc); strings.Contains(text, "ZgotmplZ") {
				t.Error("a value was thrown away by the templates' escaping")
			}
		})
	}
}

// TestNoMarkupIsInjectedByTheBuilder is TestNoMarkupIsInjected for the fields of the link builder.
func TestNoMarkupIsInjectedByTheBuilder(t *testing.T) {
	s := newServer(t, demo)
	for _, attack := range []string{`"><script>alert(1)</script>`, `" onfocus="alert(1)" autofocus="`, `javascript:alert(1)`, `</textarea><img src=x onerror=alert(1)>`} {
		query := url.Values{}
		for _, field := range []string{"type", "title", "author", "container-title", "issued", "volume", "issue", "page", "ISBN", "ISSN", "DOI", "PMID", "OCLC", "text", "always"} {
			query.Set(field, attack)
		}
		assertHarmless(t, page(t, s, "/demo/setup/pages?"+query.Encode()))
	}
}

// TestNoMarkupIsInjected sends attacks in every key, to every page, and looks at the
// document that a browser would build: there must be no element, no attribute and
// no address in it that could run them.
func TestNoMarkupIsInjected(t *testing.T) {
	s := newServer(t, demo)
	keys := []string{
		"rft.btitle", "rft.title", "rft.atitle", "rft.jtitle", "rft.au", "rft.aulast", "rft.aufirst", "rft.aucorp", "rft.date",
		"rft.pub", "rft.place", "rft.edition", "rft.volume", "rft.issue", "rft.pages", "rft.series", "rft.isbn", "rft.issn",
		"rft_id", "rft.doi", "rfe_dat", "rfr_id", "sid", "pid", "rft.genre", "rft_val_fmt", "unknown",
	}
	for _, attack := range []string{
		`<script>alert(1)</script>`,
		`"><img src=x onerror=alert(1)>`,
		`" onfocus="alert(1)" autofocus="`,
		`javascript:alert(1)`,
		`info:doi/10.1000/"><svg onload=alert(1)>`,
		`</textarea></code></title><script>alert(1)</script>`,
		`{{.Library}}`,
	} {
		var link []string
		for _, k := range keys {
			link = append(link, url.QueryEscape(k)+"="+url.QueryEscape(attack))
		}
		// The attack as a key, and raw as the link's own bytes.
		link = append(link, url.QueryEscape(attack)+"=x", strings.ReplaceAll(attack, " ", "+"))
		for name, path := range everyPage(strings.Join(link, "&")) {
			t.Run(name, func(t *testing.T) {
				assertHarmless(t, page(t, s, path))
			})
		}
	}
}

func assertHarmless(t *testing.T, doc *html.Node) {
	t.Helper()
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "script" && strings.HasPrefix(attr(n, "src"), "/static/") && text(n) == "" {
			continue
		}
		if n.Data == "svg" && slices.Contains([]string{"chart", "share"}, attr(n, "class")) { // our own drawings
			continue
		}
		if slices.Contains([]string{"script", "style", "iframe", "object", "embed", "svg", "base"}, n.Data) {
			t.Errorf("<%s> on the page", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" || a.Key == "autofocus" {
				t.Errorf("<%s %s=%q> on the page", n.Data, a.Key, a.Val)
			}
			if a.Key == "href" || a.Key == "src" || a.Key == "action" {
				u, err := url.Parse(a.Val)
				if err == nil && (u.Scheme != "" || u.Host != "") {
					t.Errorf("<%s %s=%q> leads away", n.Data, a.Key, a.Val)
				}
				if !strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("<%s %s=%q> is no path of ours", n.Data, a.Key, a.Val)
				}
			}
		}
	}
}

func TestSampleLinksAnswer(t *testing.T) {
	s := newServer(t, demo)
	for _, a := range elements(page(t, s, "/"), "a") {
		href := attr(a, "href")
		if !strings.HasPrefix(href, "/demo/") {
			continue
		}
		w := get(t, s, href)
		switch {
		case w.Code == http.StatusOK, w.Code == http.StatusFound:
		case w.Code == http.StatusBadRequest && strings.Contains(text(a), "Nothing at all"):
		default:
			t.Errorf("%s: status %d for %s", text(a), w.Code, href)
		}
	}
}

func TestAssetsAreImmutable(t *testing.T) {
	s := newServer(t, demo)
	for _, l := range elements(page(t, s, "/"), "link") {
		if attr(l, "rel") == "expect" { // a part of the page itself
			continue
		}
		w := get(t, s, attr(l, "href"))
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: status %d, Cache-Control %q", attr(l, "href"), w.Code, w.Header().Get("Cache-Control"))
		}
	}
}

func page(t *testing.T, h http.Handler, path string) *html.Node {
	t.Helper()
	w := get(t, h, path)
	if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
		t.Fatalf("%s: %q", path, w.Header().Get("Content-Type"))
	}
	doc, err := html.Parse(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func elements(doc *html.Node, tag string) []*html.Node {
	var all []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == tag {
			all = append(all, n)
		}
	}
	return all
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
