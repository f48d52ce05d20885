package main

import (
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lendlink/internal/freeport"
)

// startCaddy starts Caddy as it is shipped, in front of a server, and returns the
// address that it answers at.
func startCaddy(t *testing.T, upstream string) string {
	t.Helper()
	if _, err := exec.LookPath("caddy"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("caddy is missing; .ci/run installs it")
		}
		t.Skip("caddy is missing")
	}
	shipped, err := os.ReadFile("../../deploy/Caddyfile")
	if err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(t.TempDir(), "Caddyfile")
	if err := os.WriteFile(config, []byte(strings.Replace(string(shipped), "{\n", "{\n\tadmin off\n", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	address := freeport.Address(t)
	caddy := exec.Command("caddy", "run", "--adapter", "caddyfile", "--config", config)
	caddy.Env = append(os.Environ(), "LENDLINK_SITE=http://"+address, "LENDLINK_UPSTREAM="+upstream, "HOME="+t.TempDir())
	if err := caddy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { caddy.Process.Kill(); caddy.Wait() })
	for deadline := time.Now().Add(stepTimeout); followLink(address) != nil; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("Caddy does not answer")
		}
	}
	return address
}

// behindCaddy are settings of a server that believes Caddy.
const behindCaddy = "trusted_proxies: [\"127.0.0.1/32\"]\n"

// To the server all clients behind a proxy have one address, and the proxy keeps
// some connections for all of them.
func TestManyConnectionsBehindCaddy(t *testing.T) {
	p := startProcess(t, behindCaddy, nil)
	address := startCaddy(t, p.address)
	crowd(t, address, 1100, "POST /demo/openurl HTTP/1.1\r\nHost: x\r\nContent-Length: 120\r\n\r\n")
	crowd(t, address, 200, strings.Repeat("GET / HTTP/1.1\r\nHost: x\r\n\r\n", 20))
	for range 20 {
		if err := followLink(address); err != nil {
			t.Errorf("a patron: %v", err)
		}
	}
}

// Without a socket of systemd's, Caddy asks again until the next server answers.
func TestRestartBehindCaddyDropsNoRequest(t *testing.T) {
	const restarts, clients, between = 20, 8, 63 // requests of each client between restarts
	p := startProcess(t, behindCaddy+"shutdown_delay: 100ms\n", nil)
	address := startCaddy(t, p.address)
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	load := startLoad(t, clients, func() error { return followOn(transport, address) })
	for range restarts {
		load.send(clients * between)
		p.terminate(t)
		p.restart(t)
	}
	load.end(t)
}

// followOn follows a link on a connection that is kept.
func followOn(transport *http.Transport, address string) error {
	r, err := http.NewRequest(http.MethodGet, "http://"+address+"/demo/openurl?genre=book&title=Dune&aulast=Herbert", nil)
	if err != nil {
		return err
	}
	response, err := transport.RoundTrip(r)
	if err != nil {
		return err
	}
	response.Body.Close()
	if response.StatusCode != http.StatusFound {
		return errors.New(response.Status)
	}
	return nil
}
