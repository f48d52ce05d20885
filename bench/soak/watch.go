package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"lendlink/bench/server"
)

// watch looks at the server's memory and goroutines.
type watch struct {
	server     *server.Server
	admin      string
	idle       int     // goroutines before the load
	memory     []int64 // each second
	goroutines []int
	err        error
}

// What may be left when the load is gone, and by how much memory may grow from
// the second quarter of the time to the last.
const (
	spareGoroutines = 5
	growth          = 1.25
	maxMemory       = 200 << 20
	timeoutAfter    = 15 * time.Second // longer than a half request is waited for
)

func (w *watch) begin() (err error) {
	w.idle, err = w.countGoroutines()
	return err
}

func (w *watch) look(ctx context.Context) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		memory, _, err := w.server.Memory()
		goroutines, err2 := w.countGoroutines()
		if err := errors.Join(err, err2); err != nil {
			w.err = err
			return
		}
		w.memory, w.goroutines = append(w.memory, memory), append(w.goroutines, goroutines)
	}
}

// countGoroutines asks the admin listener.
func (w *watch) countGoroutines() (int, error) {
	client := http.Client{Timeout: stepTimeout, Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Get("http://" + w.admin + "/metrics")
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		var n int
		if found, _ := fmt.Sscanf(line, "go_goroutines %d", &n); found == 1 {
			return n, nil
		}
	}
	return 0, errors.New("the metrics count no goroutines")
}

// report prints how memory and goroutines developed, once there is no load.
func (w *watch) report(out io.Writer) error {
	if w.err != nil {
		return w.err
	}
	left, err := w.countGoroutines()
	for quiet := time.Now().Add(timeoutAfter); err == nil && left > w.idle+spareGoroutines && time.Now().Before(quiet); {
		time.Sleep(time.Second)
		left, err = w.countGoroutines()
	}
	if err != nil {
		return err
	}
	n := len(w.memory)
	early, late := slices.Max(w.memory[n/4:n/2]), slices.Max(w.memory[n*3/4:])
	fmt.Fprintf(out, "memory: at most %.1f MB in the second quarter of the time, %.1f MB in the last\n", float64(early)/(1<<20),
		float64(late)/(1<<20))
	fmt.Fprintf(out, "goroutines: %d before, at most %d, %d after\n", w.idle, slices.Max(w.goroutines), left)
	if float64(late) > growth*float64(early) {
		err = errors.New("memory grows")
	}
	if peak := slices.Max(w.memory); peak > maxMemory {
		err = errors.Join(err, fmt.Errorf("%d MB are resident, more than %d", peak>>20, maxMemory>>20))
	}
	if left > w.idle+spareGoroutines {
		err = errors.Join(err, errors.New("goroutines are left over"))
	}
	return err
}
