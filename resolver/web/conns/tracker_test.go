package conns_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// The header after an answer on the same connection counts as one.
func TestSecondHeaderIsWaitedFor(t *testing.T) {
	tracker, server := start(t)
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

// Clients with kept connections are asked to open new ones before the server stops.
func TestShutdownClosesKeptConnections(t *testing.T) {
	tracker, server := start(t)
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

func TestCloseIdleConnections(t *testing.T) {
	tracker, server := start(t)
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
