// Package load puts load on a server: closed loop, as much as it takes, by wrk;
// open loop, at a rate that does not wait for answers, by a client of its own.
package load

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed mix.lua
var mix []byte

// Measured is what a run has shown.
type Measured struct {
	Requests int
	Took     time.Duration
	P50, P99 time.Duration // of the time that an answer took
}

// Rate is the requests answered in a second.
func (m Measured) Rate() float64 { return float64(m.Requests) / m.Took.Seconds() }

// connections is how many connections a closed loop keeps busy.
const connections = 16

// Closed asks for the paths over and over, on each connection as soon as the last
// answer is there. Where first is not negative, "{n}" in a path becomes a number,
// counted from there. An answer with an error is an error.
func Closed(ctx context.Context, url string, paths []string, first int, length time.Duration) (Measured, error) {
	dir, err := os.MkdirTemp("", "lendlink-load-")
	if err != nil {
		return Measured{}, err
	}
	defer os.RemoveAll(dir)
	script, list := filepath.Join(dir, "mix.lua"), filepath.Join(dir, "paths")
	if err := errors.Join(os.WriteFile(script, mix, 0o600), os.WriteFile(list, []byte(strings.Join(paths, "\n")+"\n"), 0o600)); err != nil {
		return Measured{}, err
	}
	args := []string{"--threads", "1", "--connections", strconv.Itoa(connections),
		"--duration", fmt.Sprintf("%ds", int(length.Seconds())), "--script", script, url, "--", list}
	if first >= 0 {
		args = append(args, strconv.Itoa(first))
	}
	out, err := exec.CommandContext(ctx, "wrk", args...).CombinedOutput()
	if err != nil {
		return Measured{}, fmt.Errorf("wrk: %w\n%s", err, out)
	}
	return readMeasured(string(out))
}

// readMeasured reads the line that mix.lua writes; its times are in microseconds.
func readMeasured(out string) (Measured, error) {
	for line := range strings.Lines(out) {
		var requests, took, p50, p99, failed int
		if n, _ := fmt.Sscanf(line, "measured %d %d %d %d %d", &requests, &took, &p50, &p99, &failed); n != 5 {
			continue
		}
		if failed > 0 || requests == 0 {
			return Measured{}, fmt.Errorf("%d of %d requests failed", failed, requests)
		}
		us := func(n int) time.Duration { return time.Duration(n) * time.Microsecond }
		return Measured{requests, us(took), us(p50), us(p99)}, nil
	}
	return Measured{}, fmt.Errorf("wrk has measured nothing:\n%s", out)
}
