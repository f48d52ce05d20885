// Package socket lets another process ask the server for the statistics, so that
// lendlink stats needs no lock on their file, and sees what the server has not written yet.
//
// Each server has a Unix socket of its own in the folder of the file, for its own user
// alone, and answers HTTP there: with all that it knows of some days, or with what only
// its memory has. A new server next to one that is draining has its own socket. What a
// killed server left behind is removed by the next one.
//
// It imports counts.
package socket

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"lendlink/resolver/web/statistics/counts"
)

// Source is what answers are made of.
type Source interface {
	// Each calls do with what is known of a library's days, the first and the last included.
	Each(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error
	// Waiting calls do with what of that is not in the file yet.
	Waiting(library string, first, last counts.Day, do func(counts.Day, counts.Counts))
}

const (
	pattern = "statistics-*.sock" // of the names of sockets
	path    = "/statistics/1"     // the number changes with the form of the answer
)

// longestPath is what the system takes as the path of a socket, with a zero byte at its end.
const longestPath = len(syscall.RawSockaddrUnix{}.Path) - 1

// Listener is the socket of a server.
type Listener struct {
	listener *net.UnixListener
	name     string
}

// Listen opens a socket in a folder, which is made if it is missing.
func Listen(folder string) (*Listener, error) {
	id := rand.Text()[:8]
	name, hidden := filepath.Join(folder, "statistics-"+id+".sock"), filepath.Join(folder, ".statistics-"+id)
	if len(name) > longestPath {
		return nil, fmt.Errorf("%s: a socket's path has %d bytes at most, so choose a folder with a shorter path", name, longestPath)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	removeStale(folder)
	// Under its name it is there only once it answers, and to nobody else.
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: hidden, Net: "unix"})
	if e, ok := errors.AsType[*os.SyscallError](err); ok {
		return nil, fmt.Errorf("%s: cannot make a socket: %w", folder, e.Err)
	}
	if err != nil {
		return nil, err
	}
	l.SetUnlinkOnClose(false)
	if err := errors.Join(os.Chmod(hidden, 0o600), os.Rename(hidden, name)); err != nil {
		l.Close()
		os.Remove(hidden)
		return nil, err
	}
	return &Listener{l, name}, nil
}

// removeStale removes the sockets of servers that are gone.
func removeStale(folder string) {
	names, _ := filepath.Glob(filepath.Join(folder, pattern)) // fails for a bad pattern only
	for _, name := range names {
		c, err := net.Dial("unix", name)
		if errors.Is(err, syscall.ECONNREFUSED) {
			os.Remove(name)
		}
		if err == nil {
			c.Close()
		}
	}
}

// answer is what a server knows of some days. Unread is what it could not read.
type answer struct {
	Days   []dayCounts `json:"days"`
	Unread string      `json:"unread,omitempty"`
}

type dayCounts struct {
	Day    counts.Day    `json:"day"`
	Counts counts.Counts `json:"counts"`
}

// query is what is asked for.
type query struct {
	Library     string     `json:"library"`
	First       counts.Day `json:"first"`
	Last        counts.Day `json:"last"`
	WaitingOnly bool       `json:"waiting_only"`
}

// maxQuery bounds what is read of a question, in bytes.
const maxQuery = 4 << 10

// readTimeout is how long a question may take to arrive.
const readTimeout = 5 * time.Second

// Serve answers from a source until ctx is done.
func (l *Listener) Serve(ctx context.Context, from Source) error {
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+path, func(w http.ResponseWriter, r *http.Request) {
		var q query
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxQuery)).Decode(&q); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		json.NewEncoder(w).Encode(q.answer(from)) //nolint:errcheck // who asked may be gone
	})
	server := &http.Server{Handler: mux, ReadTimeout: readTimeout}
	stop := context.AfterFunc(ctx, func() {
		os.Remove(l.name)
		server.Close()
	})
	defer stop()
	if err := server.Serve(l.listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (q query) answer(from Source) answer {
	a := answer{Days: []dayCounts{}}
	do := func(d counts.Day, c counts.Counts) { a.Days = append(a.Days, dayCounts{d, c}) }
	if q.WaitingOnly {
		from.Waiting(q.Library, q.First, q.Last, do)
	} else if err := from.Each(q.Library, q.First, q.Last, do); err != nil {
		a.Unread = err.Error()
	}
	return a
}
