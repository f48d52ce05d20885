package main

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"lendlink/resolver/web"
	"lendlink/resolver/web/metrics"
)

func serveCommand() *cobra.Command {
	var from setup
	c := &cobra.Command{
		Use:   "serve [OPTIONS]",
		Short: "Start the web app",
		Long: `Without a settings file it serves a demo library, whose patrons get a practice
form. The address to open is logged at the start. Ctrl+C or SIGTERM stops it, once
the requests under way are answered. SIGHUP, or a change to the settings file, makes
it read its settings again. Errors in them are logged, and the old ones stay in use.
`,
	}
	from.configFlag(c)
	from.listenFlag(c)
	format := c.Flags().String("log", "", "the `FORMAT` of the log: text or json (default: "+logVariable+", or else text)")
	_ = c.RegisterFlagCompletionFunc("log", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	c.RunE = func(c *cobra.Command, _ []string) error {
		limitHeap()
		log, lines, err := startLog(c.ErrOrStderr(), cmp.Or(*format, os.Getenv(logVariable)))
		if err != nil {
			return err
		}
		defer lines.Close()
		return listenAndServe(c.Context(), from, log, lines.Lost)
	}
	return c
}

// listenAndServe runs the server, and the admin listener if the settings name one,
// until it is stopped. A second signal stops it at once.
func listenAndServe(ctx context.Context, from setup, log *slog.Logger, linesLost func() int64) error {
	reloads := make(chan os.Signal, 1)
	signal.Notify(reloads, syscall.SIGHUP) // first of all: a server that is starting must not die of it
	defer signal.Stop(reloads)
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	live, err := from.follow()
	if err != nil {
		return err
	}
	settings := live.Settings()
	warnAbout(settings, log)
	count := metrics.New(built(), runtime.Version())
	count.CountLostLines(linesLost)
	count.Loaded(len(settings.Libraries), time.Now())
	asks := &lookups{observer: count.Lookups()}
	defer asks.close()
	if err := asks.follow(lookupConfigOf(settings)); err != nil {
		return err
	}
	kept := newKeeper(stateDir(settings), live.Settings, count, log)
	server, err := web.New(web.Config{Settings: live.Settings, Now: time.Now, Log: log, Metrics: count, Lookup: asks.service.Load,
		Statistics: kept})
	if err != nil {
		return err
	}
	front, err := openFront(from, settings, log)
	if err != nil {
		return err
	}
	defer front.close()
	if front.certs != nil {
		count.CountCertificates(front.certs.Certificates)
	}
	// What runs besides the server lives until the last request is answered.
	background, stopBackground := context.WithCancel(context.WithoutCancel(ctx))
	defer stopBackground()
	var all errgroup.Group
	if settings.AdminListen != "" {
		admin, err := listen(settings.AdminListen, "admin_listen: 127.0.0.1:9091")
		if err != nil {
			return err
		}
		log.Info("metrics are at http://" + admin.Addr().String() + "/metrics")
		all.Go(func() error { return server.ServeAdmin(background, admin) })
	}
	all.Go(func() error { kept.Run(background, time.Now); return nil })
	if l := openSocket(stateDir(settings), log); l != nil {
		all.Go(func() error { return l.Serve(background, kept) })
	}
	all.Go(func() error { watchSettings(background, reloads, live, asks, count, log); return nil })
	log.Info("Lendlink is ready: open "+front.home(), "libraries", len(settings.Libraries), "version", built())
	all.Go(func() error {
		defer stopBackground()
		return front.serve(ctx, background, server)
	})
	if err := all.Wait(); err != nil {
		return err
	}
	log.Info("Lendlink has stopped")
	return nil
}

// startLog makes a log whose reader cannot stop the server: neither by not reading nor
// by going away.
func startLog(w io.Writer, format string) (*slog.Logger, *bufferedLog, error) {
	if _, err := newLog(io.Discard, format); err != nil {
		return nil, nil, err
	}
	signal.Ignore(syscall.SIGPIPE) // else a write to a reader that is gone ends the process
	lines := newBufferedLog(w, func(lost int64) []byte {
		var line bytes.Buffer
		if log, err := newLog(&line, format); err == nil {
			log.Warn("log lines were lost: the log could not be written", "lines", lost)
		}
		return line.Bytes()
	})
	log, err := newLog(lines, format)
	return log, lines, err
}

// newLog makes the log: lines for people, or JSON for programs.
func newLog(w io.Writer, format string) (*slog.Logger, error) {
	switch format {
	case "", "text":
		return slog.New(slog.NewTextHandler(w, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil)), nil
	}
	return nil, usagef("the log format must be text or json, not %q", format)
}
