package web_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"lendlink/resolver/library"
)

// pipes is a listener whose connections are in memory, so that the time of a test
// can pass by itself.
type pipes struct {
	incoming chan net.Conn
	closed   chan struct{}
	once     sync.Once
}

func newPipes() *pipes {
	return &pipes{incoming: make(chan net.Conn), closed: make(chan struct{})}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.incoming:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error   { p.once.Do(func() { close(p.closed) }); return nil }
func (p *pipes) Addr() net.Addr { return &net.UnixAddr{Name: "pipes", Net: "unix"} }

func (p *pipes) dial() net.Conn {
	here, there := net.Pipe()
	p.incoming <- there
	return here
}

// serving runs a server in the bubble of a test. Stop stops it and returns its error.
func serving(t *testing.T, shutdownDelay time.Duration) (l *pipes, stop func() error) {
	l = newPipes()
	return l, serveOn(t, l, shutdownDelay)
}

func serveOn(t *testing.T, l net.Listener, shutdownDelay time.Duration) (stop func() error) {
	settings := demo()
	settings.ShutdownDelay = shutdownDelay
	s := newServer(t, func() *library.Settings { return settings })
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	return func() error { cancel(); return <-done }
}

func TestSlowClientsAreDisconnected(t *testing.T) {
	for _, tc := range []struct {
		name string
		sent string // before the client stops sending
		most time.Duration
	}{
		{"no request", "", 6 * time.Second},
		{"half a header", "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ", 6 * time.Second},
		{"half a body", "POST /openurl HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\ntitle=", 11 * time.Second},
		{"nothing after an answer", "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", 3 * time.Minute},
	} {
		t.Run(tc.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l, stop := serving(t, 0)
				c := l.dial()
				start := time.Now()
				if _, err := io.WriteString(c, tc.sent); err != nil {
					t.Fatal(err)
				}
				// Ends when the server has closed the connection.
				if _, err := io.Copy(io.Discard, c); err != nil {
					t.Error(err)
				}
				if took := time.Since(start); took > tc.most {
					t.Errorf("cut after %v, want %v at most", took, tc.most)
				}
				c.Close()
				if err := stop(); err != nil {
					t.Error(err)
				}
			})
		})
	}
}

func TestClientThatDoesNotReadIsDisconnected(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, stop := serving(t, 0)
		c := l.dial()
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(c, make([]byte, 10)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\n"); err == nil {
			t.Error("still connected after a minute")
		}
		c.Close()
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}

// Readiness must end before the server stops answering, for load balancers.
func TestReadinessEndsFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const delay = 5 * time.Second
		l, stop := serving(t, delay)
		transport := &http.Transport{
			DisableKeepAlives: true,
			DialContext:       func(context.Context, string, string) (net.Conn, error) { return l.dial(), nil },
		}
		status := func(path string) int {
			r, err := http.NewRequest(http.MethodGet, "http://lendlink"+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			response, err := transport.RoundTrip(r)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			return response.StatusCode
		}
		if got := status("/readyz"); got != http.StatusOK {
			t.Errorf("before: status %d", got)
		}
		done := make(chan error, 1)
		start := time.Now()
		go func() { done <- stop() }()
		synctest.Wait()
		if got := status("/readyz"); got != http.StatusServiceUnavailable {
			t.Errorf("once told to stop: status %d", got)
		}
		if got := status(duneLink); got != http.StatusFound {
			t.Errorf("a link meanwhile: status %d", got)
		}
		if err := <-done; err != nil {
			t.Error(err)
		}
		if took := time.Since(start); took < delay {
			t.Errorf("stopped after %v, want %v", took, delay)
		}
	})
}

// lastOne is a listener on which a connection comes in as it is closed.
type lastOne struct {
	*pipes
	conn net.Conn
}

func (l *lastOne) Accept() (net.Conn, error) {
	c, err := l.pipes.Accept()
	if err != nil && l.conn != nil {
		c, l.conn = l.conn, nil
		return c, nil
	}
	return c, err
}

// A patron whose connection is accepted while the server is being stopped still gets an
// answer.
func TestLastRequestIsAnsweredAtShutdown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		here, there := net.Pipe()
		stop := serveOn(t, &lastOne{newPipes(), there}, 0)
		done := make(chan error, 1)
		go func() { done <- stop() }()
		synctest.Wait()
		select {
		case err := <-done:
			t.Fatalf("stopped with %v before the last one was answered", err)
		default:
		}
		if _, err := io.WriteString(here, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		answer, err := io.ReadAll(here)
		if want := "HTTP/1.1 200 OK\r\n"; err != nil || !strings.HasPrefix(string(answer), want) {
			t.Errorf("answered with %q, %v; want %q", answer, err, want)
		}
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}
