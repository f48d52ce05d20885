package web_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// attackedFields are the keys of links and the names of the form.
var attackedFields = []string{
	"rft.btitle", "rft.atitle", "rft.jtitle", "rft.title", "rft.au", "rft.aulast", "rft.aufirst", "rft.aucorp", "rft.date",
	"rft.pub", "rft.place", "rft.edition", "rft.series", "rft.volume", "rft.issue", "rft.spage", "rft.epage", "rft.pages",
	"rft.isbn", "rft.issn", "rft.genre", "rft_val_fmt", "rft_id", "rfe_dat", "rfr_id", "sid", "pid", "id", "url_ctx_val", "req_id", "lang",
	"type", "title", "author", "container-title", "issued", "volume", "issue", "page", "edition", "publisher", "publisher-place",
	"collection-title", "ISBN", "ISSN", "DOI", "PMID", "OCLC", "source", "mode", "was", "step", "speak", "paste",
}

// attackedRoutes are those that read what is sent.
var attackedRoutes = []string{"/openurl", "/confirm", "/citation", "/inspect", "/inspect?format=json", "/practice", "/request"}

// leastAttacks is how many different requests the test must send at least, so that
// nobody empties the list unnoticed.
const leastAttacks = 2000

// TestAttacks runs every line of testdata/attacks/attacks.txt.
func TestAttacks(t *testing.T) {
	s := newServer(t, twoLibraries)
	var trapped atomic.Int64
	trap := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { trapped.Add(1) }))
	defer trap.Close()
	b, err := os.ReadFile("testdata/attacks/attacks.txt")
	if err != nil {
		t.Fatal(err)
	}
	live := httptest.NewUnstartedServer(s)
	live.Config.ErrorLog = nil
	live.Start()
	defer live.Close()

	lines, sent := 0, 0
	try := func(place string, r *http.Request) {
		sent++
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if wrong := harm(w.Result()); wrong != "" {
			t.Errorf("%s: %s %.300s: %s", place, r.Method, r.URL, wrong)
		}
	}
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		lines++
		place := fmt.Sprintf("attacks.txt:%d", n+1)
		kind, attack, _ := strings.Cut(strings.ReplaceAll(line, "{trap}", trap.Listener.Addr().String()), " ")
		attack = repeated(attack)
		switch kind {
		case "value":
			for _, r := range everywhere(attack) {
				try(place, r)
			}
		case "target":
			for _, method := range []string{http.MethodGet, http.MethodPost, "PROPFIND"} {
				try(place, bare(method, attack))
			}
		case "send":
			name, value, _ := strings.Cut(attack, ": ")
			for _, route := range attackedRoutes {
				r := bare(http.MethodGet, "/north"+route)
				r.URL.RawQuery = "genre=book&title=Dune"
				r.Header.Set(name, value)
				if name == "Host" {
					r.Host = value
				}
				try(place, r)
			}
		case "body":
			mediaType, body, _ := strings.Cut(attack, " ")
			if strings.HasSuffix(mediaType, ";") { // a parameter follows
				more, rest, _ := strings.Cut(body, " ")
				mediaType, body = mediaType+" "+more, rest
			}
			for _, route := range attackedRoutes {
				r := bare(http.MethodPost, "/north"+route)
				r.Header.Set("Content-Type", mediaType)
				r.Body = io.NopCloser(strings.NewReader(strings.NewReplacer(`\r`, "\r", `\n`, "\n").Replace(body)))
				try(place, r)
			}
		case "raw":
			sent++
			if wrong := overTheWire(t, live.Listener.Addr(), strings.NewReplacer(`\r`, "\r", `\n`, "\n").Replace(attack)); wrong != "" {
				t.Errorf("%s: %s", place, wrong)
			}
		default:
			t.Fatalf("%s: do not know %q", place, kind)
		}
	}
	if n := trapped.Load(); n > 0 {
		t.Errorf("%d addresses were fetched that an attack brought", n)
	}
	if sent < leastAttacks {
		t.Errorf("only %d requests from %d lines", sent, lines)
	}
	t.Logf("%d requests from %d lines", sent, lines)
}

// everywhere gives requests with a text in as many fields as there is room for, raw
// and encoded, and as a key.
func everywhere(attack string) []*http.Request {
	const room = 15 << 10 // what is longer is turned away unread
	encoded, raw := "rft.genre=book", "rft.genre=book"
	for _, f := range attackedFields {
		if pair := "&" + f + "=" + url.QueryEscape(attack); len(encoded)+len(pair) < room {
			encoded += pair
		}
		if pair := "&" + f + "=" + attack; len(raw)+len(pair) < room {
			raw += pair
		}
	}
	return []*http.Request{
		linked("/openurl", encoded), linked("/confirm", encoded), linked("/citation", encoded), linked("/practice", encoded), posted("/request", encoded),
		posted("/openurl", raw), linked("/confirm", raw), linked("/practice", raw), linked("/inspect", raw), linked("/inspect?format=json", attack+"=x"),
	}
}

func linked(route, query string) *http.Request {
	path, more, _ := strings.Cut(route, "?")
	r := bare(http.MethodGet, "/north"+path)
	r.URL.RawQuery = more + "&" + query
	return r
}

func posted(route, body string) *http.Request {
	r := bare(http.MethodPost, "/north"+route)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Body = io.NopCloser(strings.NewReader(body))
	return r
}

// bare makes a request without looking at the target as a client would.
func bare(method, target string) *http.Request {
	r := httptest.NewRequest(method, "/", nil)
	path, query, _ := strings.Cut(target, "?")
	r.URL = &url.URL{Path: path, RawQuery: query}
	if decoded, err := url.PathUnescape(path); err == nil {
		r.URL.Path, r.URL.RawPath = decoded, path
	}
	r.RequestURI = target
	return r
}

// harm tells what is wrong with an answer to an attack; "" is for nothing.
func harm(w *http.Response) string {
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
	if location := w.Header.Get("Location"); location != "" {
		if u, err := url.Parse(location); err != nil || u.Scheme != "https" || u.Host != "11111.account.worldcat.org" || u.User != nil || u.Fragment != "" {
			return fmt.Sprintf("leads to %q", location)
		}
	}
	body, err := io.ReadAll(w.Body)
	if err != nil {
		return err.Error()
	}
	switch mediaType := w.Header.Get("Content-Type"); {
	case len(body) == 0:
	case strings.HasPrefix(mediaType, "text/html"):
		return harmOfPage(w.Header, body)
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
	default:
		return "a media type of " + mediaType
	}
	return ""
}

// harmOfPage looks for what could run, or lead away, in the document that a browser
// would build.
func harmOfPage(header http.Header, body []byte) string {
	policy := header.Get("Content-Security-Policy")
	if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "evil") {
		return "policy " + policy
	}
	doc, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		return err.Error()
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			if !strings.HasPrefix(attr(n, "src"), "/static/") || text(n) != "" {
				return "a script"
			}
		case "style", "iframe", "object", "embed", "svg", "math", "base", "video", "xss":
			return "<" + n.Data + ">"
		case "meta":
			if attr(n, "http-equiv") != "" {
				return "<meta http-equiv>"
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

// ownAddress tells whether an address on a page is on our own host, the library's
// request form, or one of those that the pages for staff name.
func ownAddress(u *url.URL) bool {
	switch {
	case u.Scheme == "" && u.Host == "":
		return true
	case u.Scheme != "https" || u.User != nil:
		return false
	}
	return u.Host == "11111.account.worldcat.org"
}

// overTheWire sends bytes as they are, and tells what is wrong with the answers.
func overTheWire(t *testing.T, server net.Addr, attack string) string {
	c, err := net.DialTimeout("tcp", server.String(), 5*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(5 * time.Second))
	// The server may hang up before it has read all.
	_, _ = io.WriteString(c, attack)
	_ = c.(*net.TCPConn).CloseWrite()
	for answers := bufio.NewReader(c); ; {
		w, err := http.ReadResponse(answers, nil)
		if err != nil {
			return ""
		}
		if w.StatusCode >= 500 && w.StatusCode != http.StatusNotImplemented && w.StatusCode != http.StatusHTTPVersionNotSupported {
			return w.Status
		}
		if l := w.Header.Get("Location"); l != "" && !strings.HasPrefix(l, "https://11111.account.worldcat.org/") {
			return "leads to " + l
		}
		if b, _ := io.ReadAll(w.Body); bytes.Contains(b, []byte("lendlink_")) {
			return "the metrics were reached"
		}
	}
}
