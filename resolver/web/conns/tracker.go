// Package conns bounds what clients can make a server hold: connections, headers
// and bodies that come slowly, answers that are not read.
//
// A client that is waited for is never counted as work. When a bound is reached the
// one that has waited for longest is closed, and a new one is never refused: a client that
// sends a whole request and reads the answer is served, even from the same address as
// an attacker or through the same proxy.
//
// A [Tracker] works with any [http.Server], in plain HTTP and, with its listener
// below that of [tls.NewListener], in TLS and HTTP/2.
//
// It imports nothing of Lendlink.
package conns

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// What may wait for longer than grace. A header grows in memory while it is read:
// 36 KB of short lines take some 1.3 MB. So the bytes of all headers that are being
// read are bounded too, and so are the bodies and answers that are held for clients.
var (
	maxHeaders = limit{400, 512 << 10}
	maxWaiting = limit{1000, 16 << 20}
)

// grace is for how long twice as much may wait. A client far away needs that long to
// send what it has, and a busy server to read it: without it, a crowd that comes all at
// once would make it the oldest.
const grace = time.Second

// Bound is a bound that connections are closed by.
type Bound int

// The bounds.
const (
	ByHeaders     Bound = iota // too many headers are being read
	ByWaiting                  // too many bodies are being read, or answers written
	ByConnections              // too many connections are open
	bounds
)

// Counts are the numbers at one moment.
type Counts struct {
	Open    int           // connections
	Headers int           // of them, whose header is being read
	Waiting int           // requests whose body is being read or whose answer is being written
	Closed  [bounds]int64 // connections closed since the start, by Bound
}

// Tracker knows every connection of its listeners. It is safe for concurrent use.
type Tracker struct {
	connections func() int // how many may be open
	leaving     atomic.Bool

	mu      sync.Mutex
	open    int
	headers queue
	waiting queue
	idle    queue
	shared  queue // the connections of HTTP/2, in addition to the queue that each is in
	closed  [bounds]int64
	dropped []*place // to be closed when the lock is released
	timed   bool     // who waits is looked at again when its grace ends
}

// New returns a tracker. Connections returns how many connections may be open now.
func New(connections func() int) *Tracker {
	t := &Tracker{connections: connections}
	t.headers.init(ByHeaders, maxHeaders)
	t.waiting.init(ByWaiting, maxWaiting)
	t.idle.init(ByConnections, limit{})
	t.shared.init(ByConnections, maxShared)
	return t
}

// Counts returns the current numbers.
func (t *Tracker) Counts() Counts {
	t.mu.Lock()
	defer t.mu.Unlock()
	return Counts{Open: t.open, Headers: t.headers.n, Waiting: t.waiting.n, Closed: t.closed}
}

// change changes the queues, and closes what they have dropped.
func (t *Tracker) change(f func()) {
	t.mu.Lock()
	f()
	t.shed(&t.headers)
	t.shed(&t.waiting)
	t.shed(&t.shared)
	dropped := t.dropped
	t.dropped = nil
	t.mu.Unlock()
	for _, p := range dropped {
		p.close()
	}
}

// shed drops the oldest until a queue is within its bounds: those who have waited for
// longer than grace, and above twice the bounds all others too.
func (t *Tracker) shed(q *queue) {
	most := q.most
	most.n = min(most.n, max(t.connections()/2, 1))
	if !q.above(most) {
		return
	}
	now := time.Now()
	t.shedTo(q, most, now.Add(-grace))
	t.shedTo(q, most.times(2), now)
	if q.above(most) && !t.timed {
		t.timed = true
		time.AfterFunc(grace, func() { t.change(func() { t.timed = false }) })
	}
}

// shedTo drops the oldest of those who wait since a time or before, until a queue is
// within a limit. For the bytes it is the oldest that holds more than its share: a small
// request is not closed for large ones.
func (t *Tracker) shedTo(q *queue, most limit, since time.Time) {
	share := q.most.bytes / int64(q.most.n)
	for p := q.oldest(); p != nil && q.n > most.n && !p.since.After(since); p = q.oldest() {
		t.drop(p, q.bound)
	}
	for p := q.oldest(); p != nil && q.bytes > most.bytes && !p.since.After(since); {
		next := q.after(p)
		if p.bytes > share && q.n > 1 {
			t.drop(p, q.bound)
		}
		p = next
	}
}

// drop takes p out of its queue for good.
func (t *Tracker) drop(p *place, why Bound) {
	p.remove()
	t.closed[why]++
	t.discard(p)
}

// discard marks p, which is in no queue, to be closed.
func (t *Tracker) discard(p *place) {
	p.dropped = true
	t.dropped = append(t.dropped, p)
	t.remove(p.conn)
}

// remove counts a connection as open no longer.
func (t *Tracker) remove(c *conn) {
	if c != nil && !c.gone {
		c.gone = true
		t.open--
	}
}

// shedConnections drops one connection if too many are open: rather one that asks for
// nothing now than one whose client is waited for. Those that are worked for stay.
func (t *Tracker) shedConnections() {
	if t.open <= t.connections() {
		return
	}
	for _, q := range []*queue{&t.idle, &t.headers, &t.waiting} {
		if p := q.oldest(); p != nil {
			t.drop(p, ByConnections)
			return
		}
	}
}

// wait appends p to a queue.
func (t *Tracker) wait(p *place, q *queue, bytes int64) {
	t.change(func() {
		if !p.dropped {
			q.push(p, bytes)
		}
	})
}

// grow adds to what is held for p.
func (t *Tracker) grow(p *place, bytes int) {
	t.change(func() { p.grow(int64(bytes)) })
}

// leave takes p out of its queue, and reports whether it was still wanted.
func (t *Tracker) leave(p *place) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	p.remove()
	return !p.dropped
}

// Leave makes each answer from now on ask its client for another connection next
// time, so that few are left when the server stops.
func (t *Tracker) Leave() { t.leaving.Store(true) }

// CloseWaiting closes all who are waited for, and all who ask for nothing.
func (t *Tracker) CloseWaiting() {
	t.change(func() {
		for _, q := range []*queue{&t.idle, &t.headers, &t.waiting} {
			for p := q.oldest(); p != nil; p = q.oldest() {
				p.remove()
				t.discard(p)
			}
		}
	})
}

// headersPause is how often AwaitHeaders looks. It also leaves a request whose header
// has just been read the time to reach its handler.
const headersPause = 5 * time.Millisecond

// AwaitHeaders returns when no header is being read any more, or ctx is done.
//
// [http.Server.Shutdown] drops connections whose header is being read, with the request
// that they are sending. A client takes that for a failure, while it sends it again on a
// connection that it has used before. So a server that stops waits for them first;
// those that stay silent are cut by its time limit for headers.
func (t *Tracker) AwaitHeaders(ctx context.Context) {
	tick := time.NewTicker(headersPause)
	defer tick.Stop()
	for {
		none := t.Counts().Headers == 0
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
		if none {
			return
		}
	}
}
