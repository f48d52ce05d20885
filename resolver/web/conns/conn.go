package conns

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"sync"
	"time"
)

// Listener returns a listener whose connections the tracker knows.
func (t *Tracker) Listener(l net.Listener) net.Listener { return &listener{l, t} }

type listener struct {
	net.Listener
	tracker *Tracker
}

// sendBuffer is how many bytes of an answer the system holds for a client that does
// not read; its own choice can be megabytes for each connection.
const sendBuffer = 32 << 10

func (l *listener) Accept() (net.Conn, error) {
	inner, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if tcp, ok := inner.(*net.TCPConn); ok {
		// An error leaves the system's own size, which only costs memory.
		_ = tcp.SetWriteBuffer(sendBuffer)
	}
	c := &conn{Conn: inner, tracker: l.tracker}
	c.place.conn, c.place.close = c, func() { c.Conn.Close() }
	c.inUse.conn, c.inUse.close = c, c.place.close
	l.tracker.change(func() {
		l.tracker.open++
		l.tracker.shedConnections() // the new one is in no queue yet
		l.tracker.headers.push(&c.place, 0)
	})
	return c, nil
}

// conn is a connection that the tracker knows.
type conn struct {
	net.Conn
	tracker *Tracker
	once    sync.Once // to close it

	// What follows is guarded by the tracker's lock.
	place  place
	inUse  place // among those that several requests share
	gone   bool  // counts as open no longer
	shared bool  // by several requests at once, in HTTP/2
	header int64 // bytes of the last header
}

// Read notes the bytes of headers. The first after an answer begins a new one.
func (c *conn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	if n == 0 {
		return n, err
	}
	t := c.tracker
	t.change(func() {
		switch {
		case c.place.in == &t.headers:
			c.place.grow(int64(n))
		case c.place.in == &t.idle && !c.shared:
			t.headers.push(&c.place, int64(n))
		}
	})
	return n, err
}

func (c *conn) Close() error {
	c.once.Do(func() {
		c.tracker.change(func() {
			c.place.remove()
			c.place.dropped = true
			c.inUse.remove()
			c.inUse.dropped = true
			c.tracker.remove(c)
		})
	})
	return c.Conn.Close()
}

// connKey is the key of a request's connection among the values of its context.
type connKey struct{}

// maxFrame is how long a frame of HTTP/2 may be. As soon as a frame says its length, the
// server takes that much memory, and of its own accord it lets frames be 1 MiB long.
const maxFrame = 16 << 10 // the least that HTTP/2 allows

// writeByteTimeout is how long a connection of HTTP/2 may take no byte of what is written.
const writeByteTimeout = 10 * time.Second

// Attach makes a server report on the connections that it takes from a listener of
// this tracker, and bounds what one connection of HTTP/2 can hold.
func (t *Tracker) Attach(server *http.Server) {
	server.ConnContext = func(ctx context.Context, c net.Conn) context.Context {
		if c := tracked(c); c != nil {
			return context.WithValue(ctx, connKey{}, c)
		}
		return ctx
	}
	server.ConnState = t.state
	server.HTTP2 = &http.HTTP2Config{
		MaxConcurrentStreams:          32,
		MaxReadFrameSize:              maxFrame,
		WriteByteTimeout:              writeByteTimeout,
		MaxReceiveBufferPerConnection: 128 << 10,
		MaxReceiveBufferPerStream:     64 << 10,
	}
}

// state follows [http.Server.ConnState].
func (t *Tracker) state(nc net.Conn, state http.ConnState) {
	c := tracked(nc)
	if c == nil {
		return
	}
	switch state {
	case http.StateActive: // the header has been read
		shared := isHTTP2(nc)
		t.change(func() {
			c.shared = shared
			if shared {
				t.use(c)
			}
			c.header = c.place.bytes
			c.place.remove()
		})
	case http.StateIdle:
		t.wait(&c.place, &t.idle, 0)
	case http.StateHijacked:
		c.tracker.change(c.place.remove)
	}
}

// tracked returns the tracker's connection below another, or nil.
func tracked(c net.Conn) *conn {
	for {
		switch inner := c.(type) {
		case *conn:
			return inner
		case interface{ NetConn() net.Conn }:
			c = inner.NetConn()
		default:
			return nil
		}
	}
}

func isHTTP2(c net.Conn) bool {
	secure, ok := c.(*tls.Conn)
	return ok && secure.ConnectionState().NegotiatedProtocol == "h2"
}
