package web_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

// everywhere returns requests with a text in as many fields as there is room for, raw
// and encoded, and as a key; and some that look like any other, so that they are
// sent on.
func everywhere(attack string) []*http.Request {
	const room = 15 << 10 // what is longer is turned away unread
	inEach := func(start string, fields []string, write func(string) string) string {
		return inEachField(start, attack, fields, write, room)
	}
	asSent := func(s string) string { return s }
	encoded, raw := inEach("rft.genre=book", attackedFields, url.QueryEscape), inEach("rft.genre=book", attackedFields, asSent)
	plain := itemLink(attack)
	plainRaw := inEach("rft.genre=book&rft.btitle=Dune&rft.au=Herbert", itemFields["/openurl"], asSent)
	form := inEach("type=book&was=book&mode=confirm", itemFields["/request"], url.QueryEscape)
	return []*http.Request{
		linked("/openurl", encoded), linked("/confirm", encoded), linked("/citation", encoded), posted("/request", encoded),
		posted("/openurl", raw), linked("/confirm", raw), linked("/practice", raw), linked("/inspect", raw), linked("/inspect?format=json", attack+"=x"),
		linked("/openurl", plain), linked("/openurl", plainRaw), posted("/request", form),
		linked("/openurl", "id=doi:10.1000/"+url.QueryEscape(attack)), linked("/setup/pages", inEach("text=x", itemFields["/request"], url.QueryEscape)),
	}
}

func inEachField(start, attack string, fields []string, write func(string) string, room int) string {
	for _, f := range fields {
		if pair := "&" + f + "=" + write(attack); len(start)+len(pair) < room {
			start += pair
		}
	}
	return start
}

// itemLink returns a link to an item with a text in all fields about it.
func itemLink(attack string) string {
	return inEachField("rft.genre=book&rft.btitle=Dune&rft.au=Herbert", attack, itemFields["/openurl"], url.QueryEscape, 15<<10)
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

// closeWriter is a connection that can be closed in one direction: in TCP or TLS.
type closeWriter interface {
	net.Conn
	CloseWrite() error
}

// overTheWire sends bytes as they are, and returns what is wrong with the answers.
func overTheWire(t *testing.T, server net.Addr, attack string) string {
	t.Helper()
	c, err := net.DialTimeout("tcp", server.String(), 20*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	return sendRaw(c.(*net.TCPConn), attack)
}

// sendRaw sends bytes on a connection, and returns what is wrong with the answers.
func sendRaw(c closeWriter, attack string) string {
	defer c.Close()
	c.SetDeadline(time.Now().Add(5 * time.Second))
	// The server may hang up before it has read all.
	_, _ = io.WriteString(c, attack)
	_ = c.CloseWrite()
	for answers := bufio.NewReader(c); ; {
		w, err := http.ReadResponse(answers, nil)
		if err != nil {
			return ""
		}
		if w.StatusCode >= 500 && w.StatusCode != http.StatusNotImplemented && w.StatusCode != http.StatusHTTPVersionNotSupported {
			return w.Status
		}
		if l := w.Header.Get("Location"); l != "" && !leadsToTheForm(l) {
			return "leads to " + l
		}
		for _, name := range []string{"Set-Cookie", "X-Injected"} {
			if v := w.Header.Get(name); v != "" {
				return fmt.Sprintf("header %s: %q", name, v)
			}
		}
		b, _ := io.ReadAll(w.Body)
		for _, never := range []string{"lendlink_", "<script>alert", "goroutine"} {
			if bytes.Contains(b, []byte(never)) {
				return never + " in the answer"
			}
		}
	}
}
