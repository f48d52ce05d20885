package conns_test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/web/conns"
)

// Of many clients that keep the server waiting the oldest are closed. Who sends a
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
			tracker, server := start(t)
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

// When many connect at once, each has time to send its request.
func TestNewConnectionsGetTime(t *testing.T) {
	const crowd, bound, grace = 80, most / 2, time.Second
	tracker, server := start(t)
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
	tracker, server := start(t)
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

func TestIdleConnectionsAreClosedFirst(t *testing.T) {
	tracker, server := start(t)
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
