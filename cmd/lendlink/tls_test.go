package main

import (
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"lendlink/internal/acmetest"
	"lendlink/internal/freeport"
)

const secureHost = "ill.library.test"

// secure is an authority, and what servers with certificates from it share.
type secure struct {
	*acmetest.Authority
	https, plain string // addresses
	state        string // folder
}

func newSecure(t *testing.T) *secure {
	t.Helper()
	s := &secure{https: freeport.Address(t), plain: freeport.Address(t), state: t.TempDir()}
	s.Authority = acmetest.New(t, acmetest.Options{HTTP: portOf(s.plain), TLS: portOf(s.https)})
	return s
}

func portOf(address string) int {
	_, digits, _ := net.SplitHostPort(address)
	port, _ := strconv.Atoi(digits)
	return port
}

// process returns a server that gets its certificate from the authority. It is not started.
func (s *secure) process(t *testing.T, settings string, log io.Writer) *process {
	t.Helper()
	p := newProcess(t, fmt.Sprintf("%s\nstate_dir: %s\ntls: {hosts: [%s], directory: %q, redirect_listen: %q}\n",
		settings, s.state, secureHost, s.Directory, s.plain), log)
	p.address, p.follow = s.https, followSecurely
	p.env = []string{"SSL_CERT_FILE=" + s.RootsFile}
	return p
}

// transport speaks TLS with a server at an address, whatever host it is asked for.
func transport(address string) *http.Transport {
	return &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "tcp", address)
		},
		TLSClientConfig:   &tls.Config{InsecureSkipVerify: true},
		ForceAttemptHTTP2: true,
	}
}

// followSecurely is followLink in TLS.
func followSecurely(address string) error {
	t := transport(address)
	t.DisableKeepAlives = true
	defer t.CloseIdleConnections()
	ctx, cancel := context.WithTimeout(context.Background(), stepTimeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://"+secureHost+"/demo/openurl?genre=book&title=Dune&aulast=Herbert", nil)
	if err != nil {
		return err
	}
	response, err := t.RoundTrip(r)
	if err != nil {
		return err
	}
	return checkRedirect(response)
}

// One setting is enough: certificate, HTTP/2, HSTS, and a redirect from plain HTTP.
func TestOwnCertificates(t *testing.T) {
	s := newSecure(t)
	p := s.process(t, "", nil)
	p.restart(t)
	client := transport(s.https)
	defer client.CloseIdleConnections()
	r, err := http.NewRequest(http.MethodGet, "https://"+secureHost+"/demo/setup", nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := client.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil || response.ProtoMajor != 2 || response.Header.Get("Strict-Transport-Security") != "max-age=31536000" {
		t.Errorf("HTTP/%d with %v, %v", response.ProtoMajor, response.Header, err)
	}
	if !strings.Contains(string(page), "https://"+secureHost+"/demo/openurl?") {
		t.Error("the setup page does not show the https address")
	}
	plain := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "tcp", s.plain)
	}}
	defer plain.CloseIdleConnections()
	r, err = http.NewRequest(http.MethodGet, "http://"+secureHost+"/demo/openurl?title=Dune", nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err = plain.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if want := fmt.Sprintf("https://%s:%d/demo/openurl?title=Dune", secureHost, portOf(s.https)); response.Header.Get("Location") != want {
		t.Errorf("plain HTTP leads to %q; want %q", response.Header.Get("Location"), want)
	}
	if out, err := healthOf(p); err != nil {
		t.Errorf("healthcheck: %v\n%s", err, out)
	}
	p.terminate(t)
	if out, err := healthOf(p); err == nil {
		t.Errorf("healthcheck of a server that has stopped: %s", out)
	}
}

func healthOf(p *process) (string, error) {
	c := exec.Command("lendlink", "healthcheck", "--config", p.settings)
	c.Env = append(os.Environ(), listenVariable+"="+p.address)
	out, err := c.CombinedOutput()
	return string(out), err
}

// An authority that does not answer prevents neither start nor shutdown, and the health
// check says that the server runs.
func TestUnreachableAuthority(t *testing.T) {
	s := newSecure(t)
	s.Stop()
	p := s.process(t, "", nil)
	p.follow = func(string) error { _, err := healthOf(p); return err }
	p.restart(t)
	p.terminate(t)
	s.Authority.Start(t)
	p.follow = followSecurely
	p.restart(t)
	p.terminate(t)
}

// Without a folder for its keys the server does not start, and says what to do.
func TestCertificatesNeedAFolder(t *testing.T) {
	p := newProcess(t, "tls: {hosts: [ill.library.test]}", nil)
	out, err := exec.Command("lendlink", "--config", p.settings).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "write state_dir into the settings, or set LENDLINK_STATE") {
		t.Errorf("%v\n%s", err, out)
	}
}
