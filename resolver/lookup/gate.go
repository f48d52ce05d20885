package lookup

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"sync"
)

// mostAtOnce bounds how many requests a service may invite side by side.
const mostAtOnce = 16

// gate lets as many requests go side by side as a service accepts: at first what
// its documentation says, then what its answers say. Who finds it full waits, for
// the one in front may soon be done.
type gate struct {
	free chan struct{} // holds one for each request more

	mu      sync.Mutex
	width   int
	deficit int // how many that are under way leave nothing behind: the gate has narrowed
}

func newGate(width int) *gate {
	g := &gate{free: make(chan struct{}, mostAtOnce)}
	g.set(width)
	return g
}

// enter reports whether a request may go before ctx is done. Who enters has to leave.
func (g *gate) enter(ctx context.Context) bool {
	select {
	case <-g.free:
		return true
	case <-ctx.Done():
		return false
	}
}

func (g *gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.deficit > 0 {
		g.deficit--
		return
	}
	g.free <- struct{}{}
}

// set changes the width. Requests under way are not stopped.
func (g *gate) set(width int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for ; g.width < width; g.width++ {
		if g.deficit > 0 {
			g.deficit--
		} else {
			g.free <- struct{}{}
		}
	}
	for ; g.width > width; g.width-- {
		select {
		case <-g.free:
		default:
			g.deficit++
		}
	}
}

// learn takes from an answer what the service accepts: Crossref's
// X-Concurrency-Limit.
func (g *gate) learn(h http.Header) {
	if n, err := strconv.Atoi(strings.TrimSpace(h.Get("X-Concurrency-Limit"))); err == nil && n >= 1 {
		g.set(min(n, mostAtOnce))
	}
}
