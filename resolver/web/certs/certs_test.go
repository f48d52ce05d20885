package certs_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"lendlink/internal/acmetest"
	"lendlink/resolver/web/certs"
)

// site is a server with certificates of its own.
type site struct {
	t            *testing.T
	host         string
	https, plain net.Listener
	folder       string
	log          bytes.Buffer
	logMu        sync.Mutex
}

// newSite listens on two ports, which outlive each run as systemd's sockets do.
func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{t: t, folder: t.TempDir(), host: strings.ToLower(t.Name()) + ".library.test"} // certmagic keeps some things by host
	for _, l := range []*net.Listener{&s.https, &s.plain} {
		var err error
		if *l, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { (*l).Close() })
	}
	return s
}

func (s *site) Write(b []byte) (int, error) {
	s.logMu.Lock()
	defer s.logMu.Unlock()
	return s.log.Write(b)
}

func (s *site) logged() string {
	s.logMu.Lock()
	defer s.logMu.Unlock()
	return s.log.String()
}

func port(l net.Listener) int { return l.Addr().(*net.TCPAddr).Port }

// options are those of an authority that asks this site.
func (s *site) options() acmetest.Options {
	return acmetest.Options{HTTP: port(s.plain), TLS: port(s.https)}
}

// run starts a manager and its listeners, until stop is called.
func (s *site) run(c certs.Config) (m *certs.Manager, stop func()) {
	s.t.Helper()
	c.Hosts, c.Folder, c.Log = []string{s.host}, s.folder, slog.New(slog.NewTextHandler(s, nil))
	m = certs.New(c, s.https.Addr(), s.plain.Addr())
	ctx, cancel := context.WithCancel(s.t.Context())
	secure := &http.Server{Handler: http.NotFoundHandler(), TLSConfig: m.TLSConfig(), ErrorLog: slog.NewLogLogger(slog.DiscardHandler, 0)}
	plain := &http.Server{Handler: m.Plain(s.https.Addr())}
	go secure.ServeTLS(s.again(s.https), "", "")
	go plain.Serve(s.again(s.plain))
	m.Start(ctx)
	var once sync.Once
	stop = func() {
		once.Do(func() {
			cancel()
			secure.Close()
			plain.Close()
			m.Stop()
		})
	}
	s.t.Cleanup(stop)
	return m, stop
}

// again returns a listener on the same socket, which closes for itself.
func (s *site) again(l net.Listener) net.Listener {
	s.t.Helper()
	socket, err := l.(*net.TCPListener).File()
	if err != nil {
		s.t.Fatal(err)
	}
	defer socket.Close()
	own, err := net.FileListener(socket)
	if err != nil {
		s.t.Fatal(err)
	}
	return own
}

// serial returns the number of the certificate that is served, "" for none.
func (s *site) serial() string {
	dialer := net.Dialer{Timeout: 10 * time.Second}
	c, err := tls.DialWithDialer(&dialer, "tcp", s.https.Addr().String(), &tls.Config{ServerName: s.host, InsecureSkipVerify: true})
	if err != nil {
		return ""
	}
	defer c.Close()
	return c.ConnectionState().PeerCertificates[0].SerialNumber.String()
}

// eventually waits until something is so.
func (s *site) eventually(what string, is func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(time.Minute); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			s.t.Fatalf("it is never so that %s\n%s", what, s.logged())
		}
	}
}

func TestIssueAndRestart(t *testing.T) {
	s := newSite(t)
	a := acmetest.New(t, s.options())
	c := certs.Config{Directory: a.Directory, Roots: a.Roots, Email: "systems@library.test"}
	m, stop := s.run(c)
	s.eventually("there is a certificate", func() bool { return s.serial() != "" })
	first := s.serial()
	if now := m.Certificates(); time.Until(now.Expiry[s.host]) < 80*24*time.Hour || now.Failures != 0 {
		t.Errorf("the metrics say %+v", now)
	}
	stop()
	_, stop = s.run(c)
	if got := s.serial(); got != first {
		t.Errorf("after a restart the certificate is %q, want %q", got, first)
	}
	stop()
	a.Stop()
	s.run(c)
	if got := s.serial(); got != first {
		t.Errorf("without the authority the certificate is %q, want %q", got, first)
	}
	if n := a.Orders(); n != 1 {
		t.Errorf("%d certificates were ordered, want 1", n)
	}
	s.keysAreOurs()
}

// keysAreOurs checks that no other user can read what is stored.
func (s *site) keysAreOurs() {
	s.t.Helper()
	files := 0
	err := filepath.WalkDir(s.folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			s.t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil || files == 0 {
		s.t.Errorf("%d files are kept: %v", files, err)
	}
}

func TestRenew(t *testing.T) {
	s := newSite(t)
	o := s.options()
	o.Validity = 6 * time.Second
	a := acmetest.New(t, o)
	s.run(certs.Config{Directory: a.Directory, Roots: a.Roots, Interval: 100 * time.Millisecond})
	s.eventually("there is a certificate", func() bool { return s.serial() != "" })
	first := s.serial()
	s.eventually("it is renewed", func() bool { now := s.serial(); return now != "" && now != first })
}

// What expired while no server ran is renewed at the start, not at the next check.
func TestRenewAtTheStart(t *testing.T) {
	s := newSite(t)
	o := s.options()
	o.Validity = 2 * time.Second
	a := acmetest.New(t, o)
	c := certs.Config{Directory: a.Directory, Roots: a.Roots, Interval: time.Hour}
	_, stop := s.run(c)
	s.eventually("there is a certificate", func() bool { return s.serial() != "" })
	stop()
	first := s.leafOnDisk()
	s.eventually("it expires", func() bool { return time.Now().After(first.NotAfter) })
	s.run(c)
	s.eventually("it is renewed", func() bool { now := s.serial(); return now != "" && now != first.SerialNumber.String() })
}

func TestUnreachableAuthority(t *testing.T) {
	s := newSite(t)
	a := acmetest.New(t, s.options())
	a.Stop()
	m, stop := s.run(certs.Config{Directory: a.Directory, Roots: a.Roots})
	s.eventually("the failure is counted and logged", func() bool {
		return m.Certificates().Failures > 0 && strings.Contains(s.logged(), "level=ERROR")
	})
	if got := s.serial(); got != "" {
		t.Errorf("there is a certificate %q", got)
	}
	if !m.Certificates().Expiry[s.host].IsZero() {
		t.Error("the metrics know of a certificate")
	}
	stop() // does not wait for the authority
}

func TestDamagedCertificateIsReplaced(t *testing.T) {
	s := newSite(t)
	a := acmetest.New(t, s.options())
	c := certs.Config{Directory: a.Directory, Roots: a.Roots}
	_, stop := s.run(c)
	s.eventually("there is a certificate", func() bool { return s.serial() != "" })
	stop()
	if err := os.WriteFile(s.onDisk(".crt"), []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.run(c)
	s.eventually("there is another", func() bool { return s.serial() != "" })
	if !strings.Contains(s.logged(), "a damaged certificate is replaced") {
		t.Errorf("the log does not say so:\n%s", s.logged())
	}
}

func TestExternalAccount(t *testing.T) {
	s := newSite(t)
	o := s.options()
	o.MACKeys = map[string]string{"kid-1": "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W"}
	a := acmetest.New(t, o)
	s.run(certs.Config{Directory: a.Directory, Roots: a.Roots, KeyID: "kid-1", MACKey: o.MACKeys["kid-1"]})
	s.eventually("there is a certificate", func() bool { return s.serial() != "" })
}

// onDisk returns the path of the one file that is kept with this ending.
func (s *site) onDisk(ending string) string {
	s.t.Helper()
	var found string
	err := filepath.WalkDir(s.folder, func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ending) {
			found = path
		}
		return err
	})
	if err != nil || found == "" {
		s.t.Fatal(errors.Join(err, errors.New("nothing is kept")))
	}
	return found
}

func (s *site) leafOnDisk() *x509.Certificate {
	s.t.Helper()
	text, err := os.ReadFile(s.onDisk(".crt"))
	if err != nil {
		s.t.Fatal(err)
	}
	block, _ := pem.Decode(text)
	leaf, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		s.t.Fatal(err)
	}
	return leaf
}
