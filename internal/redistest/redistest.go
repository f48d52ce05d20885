// Package redistest starts a redis-server of a test's own. It is for tests alone.
package redistest

import (
	"net"
	"os"
	"os/exec"
	"testing"
	"time"

	"lendlink/internal/freeport"
)

// Server is a redis-server of a test's own.
type Server struct {
	Address string // host:port
	binary  string
	cmd     *exec.Cmd
}

// Start starts Debian's redis-server on a free port, keeping nothing on
// disk. Valkey's server does as well.
func Start(t *testing.T) *Server {
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
	s := &Server{Address: freeport.Address(t), binary: binary}
	s.Restart(t)
	t.Cleanup(s.Stop)
	return s
}

// Restart starts the server and waits until it listens.
func (s *Server) Restart(t *testing.T) {
	t.Helper()
	_, port, err := net.SplitHostPort(s.Address)
	if err != nil {
		t.Fatal(err)
	}
	s.cmd = exec.Command(s.binary, "--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", t.TempDir())
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if conn, err := net.Dial("tcp", s.Address); err == nil {
			conn.Close()
			return
		}
	}
	t.Fatal("redis-server does not listen")
}

// Stop kills the server.
func (s *Server) Stop() {
	if s.cmd != nil {
		s.cmd.Process.Kill()
		s.cmd.Wait()
		s.cmd = nil
	}
}
