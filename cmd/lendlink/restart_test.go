package main

import (
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"
	"time"

	"lendlink/internal/freeport"
)

// TestRestartDropsNoRequest restarts the server again and again under load, behind a
// socket that is handed over as systemd does it, and counts the requests that fail.
func TestRestartDropsNoRequest(t *testing.T) {
	const restarts, clients, between = 20, 8, 63 // requests of each client between restarts
	address := freeport.Address(t)
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	s := &successive{settings: newProcess(t, "", nil).settings, follow: func() error { return followOn(transport, address) }}
	s.listen(t, address)
	s.dropsNoRequest(t, restarts, clients, between)
}

// TestRestartWithTLSDropsNoRequest is TestRestartDropsNoRequest with two sockets of systemd's: for
// https, and for what is redirected to it.
func TestRestartWithTLSDropsNoRequest(t *testing.T) {
	const restarts, clients, between = 5, 4, 40
	tls := newSecure(t)
	p := tls.process(t, "", nil)
	s := &successive{settings: p.settings, env: p.env, follow: func() error { return followSecurely(tls.https) }}
	s.listen(t, tls.https, tls.plain)
	s.dropsNoRequest(t, restarts, clients, between)
	if n := tls.Orders(); n != 1 {
		t.Errorf("%d certificates were ordered, want 1", n)
	}
}

// successive is servers that run one after the other and have the same sockets, as systemd
// hands them over.
type successive struct {
	settings string // their file
	env      []string
	follow   func() error // follows a link as a patron does
	sockets  []*os.File
	server   *exec.Cmd // that runs now
}

// listen opens the sockets.
func (s *successive) listen(t *testing.T, addresses ...string) {
	t.Helper()
	for _, address := range addresses {
		l, err := net.Listen("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { l.Close() })
		socket, err := l.(*net.TCPListener).File()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { socket.Close() })
		s.sockets = append(s.sockets, socket)
	}
}

func (s *successive) start(t *testing.T) {
	t.Helper()
	// Only the shell knows the number of the process before it runs.
	server := exec.Command("sh", "-c", `LISTEN_PID=$$ exec lendlink --config "$0"`, s.settings)
	server.Env = append(append(os.Environ(), "LISTEN_FDS="+strconv.Itoa(len(s.sockets))), s.env...)
	server.ExtraFiles = s.sockets
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Process.Kill() })
	s.server = server
}

func (s *successive) stop(t *testing.T) {
	t.Helper()
	if err := s.server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := s.server.Wait(); err != nil {
		t.Errorf("the server stopped with %v", err)
	}
}

// dropsNoRequest restarts the server under load: no request may fail.
func (s *successive) dropsNoRequest(t *testing.T, restarts, clients, between int) {
	t.Helper()
	s.start(t)
	for deadline := time.Now().Add(stepTimeout); s.follow() != nil; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the server does not answer")
		}
	}
	load := startLoad(t, clients, s.follow)
	for range restarts {
		load.send(int64(clients * between))
		s.stop(t)
		s.start(t)
		if err := s.follow(); err != nil { // the server knows by now what a signal means
			t.Errorf("after a restart: %v", err)
		}
	}
	load.end(t)
	s.stop(t)
}
