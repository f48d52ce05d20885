package main

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net"

	"golang.org/x/sync/errgroup"

	"lendlink/resolver/library"
	"lendlink/resolver/web"
	"lendlink/resolver/web/certs"
)

// front is what patrons reach: one listener, or one for https and one that redirects to it.
type front struct {
	listeners []net.Listener
	hosts     []string       // with certificates of our own
	certs     *certs.Manager // nil for plain HTTP
}

// openFront opens the listeners.
func openFront(from setup, settings *library.Settings, log *slog.Logger) (*front, error) {
	address := cmp.Or(from.listen(), settings.Listen)
	t := settings.TLS
	if t == nil {
		listeners, err := inheritedOr(address)
		return &front{listeners: listeners}, err
	}
	state := stateDir(settings)
	if state == "" {
		return nil, errors.New("tls needs a folder to keep its keys in: write state_dir into the settings, or set " + stateVariable)
	}
	addresses := []string{address}
	if t.RedirectListen != "" {
		addresses = append(addresses, t.RedirectListen)
	}
	listeners, err := inheritedOr(addresses...)
	if err != nil {
		return nil, err
	}
	config := certs.Config{Hosts: t.Hosts, Email: t.Email, Directory: t.Directory, Folder: certs.Folder(state), Log: log}
	if a := t.ExternalAccount; a != nil {
		config.KeyID, config.MACKey = a.KeyID, a.MACKey
	}
	var plain net.Addr
	if len(listeners) > 1 {
		plain = listeners[1].Addr()
	}
	return &front{listeners, t.Hosts, certs.New(config, listeners[0].Addr(), plain)}, nil
}

// close closes the listeners that serve has not.
func (f *front) close() { closeAll(f.listeners) }

// serve lets a server answer until ctx is done and the requests under way are answered.
// Certificates are renewed until background is done.
func (f *front) serve(ctx, background context.Context, server *web.Server) error {
	if f.certs == nil {
		return server.Serve(ctx, f.listeners[0])
	}
	background, stop := context.WithCancel(background)
	defer f.certs.Stop()
	defer stop()
	f.certs.Start(background)
	both, ctx := errgroup.WithContext(ctx)
	both.Go(func() error { return server.ServeTLS(ctx, f.listeners[0], f.certs.TLSConfig()) })
	if len(f.listeners) > 1 {
		both.Go(func() error { return server.ServePlain(ctx, f.listeners[1], f.certs.Plain(f.listeners[0].Addr())) })
	}
	return both.Wait()
}

// home is the address to open in a browser.
func (f *front) home() string {
	listening := f.listeners[0].Addr()
	if f.certs == nil {
		return homeAddress(listening)
	}
	return "https://" + certs.HostPort(f.hosts[0], listening.(*net.TCPAddr).Port) + "/"
}
