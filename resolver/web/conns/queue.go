package conns

import "time"

// place is a position in a queue: that of a connection, or of one request of a
// connection that carries several.
type place struct {
	prev, next *place
	in         *queue // nil while the server works for it
	since      time.Time
	bytes      int64 // what the server holds for it
	dropped    bool
	close      func() // ends what waits here; called without the tracker's lock
	conn       *conn  // whose place it is; nil for that of a single request
}

// queue holds what waits for its clients, the oldest first.
type queue struct {
	bound Bound
	most  limit
	root  place // before the first and after the last
	n     int
	bytes int64
}

// limit is how much may wait: how many, and how many bytes are held for them.
type limit struct {
	n     int
	bytes int64
}

func (l limit) times(n int) limit { return limit{l.n * n, l.bytes * int64(n)} }

func (q *queue) init(bound Bound, most limit) {
	q.bound, q.most = bound, most
	q.root.prev, q.root.next = &q.root, &q.root
}

// above reports whether more waits than the limit.
func (q *queue) above(l limit) bool { return q.n > l.n || q.bytes > l.bytes }

// oldest returns what has waited for longest, or nil.
func (q *queue) oldest() *place {
	if q.n == 0 {
		return nil
	}
	return q.root.next
}

// after returns what has waited next to longest after p, or nil.
func (q *queue) after(p *place) *place {
	if p.next == &q.root {
		return nil
	}
	return p.next
}

// push takes p out of the queue it is in, and appends it to q.
func (q *queue) push(p *place, bytes int64) {
	p.remove()
	last := q.root.prev
	p.prev, p.next, p.in, p.bytes, p.since = last, &q.root, q, bytes, time.Now()
	last.next, q.root.prev = p, p
	q.n++
	q.bytes += bytes
}

// grow adds to what is held for p.
func (p *place) grow(bytes int64) {
	p.bytes += bytes
	if p.in != nil {
		p.in.bytes += bytes
	}
}

// remove takes p out of the queue it is in, if it is in one.
func (p *place) remove() {
	if p.in == nil {
		return
	}
	p.prev.next, p.next.prev = p.next, p.prev
	p.in.n--
	p.in.bytes -= p.bytes
	p.prev, p.next, p.in = nil, nil, nil
}
