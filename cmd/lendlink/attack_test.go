package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// maxResident is how much memory a server may have whatever clients do.
const maxResident = 200 << 20

// shortFields is the header that takes the most memory for its length: 31 KB of
// fields with names that are all different.
var shortFields = func() string {
	const letters = "abcdefghijklmnopqrstuvwxyz0123456789-!#$&'*+.^_`|~"
	var b strings.Builder
	for i := 0; b.Len() < 31<<10; i++ {
		n := len(letters)
		b.WriteString(string([]byte{letters[i%n], letters[i/n%n], letters[i/n/n%n]}) + ":\n")
	}
	return b.String()
}()

// Many clients that keep a server waiting, in every way: others are answered
// meanwhile, and memory stays bounded.
func TestManyConnections(t *testing.T) {
	const get = "GET / HTTP/1.1\r\nHost: x\r\n"
	post := func(length int) string {
		return fmt.Sprintf("POST /demo/openurl HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n", length)
	}
	longField := "X-Long: " + strings.Repeat("x", 31<<10) + "\r\n"
	for _, tc := range []struct {
		name, sent string
		clients    int
		stopped    bool // gracefully, with clients that are waited for; it takes some seconds
	}{
		{"half-sent headers", get + "X-Slow: ", 1500, true},
		{"half-sent headers of the largest size", get + longField, 1500, false},
		{"half-sent headers of many fields", get + shortFields, 1500, false},
		{"bodies that never come", post(120) + "\r\n", 1100, true},
		{"bodies that end before their end", post(64<<10) + "\r\n" + strings.Repeat("x", 64<<10-1), 1500, false},
		{"the same after the largest header", post(64<<10) + longField + "\r\n" + strings.Repeat("x", 64<<10-1), 1500, false},
		{"bodies that are too long", post(1<<20) + "\r\n" + strings.Repeat("x", 65<<10), 1500, false},
		{"answers that are not read", strings.Repeat(get+"\r\n", 20), 1500, true},
		{"answers that are not read, to the largest header", strings.Repeat(get+longField+"\r\n", 20), 300, false},
		{"silence after an answer", get + "\r\n", 2500, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p := startProcess(t, "", nil)
			crowd(t, p.address, tc.clients, tc.sent)
			p.checkCrowded(t)
			if tc.stopped {
				p.terminate(t)
			}
		})
	}
}

// checkCrowded follows links as patrons do while a crowd is connected, and measures the memory.
func (p *process) checkCrowded(t *testing.T) {
	t.Helper()
	crowded := time.Now()
	for range 20 {
		if err := p.ask(); err != nil {
			t.Errorf("a patron: %v", err)
		}
	}
	t.Logf("20 patrons were answered in %v", time.Since(crowded))
	if n := p.peak(t); n > maxResident {
		t.Errorf("%d MB are resident, want %d at most", n>>20, maxResident>>20)
	} else {
		t.Logf("%d MB are resident", n>>20)
	}
}

// A log without a reader, or whose reader has ended, delays neither patrons nor the
// shutdown.
func TestLogWithoutAReader(t *testing.T) {
	for _, tc := range []struct {
		name string
		gone bool
	}{{"a reader that does not read", false}, {"a reader that has gone", true}} {
		t.Run(tc.name, func(t *testing.T) {
			read, write, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer read.Close()
			defer write.Close()
			p := startProcess(t, "", write)
			if tc.gone {
				read.Close()
			} else {
				// As small as a pipe can be: it is full at once.
				syscall.Syscall(syscall.SYS_FCNTL, write.Fd(), syscall.F_SETPIPE_SZ, 4<<10)
			}
			for range 500 {
				if err := p.ask(); err != nil {
					t.Fatalf("a patron: %v", err)
				}
			}
			p.terminate(t)
		})
	}
}

// The lines of the last moment are written before the server ends.
func TestLastLinesAreLogged(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	p := startProcess(t, "", write)
	write.Close()
	for range 50 {
		if err := p.ask(); err != nil {
			t.Fatal(err)
		}
	}
	p.terminate(t)
	log, err := io.ReadAll(read)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(log), "outcome=redirect"); n < 50 || !strings.Contains(string(log), "Lendlink has stopped") {
		t.Errorf("%d of 50 requests are in the log, which ends in %q", n, log[max(0, len(log)-200):])
	}
}
