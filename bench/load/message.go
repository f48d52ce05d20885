package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"syscall"
)

// request is a request as it is sent, cut where Number is.
type request [][]byte

func newRequest(url, path string) request {
	text := "GET " + path + " HTTP/1.1\r\nHost: " + strings.TrimPrefix(url, "http://") + "\r\n\r\n"
	return bytes.Split([]byte(text), []byte(Number))
}

func (r request) numbered(n int) []byte {
	if len(r) == 1 {
		return r[0]
	}
	return bytes.Join(r, strconv.AppendInt(nil, int64(n), 10))
}

// answer is what has arrived of an answer.
type answer struct {
	text   []byte
	header int // its length with the blank line; 0 while that has not come
	status int

	length  int  // of the body, unless it is chunked
	chunked bool // the body comes in chunks
	next    int  // where the next chunk begins
}

func (a *answer) reset() { *a = answer{text: a.text[:0]} }

// read takes what the socket has, and reports whether the answer is complete.
func (a *answer) read(socket int) (complete bool, err error) {
	if cap(a.text)-len(a.text) < 4<<10 {
		a.text = append(make([]byte, 0, 2*cap(a.text)+8<<10), a.text...)
	}
	n, err := syscall.Read(socket, a.text[len(a.text):cap(a.text)])
	switch {
	case err == syscall.EAGAIN || err == syscall.EINTR:
		return false, nil
	case err != nil:
		return false, err
	case n == 0:
		return false, io.ErrUnexpectedEOF
	}
	a.text = a.text[:len(a.text)+n]
	if a.header == 0 {
		if err := a.readHeader(); a.header == 0 || err != nil {
			return false, err
		}
	}
	if a.chunked {
		return a.readChunks()
	}
	body := len(a.text) - a.header
	if body > a.length {
		return false, fmt.Errorf("an answer of %d bytes goes on", a.length)
	}
	return body == a.length, nil
}

// readHeader reads as much of the header as a load has to know.
func (a *answer) readHeader() (err error) {
	end := bytes.Index(a.text, []byte("\r\n\r\n"))
	if end < 0 {
		return nil
	}
	header := a.text[:end+2]
	status, isAnswer := bytes.CutPrefix(header, []byte("HTTP/1.1 "))
	if !isAnswer || len(status) < 3 {
		return fmt.Errorf("%q is no answer", header)
	}
	if a.status, err = strconv.Atoi(string(status[:3])); err != nil {
		return err
	}
	a.header = end + 4
	if bytes.Contains(header, []byte("\r\nTransfer-Encoding: chunked\r\n")) {
		a.chunked, a.next = true, a.header
		return nil
	}
	_, length, found := bytes.Cut(header, []byte("\r\nContent-Length: "))
	if !found {
		return errors.New("an answer does not tell its length")
	}
	length, _, _ = bytes.Cut(length, []byte("\r\n"))
	a.length, err = strconv.Atoi(string(length))
	return err
}

// readChunks goes on to the last chunk that has come, and reports whether it is the one of
// no length that ends the body.
func (a *answer) readChunks() (complete bool, err error) {
	for a.next < len(a.text) {
		size, _, whole := bytes.Cut(a.text[a.next:], []byte("\r\n"))
		if !whole {
			return false, nil
		}
		n, err := strconv.ParseUint(string(size), 16, 31)
		if err != nil {
			return false, fmt.Errorf("%q is no length of a chunk", size)
		}
		end := a.next + len(size) + int(n) + len("\r\n\r\n")
		if n == 0 && end < len(a.text) {
			return false, errors.New("an answer goes on after its last chunk")
		}
		if n == 0 {
			return end == len(a.text), nil
		}
		a.next = end
	}
	return false, nil
}
