package conns_test

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/web/conns"
)

// most is how many connections the servers of these tests have at once: 50 of them
// may be reading a header, and 50 requests may wait for their clients.
const most = 100

// large is an answer that no socket takes whole.
var large = strings.Repeat("All work and no play. ", 1<<18)

// start starts a server on loopback that answers with what was posted, and under
// /large with a large answer.
func start(t *testing.T) (*conns.Tracker, *httptest.Server) {
	t.Helper()
	return serve(t, most, (*httptest.Server).Start, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/large" {
			io.WriteString(w, large)
			return
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusRequestEntityTooLarge)
			return
		}
		w.Write(body)
	})
}

// startHTTP2 starts a server for HTTP/2 that has so many connections at once.
func startHTTP2(t *testing.T, most int, handler http.HandlerFunc) (*conns.Tracker, *httptest.Server) {
	t.Helper()
	return serve(t, most, func(s *httptest.Server) { s.EnableHTTP2 = true; s.StartTLS() }, handler)
}

func serve(t *testing.T, most int, start func(*httptest.Server), handler http.HandlerFunc) (*conns.Tracker, *httptest.Server) {
	t.Helper()
	tracker := conns.New(func() int { return most })
	server := httptest.NewUnstartedServer(tracker.Handler(handler))
	server.Config.MaxHeaderBytes = 32 << 10
	server.Listener = tracker.Listener(server.Listener)
	tracker.Attach(server.Config)
	start(server)
	t.Cleanup(server.Close)
	return tracker, server
}

// dial opens a connection and sends something on it.
func dial(t *testing.T, server *httptest.Server, sent string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if _, err := io.WriteString(c, sent); err != nil {
		t.Fatal(err)
	}
	return c
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it is never so that %s", what)
		}
	}
}

// closed reports whether the server has closed a connection.
func closed(c net.Conn) bool {
	c.SetReadDeadline(time.Now().Add(20 * time.Second))
	_, err := io.Copy(io.Discard, c)
	e, ok := err.(net.Error)
	return !ok || !e.Timeout()
}

const (
	halfHeader = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "
	halfBody   = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 120\r\n\r\n"
	unread     = "GET /large HTTP/1.1\r\nHost: x\r\n\r\n"
)
