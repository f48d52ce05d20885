package main

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// load is requests that clients send during a test, as many as it lets them.
type load struct {
	allowed, sent, failed atomic.Int64
	clients               sync.WaitGroup
	stop                  chan struct{}
}

// startLoad starts clients that call follow for each request. It logs what fails.
func startLoad(t *testing.T, clients int, follow func() error) *load {
	l := &load{stop: make(chan struct{})}
	for range clients {
		l.clients.Go(func() {
			for l.next() {
				if err := follow(); err != nil {
					l.failed.Add(1)
					t.Log(err)
				}
			}
		})
	}
	return l
}

// next waits until another request may be sent, and reports whether there is one.
func (l *load) next() bool {
	for l.sent.Load() >= l.allowed.Load() {
		select {
		case <-l.stop:
			return false
		case <-time.After(time.Millisecond):
		}
	}
	l.sent.Add(1)
	return true
}

// send lets the clients send n requests more, and returns amid them.
func (l *load) send(n int64) { l.await(l.allowed.Add(n) - n/2) }

// await waits until so many requests were sent.
func (l *load) await(n int64) {
	for l.sent.Load() < n {
		time.Sleep(time.Millisecond)
	}
}

// end waits until all requests are answered; none may have failed.
func (l *load) end(t *testing.T) {
	t.Helper()
	l.await(l.allowed.Load())
	close(l.stop)
	l.clients.Wait()
	if n := l.failed.Load(); n > 0 {
		t.Errorf("%d of %d requests failed", n, l.sent.Load())
	}
	t.Logf("%d requests", l.sent.Load())
}
