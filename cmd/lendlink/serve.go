package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"lendlink/resolver/library"
	"lendlink/resolver/web"
	"lendlink/resolver/web/metrics"
)

func serve() command {
	return command{
		name: "serve", args: "[OPTIONS]",
		brief: "Starts the web app",
		text: `Without a settings file it serves a demo library, whose patrons get a practice
form. The address to open is told at the start. Ctrl+C or SIGTERM stops it, once
the requests under way are answered.
`,
		define: func(flags *flag.FlagSet) action {
			var from setup
			from.configFlag(flags)
			from.listenFlag(flags)
			format := flags.String("log", os.Getenv(logVariable),
				"how to write the log, a `FORMAT`: text or json; left out: "+logVariable+", or else text")
			return func(ctx context.Context, args []string, std streams) error {
				if err := onlyFlags(args); err != nil {
					return err
				}
				log, err := newLog(std.err, *format)
				if err != nil {
					return err
				}
				settings, listen, err := from.load()
				if err != nil {
					return err
				}
				return listenAndServe(ctx, settings, listen, log)
			}
		},
	}
}

// listenAndServe runs the server, and the admin listener if the settings name one,
// until it is told to stop. A second signal stops it at once.
func listenAndServe(ctx context.Context, settings *library.Settings, address string, log *slog.Logger) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	count := metrics.New(built(), runtime.Version())
	count.Loaded(len(settings.Libraries), time.Now())
	server, err := web.New(web.Config{
		Settings: func() *library.Settings { return settings },
		Now:      time.Now,
		Log:      log,
		Metrics:  count,
	})
	if err != nil {
		return err
	}
	listener, err := listen(address, "--listen :8081")
	if err != nil {
		return err
	}
	defer listener.Close()
	// The admin listener lives until the last request is answered.
	adminContext, stopAdmin := context.WithCancel(context.WithoutCancel(ctx))
	defer stopAdmin()
	var serving errgroup.Group
	if settings.AdminListen != "" {
		admin, err := listen(settings.AdminListen, "127.0.0.1:9091")
		if err != nil {
			return err
		}
		serving.Go(func() error { return server.ServeAdmin(adminContext, admin) })
		log.Info("metrics are at http://" + admin.Addr().String() + "/metrics")
	}
	log.Info("Lendlink is ready: open "+homeAddress(listener.Addr()), "libraries", len(settings.Libraries), "version", built())
	serving.Go(func() error {
		defer stopAdmin()
		return server.Serve(ctx, listener)
	})
	if err := serving.Wait(); err != nil {
		return err
	}
	log.Info("Lendlink has stopped")
	return nil
}

// listen opens an address. Instead is what to write when another program has it.
func listen(address, instead string) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("another program listens on %s already; choose another address, such as %s", address, instead)
	}
	return l, err
}

// newLog makes the log: lines for people, or JSON for programs.
func newLog(w io.Writer, format string) (*slog.Logger, error) {
	switch format {
	case "", "text":
		return slog.New(slog.NewTextHandler(w, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil)), nil
	}
	return nil, &usageError{err: fmt.Errorf("there is no log format %q; write text or json", format)}
}

// homeAddress is the address to open in a browser on this machine.
func homeAddress(listening net.Addr) string {
	at, err := netip.ParseAddrPort(listening.String())
	if err != nil || !at.Addr().IsUnspecified() {
		return "http://" + listening.String() + "/"
	}
	return fmt.Sprintf("http://localhost:%d/", at.Port())
}
