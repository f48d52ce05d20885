package cache_test

import (
	"net"
	"os"
	"os/exec"
	"testing"
	"time"
)

// server is a redis-server of a test's own.
type server struct {
	address string // host:port
	binary  string
	cmd     *exec.Cmd
}

// startServer starts Debian's redis-server on a free port, keeping nothing on
// disk. Valkey's server does as well.
func startServer(t *testing.T) *server {
	t.Helper()
	binary := ""
	for _, name := range []string{"redis-server", "valkey-server"} {
		if path, err := exec.LookPath(name); err == nil {
			binary = path
			break
		}
	}
	if binary == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("redis-server is not installed")
		}
		t.Skip("redis-server is not installed; the shared cache is not tested")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{address: l.Addr().String(), binary: binary}
	l.Close()
	s.start(t)
	t.Cleanup(s.stop)
	return s
}

// start starts the server and waits until it listens.
func (s *server) start(t *testing.T) {
	t.Helper()
	_, port, err := net.SplitHostPort(s.address)
	if err != nil {
		t.Fatal(err)
	}
	s.cmd = exec.Command(s.binary, "--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", t.TempDir())
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if conn, err := net.Dial("tcp", s.address); err == nil {
			conn.Close()
			return
		}
	}
	t.Fatal("redis-server does not listen")
}

// stop kills the server.
func (s *server) stop() {
	if s.cmd != nil {
		s.cmd.Process.Kill()
		s.cmd.Wait()
		s.cmd = nil
	}
}
