package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// disk is what a log is written to.
type disk struct {
	mu     sync.Mutex
	text   strings.Builder
	room   int // bytes that it still takes
	opened chan struct{}
}

func (d *disk) Write(b []byte) (int, error) {
	<-d.opened
	d.mu.Lock()
	defer d.mu.Unlock()
	n := min(len(b), d.room)
	d.text.Write(b[:n])
	d.room -= n
	if n < len(b) {
		return n, errors.New("no space left on device")
	}
	return n, nil
}

func (d *disk) free(room int) { d.mu.Lock(); d.room = room; d.mu.Unlock() }

func (d *disk) String() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.text.String()
}

// stuck is a disk that accepts nothing until its channel is closed.
func stuck() *disk { return &disk{room: 1 << 30, opened: make(chan struct{})} }

func open(room int) *disk {
	d := stuck()
	d.room = room
	close(d.opened)
	return d
}

func logTo(d *disk) *bufferedLog {
	return newBufferedLog(d, func(lost int64) []byte { return fmt.Appendf(nil, "lost %d\n", lost) })
}

func say(t *testing.T, log io.Writer, line string) {
	t.Helper()
	if n, err := io.WriteString(log, line); n != len(line) || err != nil {
		t.Fatalf("%d bytes of %q are taken, %v", n, line, err)
	}
}

func TestLinesAreWrittenInBatches(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := open(1 << 20)
		log := logTo(out)
		wrote := func(when, want string) {
			t.Helper()
			synctest.Wait()
			if got := out.String(); got != want {
				t.Errorf("%s: %q is written, want %q", when, got, want)
			}
		}
		say(t, log, "one\n")
		say(t, log, "two\n")
		wrote("at once", "")
		time.Sleep(logDelay)
		wrote("a moment later", "one\ntwo\n")
		time.Sleep(time.Hour)
		say(t, log, "three\n")
		wrote("after a silence", "one\ntwo\n")
		log.Close()
		wrote("at the end", "one\ntwo\nthree\n")
	})
}

// A disk that is full and freed again costs no line.
func TestFullDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := open(len("one\ntw"))
		log := logTo(out)
		for _, line := range []string{"one\n", "two\n"} {
			say(t, log, line)
		}
		time.Sleep(time.Minute)
		say(t, log, "three\n")
		time.Sleep(time.Minute)
		if got := out.String(); got != "one\ntw" {
			t.Errorf("%q is written to a full disk", got)
		}
		out.free(1 << 20)
		time.Sleep(2 * logRetry)
		synctest.Wait()
		if got, want := out.String(), "one\ntwo\nthree\n"; got != want || log.Lost() != 0 {
			t.Errorf("once it is freed: %q, %d lost, want %q", got, log.Lost(), want)
		}
		log.Close()
	})
}

// A reader that does not read delays nobody. When it reads again the log says what was
// lost.
func TestLogReaderThatStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := stuck()
		log := logTo(out)
		line := strings.Repeat("x", 1023) + "\n"
		const lines = 2 * logPending / 1024
		for i := range lines {
			if i == 10 {
				time.Sleep(time.Minute) // the first lines are being written
			}
			say(t, log, line)
		}
		lost := log.Lost()
		if lost != lines/2 {
			t.Errorf("%d of %d lines are lost", lost, lines)
		}
		close(out.opened)
		time.Sleep(time.Minute)
		synctest.Wait()
		say(t, log, "now\n")
		log.Close()
		if got, want := out.String(), strings.Repeat(line, lines/2)+fmt.Sprintf("lost %d\n", lost)+"now\n"; got != want {
			t.Errorf("%d bytes are written that end in %q, want %d that end in %q", len(got), got[max(0, len(got)-30):], len(want), want[len(want)-30:])
		}
	})
}

func TestServerEndsWithoutALogReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := stuck()
		log := logTo(out)
		say(t, log, "one\n")
		start := time.Now()
		log.Close()
		if took := time.Since(start); took != logClosing {
			t.Errorf("gives up after %v, want %v", took, logClosing)
		}
		close(out.opened)
	})
}
