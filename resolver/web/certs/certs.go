// Package certs gets certificates from an authority that speaks ACME (RFC 8555), keeps
// them on disk, renews them in time, and answers on the port for plain HTTP: what the
// authority asks for there, and a redirect to https for everybody else.
//
// It is a thin layer over certmagic. An authority that does not answer stops nothing: a
// certificate that is there stays in use, and one that is missing is asked for again and
// again. It knows nothing of Echo.
//
// It imports nothing of Lendlink.
package certs

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/caddyserver/certmagic"
	"github.com/mholt/acmez/v3/acme"
	"go.uber.org/zap"
)

// Config is what a Manager needs to know.
type Config struct {
	Hosts         []string // to get certificates for, in lower case
	Email         string   // where the authority reaches the operator; "" for nowhere
	Directory     string   // the authority's address; "" for Let's Encrypt
	KeyID, MACKey string   // of an account with the authority; "" where it asks for none
	Folder        string   // where keys and certificates are kept
	Log           *slog.Logger

	Roots    *x509.CertPool // whom the authority's own certificate may come from; nil for the system's
	Interval time.Duration  // between two looks at what is to be renewed; 0 for certmagic's own
}

// Manager gets and renews certificates from Start to Stop.
type Manager struct {
	hosts    []string
	log      *slog.Logger
	storage  *certmagic.FileStorage
	cache    *certmagic.Cache
	magic    *certmagic.Config
	issuer   *certmagic.ACMEIssuer
	failures atomic.Int64
}

// New returns a Manager for a server that listens on the address of https, and redirects
// from the address of plain, which is nil where it does not. Both are listened on already.
func New(c Config, https, plain net.Addr) *Manager {
	certmagic.UserAgent = "lendlink"
	logger := zap.New(toSlog{log: c.Log})
	m := &Manager{hosts: c.Hosts, log: c.Log, storage: &certmagic.FileStorage{Path: c.Folder}}
	m.cache = certmagic.NewCache(certmagic.CacheOptions{
		GetConfigForCert:   func(certmagic.Certificate) (*certmagic.Config, error) { return m.magic, nil },
		RenewCheckInterval: c.Interval,
		Logger:             logger,
	})
	m.magic = certmagic.New(m.cache, certmagic.Config{
		Storage:           m.storage,
		Logger:            logger,
		OnEvent:           m.note,
		DefaultServerName: c.Hosts[0], // for clients that name none
	})
	template := certmagic.ACMEIssuer{
		CA: c.Directory, Email: c.Email, Agreed: true, Logger: logger, TrustedRoots: c.Roots,
	}
	if c.KeyID != "" {
		template.ExternalAccount = &acme.EAB{KeyID: c.KeyID, MACKey: c.MACKey}
	}
	listenOn(&template, https, plain)
	m.issuer = certmagic.NewACMEIssuer(m.magic, template)
	m.magic.Issuers = []certmagic.Issuer{m.issuer}
	return m
}

// listenOn sets where an issuer knows the server listens. What answers the authority are the
// server's own listeners; certmagic opens one only where it finds none at the address.
func listenOn(i *certmagic.ACMEIssuer, https, plain net.Addr) {
	host, port := split(https)
	i.ListenHost, i.AltTLSALPNPort = host, port
	if plain == nil {
		i.DisableHTTPChallenge = true
		return
	}
	i.ListenHost, i.AltHTTPPort = split(plain)
	i.DisableTLSALPNChallenge = host != i.ListenHost // it has one host for both
}

func split(a net.Addr) (host string, port int) {
	host, digits, _ := net.SplitHostPort(a.String())
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = ""
	}
	port, _ = strconv.Atoi(digits)
	return host, port
}

// loading is how long Start waits for what is on disk. It can include a question to the
// authority, whether a certificate was revoked.
const loading = 5 * time.Second

// Start loads the certificates that are on disk, and begins to get and renew the others
// until ctx is done.
func (m *Manager) Start(ctx context.Context) {
	loaded := make(chan struct{})
	go func() {
		for _, host := range m.hosts {
			m.load(ctx, host)
		}
		close(loaded)
		if err := m.magic.ManageAsync(ctx, m.hosts); err != nil {
			m.log.Error("certificates", "problem", err.Error())
		}
		_ = m.cache.RenewManagedCertificates(ctx) // what has expired meanwhile, at once; it logs its errors
	}()
	select {
	case <-loaded:
	case <-time.After(loading):
	}
}

// load loads a host's certificate. A damaged one is removed and requested again.
func (m *Manager) load(ctx context.Context, host string) {
	_, err := m.magic.CacheManagedCertificate(ctx, host)
	switch {
	case err == nil, errors.Is(err, fs.ErrNotExist), ctx.Err() != nil:
	case errors.Is(err, fs.ErrPermission):
		m.log.Error("cannot read a certificate; see who owns state_dir", "host", host, "problem", err.Error())
	default:
		m.log.Error("a damaged certificate is replaced", "host", host, "problem", err.Error())
		site := certmagic.StorageKeys.CertsSitePrefix(m.issuer.IssuerKey(), host)
		if err := m.storage.Delete(ctx, site); err != nil {
			m.log.Error("cannot remove a damaged certificate", "host", host, "problem", err.Error())
		}
	}
}

// stopping is how long Stop waits for certmagic, which may be waiting for the authority.
const stopping = time.Second

// Stop ends what Start began. The context of Start is done by then.
func (m *Manager) Stop() {
	stopped := make(chan struct{})
	go func() { m.cache.Stop(); close(stopped) }()
	select {
	case <-stopped:
	case <-time.After(stopping):
	}
	certmagic.CleanUpOwnLocks(context.Background(), zap.NewNop()) // another server may go on at once
}

// TLSConfig returns how the server speaks TLS: with HTTP/2 where the client can, and with
// what the authority tests on the same port (TLS-ALPN-01).
func (m *Manager) TLSConfig() *tls.Config {
	c := m.magic.TLSConfig()
	c.NextProtos = append([]string{"h2", "http/1.1"}, c.NextProtos...)
	c.MinVersion = tls.VersionTLS12
	return c
}

// Certificates are the numbers at one moment.
type Certificates struct {
	Expiry   map[string]time.Time // by host; the zero time where there is no certificate
	Failures int64                // attempts to get one that failed, since the start
}

// Certificates returns the current numbers.
func (m *Manager) Certificates() Certificates {
	c := Certificates{Expiry: map[string]time.Time{}, Failures: m.failures.Load()}
	for _, host := range m.hosts {
		var last time.Time
		for _, cert := range m.cache.AllMatchingCertificates(host) {
			if cert.Leaf != nil && cert.Leaf.NotAfter.After(last) {
				last = cert.Leaf.NotAfter
			}
		}
		c.Expiry[host] = last
	}
	return c
}

// note counts the results of attempts. certmagic logs why one failed.
func (m *Manager) note(_ context.Context, event string, data map[string]any) error {
	switch event {
	case "cert_obtained":
		m.log.Info("a certificate was obtained", "host", fmt.Sprint(data["identifier"]))
	case "cert_failed":
		m.failures.Add(1)
	}
	return nil
}

// Folder returns where certificates are kept below the folder of what outlives the process.
func Folder(stateDir string) string { return filepath.Join(stateDir, "certificates") }
