package main

import (
	"bytes"
	"io"
	"testing"
	"testing/synctest"
	"time"
)

func TestBufferedLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		log := newBufferedLog(&out)
		say := func(line string) {
			if _, err := io.WriteString(log, line); err != nil {
				t.Fatal(err)
			}
		}
		wrote := func(when, want string) {
			t.Helper()
			synctest.Wait()
			log.mu.Lock()
			defer log.mu.Unlock()
			if got := out.String(); got != want {
				t.Errorf("%s: %q is written, want %q", when, got, want)
			}
		}
		say("one\n")
		say("two\n")
		wrote("at once", "")
		time.Sleep(logDelay)
		wrote("a moment later", "one\ntwo\n")
		time.Sleep(time.Hour)
		say("three\n")
		wrote("after a silence", "one\ntwo\n")
		log.Flush()
		wrote("at the end", "one\ntwo\nthree\n")
	})
}
