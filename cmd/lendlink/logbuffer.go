package main

import (
	"bufio"
	"io"
	"sync"
	"time"
)

// How much of the log is held back, and for how long.
const (
	logBuffer = 16 << 10
	logDelay  = 200 * time.Millisecond
)

// bufferedLog writes lines together, since each write costs as much as working out
// a link does. A line waits for logDelay at most; those of the last moment are lost
// if the process is killed.
type bufferedLog struct {
	mu      sync.Mutex
	w       *bufio.Writer
	waiting bool // a flush is on its way
}

func newBufferedLog(w io.Writer) *bufferedLog {
	return &bufferedLog{w: bufio.NewWriterSize(w, logBuffer)}
}

func (b *bufferedLog) Write(line []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.waiting {
		b.waiting = true
		time.AfterFunc(logDelay, b.Flush)
	}
	return b.w.Write(line)
}

// Flush writes what is held back. A log that cannot be written is nobody's to tell.
func (b *bufferedLog) Flush() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.waiting = false
	_ = b.w.Flush()
}
