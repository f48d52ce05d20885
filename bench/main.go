// Command bench measures how fast Lendlink is, compared with a plain Echo server on the
// same machine in the same minutes. See README.md.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

// The cores of the servers and of the load.
const serverCore, loadCore = 0, 1

// pinned is set in the environment of a bench that runs on the load's core.
const pinned = "LENDLINK_BENCH_PINNED"

// plan is how much is measured.
type plan struct {
	rounds   int           // each server's turns
	turn     time.Duration // of closed loop
	openTurn time.Duration
	distinct int // links that never come twice
	starts   int
}

func main() {
	short := flag.Bool("short", false, "measure for one minute, not four")
	flag.Parse()
	p := plan{rounds: 7, turn: 4 * time.Second, openTurn: 6 * time.Second, distinct: 1_000_000, starts: 11}
	if *short {
		p = plan{rounds: 3, turn: 2 * time.Second, openTurn: 4 * time.Second, distinct: 200_000, starts: 5}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, p, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, p plan, out io.Writer) error {
	if err := pin(); err != nil {
		return err
	}
	s, err := start(ctx, p)
	if err != nil {
		return err
	}
	defer s.stop()
	seen, err := s.measure(ctx, p, out)
	if err != nil {
		return err
	}
	return seen.report(out)
}

// pin restarts this program on the load's core, unless it runs there.
func pin() error {
	if os.Getenv(pinned) != "" {
		return nil
	}
	taskset, err := exec.LookPath("taskset")
	if err != nil {
		return fmt.Errorf("%w (see bench/README.md)", err)
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	args := append([]string{taskset, "--cpu-list", strconv.Itoa(loadCore), self}, os.Args[1:]...)
	return syscall.Exec(taskset, args, append(os.Environ(), pinned+"=1"))
}
