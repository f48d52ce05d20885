package conns

import (
	"bytes"
	"errors"
	"io"
	"net/http"
)

// MaxBody is how many bytes of a body are read.
const MaxBody = 256 << 10

// maxFields is how many fields a header may have. Each takes many times its own
// length in memory, for as long as its request lasts.
const maxFields = 100

// Handler returns a handler that reads a request's body before next sees it, and
// writes next's answer when next is done: next never waits for a client. A body above
// MaxBody ends for next in an [http.MaxBytesError].
func (t *Tracker) Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if t.leaving.Load() {
			w.Header().Set("Connection", "close")
		}
		p, header, own := t.placeOf(w, r)
		if own != nil {
			defer own.end()
			defer t.leave(p)
		}
		a := &answer{ResponseWriter: w}
		if fields(r.Header) > maxFields {
			w.Header().Set("Connection", "close")
			http.Error(a, "too many header fields", http.StatusRequestHeaderFieldsTooLarge)
		} else if r, ok := t.withBody(w, r, p, header); ok {
			next.ServeHTTP(a, r)
		} else {
			return // its client was waited for too long
		}
		t.wait(p, &t.waiting, header+int64(a.body.Len()))
		a.send(r.Method == http.MethodHead)
		if own != nil {
			// Written now, or it would be once this handler has left its place.
			_ = http.NewResponseController(w).Flush() // an error is the client's, who has gone
		}
	})
}

// placeOf returns the place of a request, how many bytes its header has, and the
// request where the place is its own. In HTTP/1 it is that of the connection, which
// keeps it until the answer has left.
func (t *Tracker) placeOf(w http.ResponseWriter, r *http.Request) (p *place, header int64, own *stream) {
	c, ok := r.Context().Value(connKey{}).(*conn)
	if ok && c.tracker == t && r.ProtoMajor == 1 {
		return &c.place, c.header, nil
	}
	if ok && c.tracker == t {
		t.change(func() { t.use(c) })
	}
	own = &stream{controller: http.NewResponseController(w)}
	return &place{close: own.abort}, int64(len(r.RequestURI)), own
}

// withBody returns the request with its body read. It reports false when the place
// was dropped meanwhile.
func (t *Tracker) withBody(w http.ResponseWriter, r *http.Request, p *place, header int64) (*http.Request, bool) {
	if r.Body == nil || r.Body == http.NoBody {
		return r, true
	}
	t.wait(p, &t.waiting, header)
	body, err := t.readBody(http.MaxBytesReader(w, r.Body, MaxBody), p)
	if !t.leave(p) {
		return nil, false
	}
	r = r.WithContext(r.Context()) // a copy: the server needs its own as it was
	r.Body = io.NopCloser(bytes.NewReader(body))
	if err != nil {
		r.Body = io.NopCloser(io.MultiReader(bytes.NewReader(body), failing{err}))
	}
	return r, true
}

// readBody reads a body to its end, and counts what it holds of it.
func (t *Tracker) readBody(body io.Reader, p *place) ([]byte, error) {
	const first = 512
	read := make([]byte, 0, first)
	for {
		n, err := body.Read(read[len(read):cap(read)])
		read = read[:len(read)+n]
		switch {
		case errors.Is(err, io.EOF):
			return read, nil
		case err != nil:
			return read, err
		case len(read) == cap(read):
			read = append(read, 0)[:len(read)]
			t.grow(p, cap(read)-len(read))
		}
	}
}

// failing is a reader that fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func fields(h http.Header) int {
	n := 0
	for _, values := range h {
		n += len(values)
	}
	return n
}
