package main

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
)

// findings are the answers that were not as they must be.
type findings struct {
	queried atomic.Int64
	mu      sync.Mutex
	count   int
	first   []string // reported in full
}

// reportedInFull is how many findings are reported; of the others the number is enough.
const reportedInFull = 10

func (f *findings) add(what string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.count++
	if len(f.first) < reportedInFull {
		f.first = append(f.first, fmt.Sprintf("%s: %v", what, err))
	}
}

func (f *findings) report(out io.Writer) error {
	fmt.Fprintf(out, "%d requests, %d unexpected answers\n", f.queried.Load(), f.count)
	for _, text := range f.first {
		fmt.Fprintln(out, " ", text)
	}
	if f.count > 0 {
		return fmt.Errorf("%d unexpected answers", f.count)
	}
	return nil
}
