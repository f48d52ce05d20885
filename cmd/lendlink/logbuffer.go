package main

import (
	"io"
	"sync"
	"time"
)

// How much of the log may wait to be written, and for how long.
const (
	logDelay   = 200 * time.Millisecond
	logBatch   = 64 << 10        // bytes that are written without waiting for more
	logRetry   = time.Second     // after a write that failed
	logPending = 1 << 20         // bytes; lines above it are lost
	logClosing = 2 * time.Second // for the last lines, when the server ends
)

// bufferedLog writes lines together, since each write costs as much as working out
// a link does, and never makes a caller wait: not for a reader that has stopped
// reading, nor for a disk that is full. What cannot be written is tried again; lines
// are lost only where more than logPending bytes wait.
type bufferedLog struct {
	w    io.Writer
	note func(lost int64) []byte // the line that says how many lines were lost

	wake  chan struct{} // something waits to be written
	full  chan struct{} // logBatch waits
	close chan struct{}
	done  chan struct{} // all is written, as far as it can be

	mu       sync.Mutex
	pending  []byte
	spare    []byte // written, to be used again for what is pending
	writing  int    // bytes that are being written
	lost     int64  // lines, since the start
	recorded int64  // of them, which the log says
}

func newBufferedLog(w io.Writer, note func(lost int64) []byte) *bufferedLog {
	b := &bufferedLog{w: w, note: note, wake: make(chan struct{}, 1), full: make(chan struct{}, 1),
		close: make(chan struct{}), done: make(chan struct{})}
	go b.run()
	return b
}

// Write takes a line. It never fails and never waits for the log's reader.
func (b *bufferedLog) Write(line []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.writing+len(b.pending)+len(line) > logPending {
		b.lost++
	} else {
		b.pending = append(b.pending, line...)
	}
	notify(b.wake)
	if len(b.pending) >= logBatch {
		notify(b.full)
	}
	return len(line), nil
}

// notify sends to a channel unless something is in it already.
func notify(c chan<- struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// Lost returns how many lines were lost.
func (b *bufferedLog) Lost() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.lost
}

// Close writes what waits. Where the log cannot be written it gives up after
// logClosing.
func (b *bufferedLog) Close() {
	close(b.close)
	select {
	case <-b.done:
	case <-time.After(logClosing):
	}
}

// run writes what waits until Close, each time after a pause in which more can come, or a
// whole batch has.
func (b *bufferedLog) run() {
	defer close(b.done)
	for {
		select {
		case <-b.wake:
		case <-b.close:
			b.write()
			return
		}
		pause, full := logDelay, b.full
		for wrote := false; !wrote; pause, full = logRetry, nil {
			select {
			case <-time.After(pause):
			case <-full:
			case <-b.close:
				b.write()
				return
			}
			wrote = b.write()
		}
	}
}

// write writes what waits, and reports whether all of it was written.
func (b *bufferedLog) write() bool {
	b.mu.Lock()
	lines := b.pending
	b.pending, b.spare = b.spare, nil
	if lost := b.lost - b.recorded; lost > 0 {
		lines = append(lines, b.note(lost)...)
		b.recorded = b.lost
	}
	b.writing = len(lines)
	b.mu.Unlock()

	n, err := b.w.Write(lines)

	b.mu.Lock()
	defer b.mu.Unlock()
	b.writing = 0
	if err != nil { // the rest goes first, from within a line if need be
		b.pending = append(lines[n:len(lines):len(lines)], b.pending...)
	} else if cap(lines) <= 2*logBatch { // a larger one was for a log that could not be written
		b.spare = lines[:0]
	}
	return err == nil
}
