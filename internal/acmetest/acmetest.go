// Package acmetest runs Pebble, Let's Encrypt's authority for tests, on this machine. All
// host names lead to 127.0.0.1 for it.
package acmetest

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"lendlink/internal/freeport"
)

// Authority is a Pebble.
type Authority struct {
	Directory string         // its address
	Roots     *x509.CertPool // whom its own certificate comes from
	RootsFile string         // the same as a file, for SSL_CERT_FILE

	program, config, dns string
	server               *exec.Cmd
	log                  lockedBuffer
}

// Options are what differs between authorities.
type Options struct {
	HTTP, TLS int           // the ports at which it looks for what it asks for
	Validity  time.Duration // of certificates; 0 for 90 days
	MACKeys   map[string]string
}

// New starts an authority. Without Pebble the test is skipped, save in CI.
func New(t *testing.T, o Options) *Authority {
	t.Helper()
	dir := t.TempDir()
	a := &Authority{program: tool(t, "pebble"), dns: startDNS(t)}
	address := freeport.Address(t)
	a.Directory = "https://" + address + "/dir"
	certificate, key := a.ownCertificate(t, dir)
	a.config = filepath.Join(dir, "pebble.json")
	if o.Validity == 0 {
		o.Validity = 90 * 24 * time.Hour
	}
	config, err := json.Marshal(map[string]any{"pebble": map[string]any{
		"listenAddress": address, "certificate": certificate, "privateKey": key,
		"httpPort": o.HTTP, "tlsPort": o.TLS, "keyAlgorithm": "ecdsa",
		"retryAfter":                     map[string]int{"authz": 1, "order": 1},
		"externalAccountBindingRequired": o.MACKeys != nil, "externalAccountMACKeys": o.MACKeys,
		"profiles": map[string]any{"default": map[string]any{"description": "for tests", "validityPeriod": int(o.Validity.Seconds())}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(a.config, config, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.Stop)
	a.Start(t)
	return a
}

// Start starts the authority again after Stop. It has lost all accounts.
func (a *Authority) Start(t *testing.T) {
	t.Helper()
	a.server = exec.Command(a.program, "-config", a.config, "-dnsserver", a.dns)
	a.server.Env = append(os.Environ(), "PEBBLE_VA_NOSLEEP=1", "PEBBLE_WFE_NONCEREJECT=0")
	a.server.Stdout, a.server.Stderr = &a.log, &a.log
	if err := a.server.Start(); err != nil {
		t.Fatal(err)
	}
	client := http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: a.Roots}, DisableKeepAlives: true}}
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		response, err := client.Get(a.Directory)
		if err == nil {
			response.Body.Close()
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("Pebble does not answer: %v\n%s", err, a.log.String())
		}
	}
}

// Stop ends the authority.
func (a *Authority) Stop() {
	if a.server == nil {
		return
	}
	_ = a.server.Process.Kill()
	_ = a.server.Wait()
	a.server = nil
}

// Orders returns how many certificates were ordered.
func (a *Authority) Orders() int { return strings.Count(a.log.String(), "Added order") }

// Log returns what the authority logged.
func (a *Authority) Log() string { return a.log.String() }

// ownCertificate writes what the authority itself is known by.
func (a *Authority) ownCertificate(t *testing.T, dir string) (certificate, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, der []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	certificate, key = write("authority.pem", "CERTIFICATE", der), write("authority.key", "PRIVATE KEY", pkcs8)
	a.RootsFile, a.Roots = certificate, x509.NewCertPool()
	own, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	a.Roots.AddCert(own)
	return certificate, key
}

// startDNS starts a server of names, and returns its address.
func startDNS(t *testing.T) string {
	t.Helper()
	address := freeport.Address(t)
	server := exec.Command(tool(t, "pebble-challtestsrv"), "-dnsserver", address, "-defaultIPv6", "",
		"-http01", "", "-https01", "", "-doh", "", "-tlsalpn01", "", "-management", "127.0.0.1:0")
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		conn, err := net.Dial("tcp", address) // it answers by TCP too
		if err == nil {
			conn.Close()
			return address
		}
		if time.Now().After(deadline) {
			t.Fatalf("the server of names does not answer: %v", err)
		}
	}
}

var building sync.Mutex

// tool returns the path of one of Pebble's programs, which Go builds where it has not yet.
func tool(t *testing.T, name string) string {
	t.Helper()
	building.Lock()
	defer building.Unlock()
	_, here, _, _ := runtime.Caller(0)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	build := exec.CommandContext(ctx, "go", "tool", "-n", name)
	build.Dir = filepath.Join(filepath.Dir(here), "pebble")
	out, err := build.Output()
	if err == nil {
		return strings.TrimSpace(string(out))
	}
	reason := fmt.Sprintf("Pebble cannot be built: %v", err)
	if os.Getenv("CI") != "" {
		t.Fatal(reason)
	}
	t.Skip(reason)
	return ""
}

// lockedBuffer is a buffer that is read while it is written.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
