package web_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"lendlink/templates"
)

// breaches returns what is wrong with an answer to an attack; "" is for nothing.
func breaches(w *http.Response) string {
	if w.StatusCode >= 500 {
		return w.Status
	}
	for name, values := range w.Header {
		for _, v := range values {
			if strings.ContainsFunc(v, func(r rune) bool { return r < ' ' || r > '~' }) {
				return fmt.Sprintf("header %s: %q", name, v)
			}
		}
	}
	for _, name := range []string{"Set-Cookie", "X-Injected", "Access-Control-Allow-Origin"} {
		if v := w.Header.Get(name); v != "" {
			return fmt.Sprintf("header %s: %q", name, v)
		}
	}
	if w.Header.Get("X-Content-Type-Options") != "nosniff" {
		return "the browser may guess what it is"
	}
	if location := w.Header.Get("Location"); location != "" && !leadsToTheForm(location) {
		return fmt.Sprintf("leads to %q", location)
	}
	sent := io.Reader(w.Body)
	if w.Header.Get("Content-Encoding") == "gzip" {
		unpacked, err := gzip.NewReader(w.Body)
		if err != nil {
			return err.Error()
		}
		sent = unpacked
	}
	body, err := io.ReadAll(sent)
	if err != nil {
		return err.Error()
	}
	switch mediaType := w.Header.Get("Content-Type"); {
	case len(body) == 0:
	case strings.HasPrefix(mediaType, "text/html"):
		return breachesOfPage(w.Header, body)
	case strings.HasSuffix(mediaType, "json"):
		if !json.Valid(body) {
			return "JSON that is none"
		}
		if bytes.Contains(body, []byte("<script")) {
			return "JSON that a browser could read as a page"
		}
	case strings.HasPrefix(mediaType, "text/plain"), strings.HasPrefix(mediaType, "text/css"), strings.HasPrefix(mediaType, "image/svg"):
		if bytes.Contains(body, []byte("alert(1)")) {
			return "an answer with the attack in it"
		}
	case mediaType == "image/png":
		if http.DetectContentType(body) != mediaType {
			return "a picture that is none"
		}
	default:
		return "a media type of " + mediaType
	}
	return ""
}

// leadsToTheForm reports whether an address is the request form's with a query, as the
// settings say, and nothing that a browser could take for more.
func leadsToTheForm(location string) bool {
	if location == "/north/" { // the blank form, for the address of a page that says nothing
		return true
	}
	for _, page := range []string{"/north/confirm?", "/north/request?"} { // what was read of a paste, or typed
		if query, ok := strings.CutPrefix(location, page); ok {
			return !strings.ContainsAny(query, "#\\\"<>'{}|^` ?")
		}
	}
	query, ok := strings.CutPrefix(location, attackedForm)
	u, err := url.Parse(location)
	if !ok || err != nil {
		return false
	}
	return u.User == nil && !strings.ContainsAny(query, "#\\\"<>'{}|^` ") && u.Host == "11111.account.worldcat.org"
}

// builtOf are the elements that pages are made of: every other one came with an attack.
var builtOf = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{"html": true, "head": true, "body": true, "tbody": true}
	pages, _ := fs.Glob(templates.Files, "*.html")
	for _, name := range pages {
		text, err := fs.ReadFile(templates.Files, name)
		if err != nil {
			panic(err)
		}
		for _, tag := range regexp.MustCompile(`<([a-z][a-z0-9]*)`).FindAllSubmatch(text, -1) {
			known[string(tag[1])] = true
		}
	}
	return known
})

// breachesOfPage looks for what could run, or lead away, in the document that a browser
// would build.
func breachesOfPage(header http.Header, body []byte) string {
	policy := header.Get("Content-Security-Policy")
	if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "evil") {
		return "policy " + policy
	}
	doc, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		return err.Error()
	}
	for n := range doc.Descendants() {
		if n.Type == html.CommentNode {
			return "a comment"
		}
		if n.Type != html.ElementNode {
			continue
		}
		if !builtOf()[n.Data] {
			return "<" + n.Data + ">"
		}
		switch n.Data {
		case "script":
			if !strings.HasPrefix(attr(n, "src"), "/static/") || text(n) != "" {
				return "a script"
			}
		case "meta", "link":
			if attr(n, "http-equiv") != "" || n.Parent.Data != "head" {
				return "<" + n.Data + ">"
			}
		}
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc", a.Key == "formaction":
				return fmt.Sprintf("<%s %s=%q>", n.Data, a.Key, a.Val)
			case a.Key == "href", a.Key == "src", a.Key == "action":
				if u, err := url.Parse(a.Val); err == nil && !ownAddress(u) {
					return fmt.Sprintf("<%s %s=%q>", n.Data, a.Key, a.Val)
				}
			}
		}
	}
	return ""
}

// The pages that an item's identifiers lead to.
var (
	doiPage    = regexp.MustCompile(`^https://doi\.org/10\.\d{4,9}[.\d]*/`)
	pubMedPage = regexp.MustCompile(`^https://pubmed\.ncbi\.nlm\.nih\.gov/\d{1,8}$`)
)

// ownAddress reports whether an address on a page is on our own host, the library's
// request form, the page of an identifier, or one of those that the pages for staff name.
func ownAddress(u *url.URL) bool {
	switch {
	case u.Scheme == "" && u.Host == "":
		return true
	case u.Scheme != "https" || u.User != nil:
		return false
	}
	if doiPage.MatchString(u.String()) || pubMedPage.MatchString(u.String()) {
		return true
	}
	return u.Host == "11111.account.worldcat.org" || u.Host == "search.example.edu" && u.Path == "/" && u.Fragment == ""
}

// A check that finds nothing in a broken answer would find nothing in ours either.
func TestBreachesAreFound(t *testing.T) {
	to := func(location string) http.Header { return http.Header{"Location": {location}} }
	page := func(body string) *http.Response {
		return answered(http.StatusOK, http.Header{"Content-Type": {"text/html"}, "Content-Security-Policy": {"default-src 'none'"}}, "<!DOCTYPE html><title>x</title>"+body)
	}
	for _, tc := range []struct {
		name   string
		answer *http.Response
		harms  bool
	}{
		{"on to the form", answered(http.StatusFound, to(attackedForm+"rft.btitle=https://evil.example/"), ""), false},
		{"on to another host", answered(http.StatusFound, to("https://evil.example/profile/route/openurl?a=b"), ""), true},
		{"to a host that begins like the form's", answered(http.StatusFound, to("https://11111.account.worldcat.org.evil.example/?a=b"), ""), true},
		{"on to another page of the form's host", answered(http.StatusFound, to("https://11111.account.worldcat.org/logout?a=b"), ""), true},
		{"on with a piece after the address", answered(http.StatusFound, to(attackedForm+"a=b#@evil.example"), ""), true},
		{"on with letters that are not ASCII", answered(http.StatusFound, to(attackedForm+"a=\u00e9"), ""), true},
		{"a header that an attack brought", answered(http.StatusOK, http.Header{"Content-Type": {"text/plain"}, "X-Injected": {"yes"}}, "x"), true},
		{"a fault of ours", answered(http.StatusInternalServerError, nil, ""), true},
		{"a page with the attack as text", page("<p>&lt;script>alert(1)&lt;/script></p>"), false},
		{"a script", page("<script>alert(1)</script>"), true},
		{"an element that no page has", page("<marquee>x</marquee>"), true},
		{"a handler", page("<p onclick=alert(1)>x</p>"), true},
		{"a link elsewhere", page("<a href=//evil.example>x</a>"), true},
		{"a link that runs", page("<a href=javascript:alert(1)>x</a>"), true},
		{"a comment", page("<!-- x -->"), true},
		{"a style sheet in the text", page("<p><link rel=stylesheet href=/static/x.css></p>"), true},
		{"a page without a policy", answered(http.StatusOK, http.Header{"Content-Type": {"text/html"}}, "<p>x</p>"), true},
		{"JSON that a browser could read as a page", answered(http.StatusOK, http.Header{"Content-Type": {"application/json"}}, `{"title":"<script>"}`), true},
		{"a type that was not asked for", answered(http.StatusOK, http.Header{"Content-Type": {"application/octet-stream"}}, "x"), true},
	} {
		if wrong := breaches(tc.answer); (wrong != "") != tc.harms {
			t.Errorf("%s: found %q", tc.name, wrong)
		}
	}
}

func answered(status int, header http.Header, body string) *http.Response {
	if header == nil {
		header = http.Header{}
	}
	header.Set("X-Content-Type-Options", "nosniff")
	return &http.Response{StatusCode: status, Status: http.StatusText(status), Header: header, Body: io.NopCloser(strings.NewReader(body))}
}
