package certs_test

import (
	"bufio"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lendlink/resolver/web/certs"
)

// Plain HTTP leads to https at a host of the settings, or nowhere, whatever is asked for.
func TestHTTPRedirects(t *testing.T) {
	s := newSite(t)
	m := certs.New(certs.Config{Hosts: []string{"ill.library.test", "www.library.test"}, Folder: s.folder, Log: slog.New(slog.DiscardHandler)},
		&net.TCPAddr{Port: 443}, &net.TCPAddr{Port: 80})
	t.Cleanup(m.Stop)
	for _, tc := range []struct {
		name, request string
		status        int
		location      string
	}{
		{"a link", "GET /demo/openurl?title=Dune&au=%22x%22 HTTP/1.1\r\nHost: ill.library.test", 301,
			"https://ill.library.test/demo/openurl?title=Dune&au=%22x%22"},
		{"another host of ours", "GET / HTTP/1.1\r\nHost: www.library.test", 301, "https://www.library.test/"},
		{"in capitals, with port and dot", "HEAD /a HTTP/1.1\r\nHost: ILL.Library.test.:80", 301, "https://ill.library.test/a"},
		{"a form", "POST /demo/openurl HTTP/1.1\r\nHost: ill.library.test\r\nContent-Length: 0", 308, "https://ill.library.test/demo/openurl"},
		{"a host that is not ours", "GET / HTTP/1.1\r\nHost: evil.example", 404, ""},
		{"one that begins like ours", "GET / HTTP/1.1\r\nHost: ill.library.test.evil.example", 404, ""},
		{"one that ends like ours", "GET / HTTP/1.1\r\nHost: evil-ill.library.test", 404, ""},
		{"one with a user name", "GET / HTTP/1.1\r\nHost: ill.library.test@evil.example", 400, ""},
		{"one in the address, which wins", "GET http://evil.example/ HTTP/1.1\r\nHost: ill.library.test", 404, ""},
		{"none", "GET / HTTP/1.0", 404, ""},
		{"two slashes", "GET //evil.example/a HTTP/1.1\r\nHost: ill.library.test", 301, "https://ill.library.test//evil.example/a"},
		{"an at sign", "GET /@evil.example HTTP/1.1\r\nHost: ill.library.test", 301, "https://ill.library.test/@evil.example"},
		{"no path", "OPTIONS * HTTP/1.1\r\nHost: ill.library.test", 200, ""}, // net/http's own answer
		{"a host where a path belongs", "CONNECT ill.library.test:80 HTTP/1.1\r\nHost: ill.library.test", 308, "https://ill.library.test/"},
		{"an escaped line end", "GET /a%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: ill.library.test", 301, "https://ill.library.test/a%0d%0aSet-Cookie:x"},
		{"bytes that are not ASCII", "GET /?t=\xff\"<> HTTP/1.1\r\nHost: ill.library.test", 301, "https://ill.library.test/?t=%FF%22%3C%3E"},
		{"a question of an authority that was not asked", "GET /.well-known/acme-challenge/x HTTP/1.1\r\nHost: ill.library.test", 301,
			"https://ill.library.test/.well-known/acme-challenge/x"},
		{"one at another host", "GET /.well-known/acme-challenge/x HTTP/1.1\r\nHost: evil.example", 404, ""},
		{"one at a path that leads up", "GET /.well-known/acme-challenge/../../x HTTP/1.1\r\nHost: ../../x", 400, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			server := httptest.NewServer(m.Plain(&net.TCPAddr{Port: 443}))
			defer server.Close()
			c, err := net.Dial("tcp", server.Listener.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if _, err := c.Write([]byte(tc.request + "\r\n\r\n")); err != nil {
				t.Fatal(err)
			}
			answer, err := http.ReadResponse(bufio.NewReader(c), nil)
			if err != nil {
				t.Fatal(err)
			}
			defer answer.Body.Close()
			if got := answer.Header.Get("Location"); answer.StatusCode != tc.status || got != tc.location {
				t.Errorf("status %d to %q; want %d to %q", answer.StatusCode, got, tc.status, tc.location)
			}
			if answer.StatusCode >= 300 && answer.StatusCode != http.StatusBadRequest && answer.Header.Get("Cache-Control") != "no-store" {
				t.Error("the answer may be stored")
			}
		})
	}
}

func TestHTTPRedirectNamesThePort(t *testing.T) {
	s := newSite(t)
	m := certs.New(certs.Config{Hosts: []string{"ill.library.test"}, Folder: s.folder, Log: slog.New(slog.DiscardHandler)}, s.https.Addr(), nil)
	t.Cleanup(m.Stop)
	w := httptest.NewRecorder()
	m.Plain(&net.TCPAddr{Port: 8443}).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://ill.library.test:8080/a", strings.NewReader("")))
	if got := w.Header().Get("Location"); got != "https://ill.library.test:8443/a" {
		t.Errorf("leads to %q", got)
	}
}
