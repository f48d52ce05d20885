package web_test

import (
	"bytes"
	"crypto/tls"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
)

// TestAttacksInTLS runs again what is about the form of requests: raw bytes in TLS, and
// paths, headers and bodies in frames of HTTP/2, which net/http reads with other code.
func TestAttacksInTLS(t *testing.T) {
	a := newAttacked(t)
	secure := httptest.NewUnstartedServer(a.server)
	secure.EnableHTTP2 = true
	secure.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	secure.StartTLS()
	defer secure.Close()
	m := &multiplexed{t: t, server: secure.Listener.Addr()}
	defer m.close()
	sent := 0
	for _, line := range attackLines(t) {
		attack := a.written(line.attack)
		var wrong string
		switch line.kind {
		case "raw":
			wrong = sendRaw(dialTLS(t, secure.Listener.Addr(), "http/1.1"), attack)
		case "target":
			wrong = m.try(http.MethodGet, attack, "", nil)
		case "send":
			wrong = m.try(http.MethodGet, "/north/openurl?genre=book&title=Dune", attack, nil)
		case "value":
			wrong = m.try(http.MethodGet, "/north/openurl?"+itemLink(attack), "", nil)
		case "body":
			mediaType, body, _ := strings.Cut(attack, " ")
			wrong = m.try(http.MethodPost, "/north/openurl", "Content-Type: "+mediaType, []byte(body))
		default:
			continue
		}
		sent++
		if wrong != "" {
			t.Errorf("attacks.txt:%d: %s", line.number, wrong)
		}
	}
	if sent < fewestAttacks || m.answered < fewestAttacks {
		t.Errorf("only %d requests, %d answers in HTTP/2", sent, m.answered)
	}
	t.Logf("%d requests, %d answers in HTTP/2", sent, m.answered)
}

// dialTLS opens a connection that speaks a protocol.
func dialTLS(t *testing.T, server net.Addr, protocol string) *tls.Conn {
	t.Helper()
	dialer := &net.Dialer{Timeout: 5 * time.Second}
	c, err := tls.DialWithDialer(dialer, "tcp", server.String(), &tls.Config{InsecureSkipVerify: true, NextProtos: []string{protocol}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// multiplexed sends requests on one connection of HTTP/2, as no client would write them.
type multiplexed struct {
	t        *testing.T
	server   net.Addr
	conn     *tls.Conn
	framer   *http2.Framer
	stream   uint32
	answered int
}

// open opens another connection where there is none.
func (m *multiplexed) open() {
	if m.conn != nil {
		return
	}
	m.conn, m.stream = dialTLS(m.t, m.server, "h2"), 1
	m.framer = http2.NewFramer(m.conn, m.conn)
	m.framer.ReadMetaHeaders = hpack.NewDecoder(4<<10, nil)
	if _, err := io.WriteString(m.conn, http2.ClientPreface); err != nil {
		m.t.Fatal(err)
	}
	if err := m.framer.WriteSettings(http2.Setting{ID: http2.SettingInitialWindowSize, Val: 1<<31 - 1}); err != nil {
		m.t.Fatal(err)
	}
	if err := m.framer.WriteWindowUpdate(0, 1<<30); err != nil {
		m.t.Fatal(err)
	}
}

func (m *multiplexed) close() {
	if m.conn != nil {
		m.conn.Close()
		m.conn = nil
	}
}

// try sends a request with a header field more, and returns what is wrong with its answer.
// A server that ends the stream or the connection does well.
func (m *multiplexed) try(method, path, field string, body []byte) string {
	m.t.Helper()
	m.open()
	var block bytes.Buffer
	e := hpack.NewEncoder(&block)
	authority := "127.0.0.1"
	name, value, _ := strings.Cut(field, ": ")
	if name == "Host" {
		authority = value
	}
	fields := []hpack.HeaderField{
		{Name: ":method", Value: method}, {Name: ":scheme", Value: "https"}, {Name: ":authority", Value: authority}, {Name: ":path", Value: path},
	}
	if field != "" && name != "Host" {
		fields = append(fields, hpack.HeaderField{Name: strings.ToLower(name), Value: value})
	}
	for _, f := range fields {
		_ = e.WriteField(f) // to a buffer
	}
	stream := m.stream
	m.stream += 2
	m.conn.SetDeadline(time.Now().Add(20 * time.Second))
	if err := m.write(stream, block.Bytes(), body); err != nil {
		m.close()
		return ""
	}
	answer, err := m.read(stream)
	if err != nil {
		m.close()
		return ""
	}
	if answer == nil {
		return ""
	}
	m.answered++
	request, _ := http.NewRequest(method, "https://127.0.0.1/", nil)
	answer.Request = request
	return breaches(answer)
}

func (m *multiplexed) write(stream uint32, block, body []byte) error {
	const most = 16 << 10 // of a frame
	first := block[:min(len(block), most)]
	block = block[len(first):]
	err := m.framer.WriteHeaders(http2.HeadersFrameParam{
		StreamID: stream, BlockFragment: first, EndHeaders: len(block) == 0, EndStream: body == nil,
	})
	for err == nil && len(block) > 0 {
		next := block[:min(len(block), most)]
		block = block[len(next):]
		err = m.framer.WriteContinuation(stream, len(block) == 0, next)
	}
	for err == nil && body != nil {
		next := body[:min(len(body), most)]
		body = body[len(next):]
		err = m.framer.WriteData(stream, len(body) == 0, next)
		if len(body) == 0 {
			return err
		}
	}
	return err
}

// read reads the answer on a stream; nil where the server ends the stream instead.
func (m *multiplexed) read(stream uint32) (*http.Response, error) {
	answer := &http.Response{Header: http.Header{}}
	var body bytes.Buffer
	for {
		frame, err := m.framer.ReadFrame()
		if err != nil {
			return nil, err
		}
		ended := false
		switch f := frame.(type) {
		case *http2.SettingsFrame:
			if !f.IsAck() {
				err = m.framer.WriteSettingsAck()
			}
		case *http2.MetaHeadersFrame:
			for _, h := range f.Fields {
				if h.Name == ":status" {
					answer.StatusCode, _ = strconv.Atoi(h.Value)
				} else {
					answer.Header.Add(h.Name, h.Value)
				}
			}
			ended = f.StreamID == stream && f.StreamEnded()
		case *http2.DataFrame:
			body.Write(f.Data())
			ended = f.StreamID == stream && f.StreamEnded()
		case *http2.RSTStreamFrame:
			if f.StreamID == stream {
				return nil, nil
			}
		case *http2.GoAwayFrame:
			return nil, io.EOF
		}
		if err != nil {
			return nil, err
		}
		if ended {
			answer.Status = strconv.Itoa(answer.StatusCode)
			answer.Body = io.NopCloser(&body)
			return answer, nil
		}
	}
}
