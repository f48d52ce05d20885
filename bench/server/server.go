// Package server builds, starts and watches a server that is measured. What a
// process costs is read from Linux's /proc.
package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// AnyCore is for no core in particular.
const AnyCore = -1

// stepTimeout is how long a server may take to start or to stop.
const stepTimeout = 20 * time.Second

// Server is a process that answers requests.
type Server struct {
	URL  string        // its address, without a slash at the end
	Took time.Duration // from its start to its first answer
	cmd  *exec.Cmd
	done chan error
}

// Build compiles a package of this module into dir and returns the binary's path.
// Flags go to the compiler.
func Build(ctx context.Context, dir, pkg string, flags ...string) (string, error) {
	binary := filepath.Join(dir, path.Base(pkg))
	cmd := exec.CommandContext(ctx, "go", append(append([]string{"build", "-o", binary}, flags...), pkg)...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", pkg, err, out)
	}
	return binary, nil
}

// Start runs a command on one core and waits until it answers /healthz at an
// address. What it logs goes to log.
func Start(ctx context.Context, core int, address string, log io.Writer, command ...string) (*Server, error) {
	if core != AnyCore {
		command = append([]string{"taskset", "--cpu-list", strconv.Itoa(core)}, command...)
	}
	s := &Server{URL: "http://" + address, done: make(chan error, 1)}
	s.cmd = exec.CommandContext(ctx, command[0], command[1:]...)
	s.cmd.Stdout, s.cmd.Stderr = log, log
	began := time.Now()
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { s.done <- s.cmd.Wait() }()
	client := http.Client{Timeout: time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	for time.Since(began) < stepTimeout {
		if response, err := client.Get(s.URL + "/healthz"); err == nil {
			response.Body.Close()
			s.Took = time.Since(began)
			return s, nil
		}
		select {
		case err := <-s.done:
			return nil, fmt.Errorf("%s ended before it answered: %v", command, err)
		case <-time.After(500 * time.Microsecond):
		}
	}
	return nil, errors.Join(fmt.Errorf("%s does not answer", command), s.Stop())
}

// Signal sends a signal to the server.
func (s *Server) Signal(sig os.Signal) error { return s.cmd.Process.Signal(sig) }

// Stop ends the server in good order, and reports if it did not end so.
func (s *Server) Stop() error {
	if err := s.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	select {
	case err := <-s.done:
		return err
	case <-time.After(stepTimeout):
		return errors.Join(errors.New("server did not stop when told to"), s.cmd.Process.Kill())
	}
}
