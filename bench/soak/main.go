// Command soak puts mixed good, bad and hostile load on a server whose settings
// change every second, and watches that each answer is as it must be and that
// neither memory nor goroutines grow. It talks to this machine alone.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"golang.org/x/time/rate"

	"lendlink/bench/links"
	"lendlink/bench/server"
	"lendlink/internal/freeport"
)

func main() {
	length := flag.Duration("for", 10*time.Minute, "how `LONG` the load lasts, at least 10s")
	perSecond := flag.Int("rate", 1000, "at most so `MANY` requests a second")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, max(*length, 10*time.Second), *perSecond, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(1)
	}
}

// workers is how many clients ask at once.
const workers = 12

func run(ctx context.Context, length time.Duration, perSecond int, out io.Writer) (err error) {
	dir, err := os.MkdirTemp("", "lendlink-soak-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := start(ctx, dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Stop()) }()
	all, err := links.Read(links.Folder)
	if err != nil {
		return err
	}
	known, err := fetchAnswers(s.address, all)
	if err != nil {
		return err
	}

	found := &findings{}
	watch := &watch{server: s.Server, admin: s.admin}
	if err := watch.begin(); err != nil {
		return err
	}
	load, end := context.WithTimeout(ctx, length)
	defer end()
	crowded, dispersed := context.WithTimeout(load, length/4)
	defer dispersed()
	limit := rate.NewLimiter(rate.Limit(perSecond), workers)
	var working sync.WaitGroup
	for n := range workers {
		working.Go(func() { newWorker(s.address, known, found, int64(n)).work(load, limit) })
	}
	working.Go(func() { s.changeSettings(load, known, found) })
	working.Go(func() { s.sendCrowds(crowded, known, found) })
	working.Go(func() { watch.look(load) })
	working.Wait()
	if ctx.Err() != nil {
		return errors.New("interrupted")
	}
	return errors.Join(found.report(out), watch.report(out))
}

// subject is the server under load.
type subject struct {
	*server.Server
	address, admin string
	settings       string // its file
}

func start(ctx context.Context, dir string) (*subject, error) {
	binary, err := server.Build(ctx, dir, "./cmd/lendlink")
	if err != nil {
		return nil, err
	}
	s := &subject{settings: filepath.Join(dir, "lendlink.yaml")}
	if s.address, err = freeport.Find(); err != nil {
		return nil, err
	}
	if s.admin, err = freeport.Find(); err != nil {
		return nil, err
	}
	if err := s.write(goodSettings(s.admin, forms[0])); err != nil {
		return nil, err
	}
	s.Server, err = server.Start(ctx, server.AnyCore, s.address, io.Discard, binary,
		"--config", s.settings, "--listen", s.address, "--log", "json")
	return s, err
}
