package conns_test

import (
	"bufio"
	"context"
	"fmt"
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
func start(t *testing.T, configure func(*httptest.Server)) (*conns.Tracker, *httptest.Server) {
	t.Helper()
	tracker := conns.New(func() int { return most })
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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
	server := httptest.NewUnstartedServer(tracker.Handler(handler))
	server.Config.MaxHeaderBytes = 32 << 10
	server.Listener = tracker.Listener(server.Listener)
	if configure != nil {
		configure(server)
	}
	tracker.Attach(server.Config)
	server.Start()
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

// Many who keep the server waiting close the oldest among themselves. Who sends a
// request and reads the answer, from the same address, comes through.
func TestOldestIsClosed(t *testing.T) {
	for _, tc := range []struct {
		name, sent string
		waiting    func(conns.Counts) int
		bound      conns.Bound
	}{
		{"half headers", halfHeader, func(c conns.Counts) int { return c.Headers }, conns.ByHeaders},
		{"silence", "", func(c conns.Counts) int { return c.Headers }, conns.ByHeaders},
		{"half bodies", halfBody, func(c conns.Counts) int { return c.Waiting }, conns.ByWaiting},
		{"unread answers", unread, func(c conns.Counts) int { return c.Waiting }, conns.ByWaiting},
	} {
		t.Run(tc.name, func(t *testing.T) {
			const attackers, bound = 80, most / 2
			tracker, server := start(t, nil)
			oldest := dial(t, server, tc.sent)
			eventually(t, "the first is waited for", func() bool { return tc.waiting(tracker.Counts()) == 1 })
			for range attackers {
				dial(t, server, tc.sent)
				if tc.bound == conns.ByWaiting { // else a busy machine closes some while it has yet to read their header
					eventually(t, "its header is read", func() bool { return tracker.Counts().Headers == 0 })
				}
			}
			eventually(t, "the bound is reached", func() bool { return tracker.Counts().Closed[tc.bound] >= attackers-bound })
			if n := tc.waiting(tracker.Counts()); n > bound {
				t.Errorf("%d are waited for, want %d at most", n, bound)
			}
			if !closed(oldest) {
				t.Error("the oldest is still waited for")
			}
			response, err := http.Post(server.URL, "text/plain", strings.NewReader("a patron"))
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			if body, err := io.ReadAll(response.Body); string(body) != "a patron" || err != nil {
				t.Errorf("a patron is answered %q, %v", body, err)
			}
		})
	}
}

// A crowd that comes at once gives everybody the time to send what they have.
func TestNobodyIsClosedAtOnce(t *testing.T) {
	const crowd, bound, grace = 80, most / 2, time.Second
	tracker, server := start(t, nil)
	waited := make(chan time.Duration, crowd)
	for range crowd {
		begun := time.Now()
		c := dial(t, server, "")
		go func() {
			closed(c)
			waited <- time.Since(begun)
		}()
	}
	for range crowd - bound {
		if d := <-waited; d < grace {
			t.Fatalf("closed after %v, want %v at least", d, grace)
		}
	}
	if n := tracker.Counts().Headers; n > bound {
		t.Errorf("%d are waited for, want %d at most", n, bound)
	}
}

// A header that is large takes a share of memory that many small ones would.
func TestBytesOfHeadersAreBounded(t *testing.T) {
	tracker, server := start(t, nil)
	small := dial(t, server, halfHeader)
	eventually(t, "it is waited for", func() bool { return tracker.Counts().Headers == 1 })
	header := halfHeader + strings.Repeat("x", 30<<10)
	const large, share = 45, 512 << 10 // fewer than may wait
	for range large {
		dial(t, server, header)
	}
	eventually(t, "all but the small one hold less than the bound", func() bool {
		now := tracker.Counts()
		return int(now.Closed[conns.ByHeaders]) >= large-share/len(header) && (now.Headers-1)*len(header) < share
	})
	// A small one that has waited for longer stays.
	io.WriteString(small, "x\r\n\r\n")
	if _, err := http.ReadResponse(bufio.NewReader(small), nil); err != nil {
		t.Errorf("a small request was closed for large ones: %v", err)
	}
}

func TestSilentConnectionsMakeRoom(t *testing.T) {
	tracker, server := start(t, nil)
	var first net.Conn
	for i := range 3 * most / 2 {
		c := dial(t, server, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
		if i == 0 {
			first = c
		}
		if _, err := http.ReadResponse(bufio.NewReader(c), nil); err != nil {
			t.Fatalf("connection %d: %v", i, err)
		}
	}
	if !closed(first) {
		t.Error("the first connection is still open")
	}
	if now := tracker.Counts(); now.Open > most || now.Closed[conns.ByConnections] < most/2 {
		t.Errorf("want %d connections at most: %+v", most, now)
	}
}

// The header after an answer on the same connection counts as one.
func TestSecondHeaderIsWaitedFor(t *testing.T) {
	tracker, server := start(t, nil)
	c := dial(t, server, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	if _, err := http.ReadResponse(bufio.NewReader(c), nil); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the connection is idle", func() bool { return tracker.Counts().Headers == 0 })
	io.WriteString(c, "GET / HTTP/1.1\r\n")
	eventually(t, "a header is being read", func() bool { return tracker.Counts().Headers == 1 })
	io.WriteString(c, "Host: x\r\n\r\n")
	eventually(t, "none is", func() bool { return tracker.Counts().Headers == 0 })
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if tracker.AwaitHeaders(ctx); ctx.Err() != nil {
		t.Error("waits for a header that nobody sends")
	}
}

func TestRequestsAreBounded(t *testing.T) {
	_, server := start(t, nil)
	for _, tc := range []struct {
		name, header, body string
		status             int
	}{
		{"a body up to the limit", "", strings.Repeat("x", conns.MaxBody), http.StatusOK},
		{"a body above it", "", strings.Repeat("x", conns.MaxBody+1), http.StatusRequestEntityTooLarge},
		{"a hundred fields", strings.Repeat("A:\r\n", 97), "", http.StatusOK},
		{"many more", strings.Repeat("A:\r\n", 200), "", http.StatusRequestHeaderFieldsTooLarge},
	} {
		c := dial(t, server, fmt.Sprintf("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n%s\r\n%s", len(tc.body), tc.header, tc.body))
		response, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Errorf("%s: %v", tc.name, err)
			continue
		}
		if body, _ := io.ReadAll(response.Body); response.StatusCode != tc.status || tc.status == http.StatusOK && string(body) != tc.body {
			t.Errorf("%s: status %d with %d bytes, want %d", tc.name, response.StatusCode, len(body), tc.status)
		}
	}
}

func TestAnswersAreWhole(t *testing.T) {
	_, server := start(t, nil)
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		r, err := http.NewRequest(method, server.URL+"/large", nil)
		if err != nil {
			t.Fatal(err)
		}
		response, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || response.ContentLength != int64(len(large)) || response.Header.Get("Content-Type") != "text/plain; charset=utf-8" {
			t.Errorf("%s: length %d, type %q, %v", method, response.ContentLength, response.Header.Get("Content-Type"), err)
		}
		if method == http.MethodGet && string(body) != large {
			t.Errorf("%s: another answer", method)
		}
	}
}

// Who keeps connections is asked to open another one before the server stops.
func TestLeave(t *testing.T) {
	tracker, server := start(t, nil)
	for _, leaving := range []bool{false, true} {
		if leaving {
			tracker.Leave()
		}
		response, err := http.Get(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.Close != leaving {
			t.Errorf("leaving %v: Connection: close is %v", leaving, response.Close)
		}
	}
}

func TestCloseWaiting(t *testing.T) {
	tracker, server := start(t, nil)
	var all []net.Conn
	for _, sent := range []string{halfHeader, halfBody, unread} {
		all = append(all, dial(t, server, sent))
	}
	eventually(t, "all are waited for", func() bool { c := tracker.Counts(); return c.Headers == 1 && c.Waiting == 2 })
	tracker.CloseWaiting()
	for i, c := range all {
		if !closed(c) {
			t.Errorf("connection %d is open", i)
		}
	}
	eventually(t, "none is open", func() bool { return tracker.Counts().Open == 0 })
}

// In HTTP/2 many requests share a connection. The oldest that waits is ended, and the
// connection stays for the others.
func TestHTTP2(t *testing.T) {
	tracker := conns.New(func() int { return 20 })
	server := httptest.NewUnstartedServer(tracker.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			panic(http.ErrAbortHandler)
		}
		w.Write(body)
	})))
	server.EnableHTTP2 = true
	server.Listener = tracker.Listener(server.Listener)
	tracker.Attach(server.Config)
	server.StartTLS()
	defer server.Close()
	client := server.Client()
	first, err := client.Get(server.URL) // the connection that all will share
	if err != nil {
		t.Fatal(err)
	}
	first.Body.Close()
	failed := make(chan error, 15)
	for range 15 {
		body, rest := io.Pipe()
		defer rest.Close()
		go func() {
			response, err := client.Post(server.URL, "text/plain", body)
			if err == nil {
				response.Body.Close()
			}
			failed <- err
		}()
	}
	eventually(t, "some have been ended", func() bool { return tracker.Counts().Closed[conns.ByWaiting] >= 5 })
	for range 5 {
		if err := <-failed; err == nil {
			t.Error("answered, though its body never came")
		}
	}
	response, err := client.Post(server.URL, "text/plain", strings.NewReader("a patron"))
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	response.Body.Close()
	if string(body) != "a patron" || err != nil || response.ProtoMajor != 2 {
		t.Errorf("a patron is answered %q over %s, %v", body, response.Proto, err)
	}
	if now := tracker.Counts(); now.Waiting > 10 || now.Open != 1 {
		t.Errorf("want ten that wait, and one connection: %+v", now)
	}
}

// A connection of HTTP/2 holds more than the tracker sees: of those too, the one whose last
// request is longest ago is closed.
func TestConnectionsOfHTTP2AreBounded(t *testing.T) {
	const clients, bound = 25, 10
	tracker := conns.New(func() int { return 2 * bound })
	server := httptest.NewUnstartedServer(tracker.Handler(http.NotFoundHandler()))
	server.EnableHTTP2 = true
	server.Listener = tracker.Listener(server.Listener)
	tracker.Attach(server.Config)
	server.StartTLS()
	defer server.Close()
	for range clients {
		transport := server.Client().Transport.(*http.Transport).Clone() // a connection of its own
		defer transport.CloseIdleConnections()
		response, err := (&http.Client{Transport: transport}).Get(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.ProtoMajor != 2 {
			t.Fatalf("HTTP/%d", response.ProtoMajor)
		}
	}
	eventually(t, "the others are closed", func() bool { return tracker.Counts().Open <= bound })
	if closed := tracker.Counts().Closed[conns.ByConnections]; closed < clients-bound {
		t.Errorf("%d were closed, want %d", closed, clients-bound)
	}
}
