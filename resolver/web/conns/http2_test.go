package conns_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"lendlink/resolver/web/conns"
)

// In HTTP/2 many requests share a connection. The oldest that waits is ended, and the
// connection stays for the others.
func TestHTTP2(t *testing.T) {
	tracker, server := startHTTP2(t, 20, func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			panic(http.ErrAbortHandler)
		}
		w.Write(body)
	})
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
	tracker, server := startHTTP2(t, 2*bound, http.NotFound)
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
