package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"lendlink/internal/freeport"
)

// stepTimeout is how long a server may take: on a busy machine it works for long on what a
// crowd has sent before it comes to a patron.
const stepTimeout = time.Minute

// process is a server that runs as a process of its own.
type process struct {
	*exec.Cmd
	address  string
	settings string // their file
	log      io.Writer
	env      []string
	follow   func(address string) error // follows a link as a patron does
	ended    chan error
}

// startProcess starts a server with some settings above those of a demo library, and
// waits until it answers. Its log goes to log; nil is for nowhere.
func startProcess(t *testing.T, settings string, log io.Writer) *process {
	t.Helper()
	p := newProcess(t, settings, log)
	p.restart(t)
	return p
}

// newProcess is startProcess without starting it.
func newProcess(t *testing.T, settings string, log io.Writer) *process {
	t.Helper()
	file := filepath.Join(t.TempDir(), "lendlink.yaml")
	text := settings + "\nlibraries:\n  - {code: demo, name: Demo, form: {service: practice}}\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p := &process{address: freeport.Address(t), settings: file, log: log, follow: followLink}
	t.Cleanup(func() {
		if p.Cmd != nil {
			p.Process.Kill()
			<-p.ended // it frees its address
		}
	})
	return p
}

// restart starts the server, which has ended or was never started, and waits until it
// answers.
func (p *process) restart(t *testing.T) {
	t.Helper()
	p.Cmd, p.ended = exec.Command("lendlink", "--config", p.settings), make(chan error, 1)
	p.Env = append(append(os.Environ(), listenVariable+"="+p.address), p.env...)
	p.Stderr = p.log
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	go func(c *exec.Cmd, ended chan error) { ended <- c.Wait(); close(ended) }(p.Cmd, p.ended)
	for deadline := time.Now().Add(stepTimeout); p.ask() != nil; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the server does not answer")
		}
	}
}

// ask follows a link as a patron does, on a connection of its own.
func (p *process) ask() error { return p.follow(p.address) }

func followLink(address string) error {
	client := http.Client{
		Timeout:       stepTimeout,
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := client.Get("http://" + address + "/demo/openurl?genre=book&title=Dune&aulast=Herbert")
	if err != nil {
		return err
	}
	return checkRedirect(response)
}

// checkRedirect closes an answer, and returns an error unless it is a redirect.
func checkRedirect(response *http.Response) error {
	response.Body.Close()
	if response.StatusCode != http.StatusFound {
		return fmt.Errorf("status %d", response.StatusCode)
	}
	return nil
}

// terminate sends SIGTERM and returns how long the server takes to end.
func (p *process) terminate(t *testing.T) time.Duration {
	t.Helper()
	start := time.Now()
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-p.ended:
		if err != nil {
			t.Errorf("ends with %v", err)
		}
	case <-time.After(stepTimeout):
		t.Fatal("does not end")
	}
	return time.Since(start)
}

// peak returns the peak resident memory of the process, in bytes.
func (p *process) peak(t *testing.T) int64 {
	t.Helper()
	status, err := os.Open(fmt.Sprintf("/proc/%d/status", p.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		var kilobytes int64
		if n, _ := fmt.Sscanf(lines.Text(), "VmHWM: %d kB", &kilobytes); n == 1 {
			return kilobytes << 10
		}
	}
	t.Fatal("no VmHWM in /proc")
	return 0
}

// crowd opens connections, each with a small buffer for answers, and sends the same
// on each of them. What cannot be sent is the server's choice.
func crowd(t *testing.T, address string, n int, sent string) { send(sent).crowd(t, address, n) }
