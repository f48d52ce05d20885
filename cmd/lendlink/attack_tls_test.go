package main

import (
	"bytes"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
	"golang.org/x/sync/errgroup"
)

// What crowds do on a connection. What cannot be sent is the server's choice.
type play func(c net.Conn) error

// send sends the same on each connection.
func send(text string) play {
	return func(c net.Conn) error { _, err := io.Copy(c, strings.NewReader(text)); return err }
}

// inTLS speaks TLS first, and then one of the protocols.
func inTLS(protocol string, then play) play {
	return func(c net.Conn) error {
		secured := tls.Client(c, &tls.Config{ServerName: secureHost, InsecureSkipVerify: true, NextProtos: []string{protocol}})
		if err := secured.Handshake(); err != nil {
			return err
		}
		return then(secured)
	}
}

// inHTTP2 sends frames.
func inHTTP2(then func(f *http2.Framer) error) play {
	return inTLS("h2", func(c net.Conn) error {
		if _, err := io.WriteString(c, http2.ClientPreface); err != nil {
			return err
		}
		f := http2.NewFramer(c, nil)
		if err := f.WriteSettings(http2.Setting{ID: http2.SettingInitialWindowSize, Val: 0}); err != nil { // no byte of an answer is taken
			return err
		}
		return then(f)
	})
}

// fields are the fields of a request, encoded.
func fields(method, path string, more ...hpack.HeaderField) []byte {
	var b bytes.Buffer
	e := hpack.NewEncoder(&b)
	for _, f := range append([]hpack.HeaderField{
		{Name: ":method", Value: method}, {Name: ":scheme", Value: "https"}, {Name: ":authority", Value: secureHost}, {Name: ":path", Value: path},
	}, more...) {
		_ = e.WriteField(f) // to a buffer
	}
	return b.Bytes()
}

// longHeader is a header of the most fields that the server reads, in pieces that fit into frames.
func longHeader() [][]byte {
	var more []hpack.HeaderField
	for i := range 900 {
		more = append(more, hpack.HeaderField{Name: fmt.Sprintf("x%d", i), Value: ""})
	}
	all := fields("GET", "/", more...)
	var pieces [][]byte
	for len(all) > 8<<10 {
		pieces, all = append(pieces, all[:8<<10]), all[8<<10:]
	}
	return append(pieces, all)
}

// endless sends a header without its end.
func endless(f *http2.Framer, stream uint32, header [][]byte) error {
	err := f.WriteHeaders(http2.HeadersFrameParam{StreamID: stream, BlockFragment: header[0]})
	for _, piece := range header[1:] {
		if err == nil {
			err = f.WriteContinuation(stream, false, piece)
		}
	}
	return err
}

// requests begins requests on streams of one connection.
func requests(f *http2.Framer, n int, method, path string, body []byte) error {
	for i := range n {
		stream := uint32(2*i + 1)
		err := f.WriteHeaders(http2.HeadersFrameParam{
			StreamID: stream, BlockFragment: fields(method, path), EndHeaders: true, EndStream: body == nil,
		})
		if err == nil && body != nil {
			err = f.WriteData(stream, false, body)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// TestManyTLSConnections is TestManyConnections in TLS and HTTP/2, and on the port that redirects.
func TestManyTLSConnections(t *testing.T) {
	s := newSecure(t)
	first := s.process(t, "", nil)
	first.restart(t) // gets the certificate
	first.terminate(t)
	const get = "GET / HTTP/1.1\r\nHost: x\r\n"
	post := func(length int) string {
		return fmt.Sprintf("POST /demo/openurl HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n", length)
	}
	header := longHeader()
	const opening = http2.ClientPreface + "\x00\x00\x00\x04\x00\x00\x00\x00\x00" // no settings
	const frame = "\x00\x00\x00\x00\x00\x01"                                     // what follows a frame's length: data on a stream
	for _, tc := range []struct {
		name    string
		plain   bool // on the port that redirects
		clients int
		stopped bool // gracefully, with clients that are waited for; it takes some seconds
		play    play
	}{
		{"handshakes that end before their end", false, 1000, false, send("\x16\x03\x01\x40\x00" + strings.Repeat("x", 16<<10-1))},
		{"silence after the handshake", false, 1000, true, inTLS("http/1.1", send(""))},
		{"silence where HTTP/2 was agreed on", false, 1000, false, inTLS("h2", send(""))},
		{"half-sent headers", false, 1000, false, inTLS("http/1.1", send(get+shortFields))},
		{"bodies that end before their end", false, 1500, false, inTLS("http/1.1", send(post(64<<10)+strings.Repeat("x", 64<<10-1)))},
		{"answers that are not read", false, 1500, false, inTLS("http/1.1", send(strings.Repeat(get+"\r\n", 20)))},
		{"silence after an answer", false, 2500, false, inTLS("http/1.1", send(get+"\r\n"))},
		{"half-sent headers in plain HTTP", true, 1000, false, send(get + shortFields)},
		{"unread redirects", true, 1000, true, send(strings.Repeat("GET /?"+strings.Repeat("x", 30<<10)+" HTTP/1.1\r\nHost: "+secureHost+"\r\n\r\n", 5))},
		{"silence in HTTP/2", false, 1000, true, inHTTP2(func(*http2.Framer) error { return nil })},
		{"silence after an answer in HTTP/2", false, 1000, false, inHTTP2(func(f *http2.Framer) error { return requests(f, 1, "GET", "/healthz", nil) })},
		{"headers in HTTP/2 that never end", false, 1000, false, inHTTP2(func(f *http2.Framer) error { return endless(f, 1, header) })},
		{"the same next to bodies that never come", false, 1000, false, inHTTP2(func(f *http2.Framer) error {
			if err := requests(f, 1, "POST", "/demo/openurl", []byte("x")); err != nil {
				return err
			}
			return endless(f, 3, header)
		})},
		{"frames of HTTP/2 that say they are long", false, 1000, false, inTLS("h2", send(opening+"\x10\x00\x00"+frame))},
		{"frames of HTTP/2 that are as long as they may be, and never come", false, 1000, false, inTLS("h2", send(opening+"\x00\x40\x00"+frame))},
		{"bodies in HTTP/2 that end before their end", false, 300, false, inHTTP2(func(f *http2.Framer) error {
			return requests(f, 30, "POST", "/demo/openurl", bytes.Repeat([]byte("x"), 4<<10))
		})},
		{"answers in HTTP/2 that are not read", false, 300, true, inHTTP2(func(f *http2.Framer) error { return requests(f, 30, "GET", "/demo/setup", nil) })},
		{"requests in HTTP/2 that are taken back", false, 20, false, inHTTP2(func(f *http2.Framer) error {
			for i := range 2000 {
				stream := uint32(2*i + 1)
				err := f.WriteHeaders(http2.HeadersFrameParam{
					StreamID: stream, BlockFragment: fields("GET", "/demo/setup"), EndHeaders: true, EndStream: true,
				})
				if err := errors.Join(err, f.WriteRSTStream(stream, http2.ErrCodeCancel)); err != nil {
					return err
				}
			}
			return nil
		})},
		{"pings whose answers are not read", false, 50, false, inHTTP2(func(f *http2.Framer) error {
			for range 20000 {
				if err := f.WritePing(false, [8]byte{}); err != nil {
					return err
				}
			}
			return nil
		})},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p := s.process(t, "", nil)
			p.restart(t)
			address := p.address
			if tc.plain {
				address = s.plain
			}
			tc.play.crowd(t, address, tc.clients)
			p.checkCrowded(t)
			if tc.stopped {
				p.terminate(t)
			}
		})
	}
}

// crowd opens connections, each with a small buffer for answers.
func (play play) crowd(t *testing.T, address string, n int) {
	t.Helper()
	dialer := net.Dialer{Timeout: 20 * time.Second, Control: func(_, _ string, c syscall.RawConn) error {
		return c.Control(func(fd uintptr) { syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_RCVBUF, 4<<10) })
	}}
	var all errgroup.Group
	all.SetLimit(32)
	for range n {
		all.Go(func() error {
			c, err := dialer.Dial("tcp", address)
			if err != nil {
				return err
			}
			t.Cleanup(func() { c.Close() })
			c.SetDeadline(time.Now().Add(time.Second))
			_ = play(c)
			return nil
		})
	}
	if err := all.Wait(); err != nil {
		t.Fatal(err)
	}
}
