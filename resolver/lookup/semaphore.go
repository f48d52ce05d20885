package lookup

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"sync"
)

// maxAtOnce bounds how many requests a service may allow at the same time.
const maxAtOnce = 16

// semaphore bounds how many requests to a service are in flight: at first by what its
// documentation says, then by what its answers say. A request beyond the bound waits, for
// one in front of it may soon be done. It can be resized, which x/sync's cannot.
type semaphore struct {
	free chan struct{} // holds one for each request more

	mu      sync.Mutex
	size    int
	deficit int // requests in flight that free no slot when they end, since the size was reduced
}

func newSemaphore(size int) *semaphore {
	s := &semaphore{free: make(chan struct{}, maxAtOnce)}
	s.set(size)
	return s
}

// acquire reports whether a request may go before ctx is done. Each acquire needs a release.
func (s *semaphore) acquire(ctx context.Context) bool {
	select {
	case <-s.free:
		return true
	case <-ctx.Done():
		return false
	}
}

func (s *semaphore) release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.deficit > 0 {
		s.deficit--
		return
	}
	s.free <- struct{}{}
}

// set changes the size. Requests under way are not stopped.
func (s *semaphore) set(size int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for ; s.size < size; s.size++ {
		if s.deficit > 0 {
			s.deficit--
		} else {
			s.free <- struct{}{}
		}
	}
	for ; s.size > size; s.size-- {
		select {
		case <-s.free:
		default:
			s.deficit++
		}
	}
}

// update takes over what an answer says that the service accepts: Crossref's X-Concurrency-Limit.
func (s *semaphore) update(h http.Header) {
	if n, err := strconv.Atoi(strings.TrimSpace(h.Get("X-Concurrency-Limit"))); err == nil && n >= 1 {
		s.set(min(n, maxAtOnce))
	}
}
