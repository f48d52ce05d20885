// Package deploy checks the files that operators copy, each with the program that
// reads it where there is one.
package deploy

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lendlink/internal/freeport"
)

// need skips a test where a program is missing, save in CI.
func need(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is missing; .ci/run installs it", program)
		}
		t.Skipf("%s is missing: the file was not checked", program)
	}
}

func succeed(t *testing.T, program string, args ...string) {
	t.Helper()
	need(t, program)
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", program, err, out)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, file, text string) string {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestAlerts(t *testing.T) {
	succeed(t, "promtool", "check", "rules", "prometheus/alerts.yaml")
	succeed(t, "promtool", "test", "rules", "prometheus/alerts_test.yaml")
}

func TestCaddy(t *testing.T) {
	succeed(t, "caddy", "validate", "--adapter", "caddyfile", "--config", "Caddyfile")
}

// Where Lendlink does not answer, Caddy's own log must not say who asked and what for.
func TestCaddyLogsNoPatronData(t *testing.T) {
	need(t, "caddy")
	site := "http://" + freeport.Address(t)
	config := write(t, filepath.Join(t.TempDir(), "Caddyfile"),
		strings.NewReplacer("lb_try_duration 10s", "lb_try_duration 1s", "{\n\t# Without", "{\n\tadmin off\n\t# Without").Replace(read(t, "Caddyfile")))
	var log bytes.Buffer
	caddy := exec.CommandContext(t.Context(), "caddy", "run", "--adapter", "caddyfile", "--config", config)
	caddy.Env = append(os.Environ(), "LENDLINK_SITE="+site, "LENDLINK_UPSTREAM="+freeport.Address(t))
	caddy.Stdout, caddy.Stderr = &log, &log
	if err := caddy.Start(); err != nil {
		t.Fatal(err)
	}
	var answer *http.Response
	for deadline := time.Now().Add(20 * time.Second); answer == nil && time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		answer, _ = http.Get(site + "/demo/openurl?title=Secretly+Wanted")
	}
	_ = caddy.Process.Signal(os.Interrupt)
	_ = caddy.Wait()
	if answer == nil {
		t.Fatalf("Caddy does not answer\n%s", log.String())
	}
	answer.Body.Close()
	if answer.StatusCode < 500 {
		t.Fatalf("Caddy answers %s; want an error of its own\n%s", answer.Status, log.String())
	}
	if strings.Contains(log.String(), "Secretly") || !strings.Contains(log.String(), "serving initial configuration") {
		t.Errorf("Caddy logs\n%s", log.String())
	}
}

// The file is a part of nginx's settings and names certificates that only the
// operator has: the test brings both.
func TestNginx(t *testing.T) {
	need(t, "nginx")
	dir := t.TempDir()
	certificate, key := certificate(t, dir)
	part := write(t, filepath.Join(dir, "lendlink.conf"), strings.NewReplacer(
		"/etc/ssl/lendlink/fullchain.pem", certificate,
		"/etc/ssl/lendlink/privkey.pem", key,
		"/var/log/nginx", dir,
	).Replace(read(t, "nginx.conf")))
	all := write(t, filepath.Join(dir, "nginx.conf"),
		fmt.Sprintf("pid %s/pid;\nevents {}\nhttp { include %s; }\n", dir, part))
	succeed(t, "nginx", "-t", "-q", "-e", filepath.Join(dir, "error.log"), "-c", all)
}

// certificate writes a self-signed certificate.
func certificate(t *testing.T, dir string) (certificate, key string) {
	t.Helper()
	s := httptest.NewTLSServer(nil)
	defer s.Close()
	own := s.TLS.Certificates[0]
	der, err := x509.MarshalPKCS8PrivateKey(own.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	block := func(name, kind string, bytes []byte) string {
		return write(t, filepath.Join(dir, name), string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes})))
	}
	return block("certificate.pem", "CERTIFICATE", own.Certificate[0]), block("key.pem", "PRIVATE KEY", der)
}

// The unit names a binary that need not be here: the test names one that is.
func TestUnits(t *testing.T) {
	need(t, "systemd-analyze")
	dir := t.TempDir()
	service := write(t, filepath.Join(dir, "lendlink.service"),
		strings.ReplaceAll(read(t, "lendlink.service"), "/usr/local/bin/lendlink", "/bin/true"))
	socket := write(t, filepath.Join(dir, "lendlink.socket"), read(t, "lendlink.socket"))
	secure := write(t, filepath.Join(dir, "lendlink-tls.socket"), read(t, "lendlink-tls.socket"))
	succeed(t, "systemd-analyze", "verify", "--man=no", "--recursive-errors=no", service, socket, secure)
	// 0 is a service that can do nothing, 10 (in tenths, 100) one that can do all.
	succeed(t, "systemd-analyze", "security", "--offline=true", "--threshold=15", service)
}
