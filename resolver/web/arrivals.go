package web

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"
)

// arrivals are the connections of which no request has been read yet.
//
// [http.Server.Shutdown] drops them, with whatever they are about to ask. A client
// takes that for a failure, where it asks again on a connection that it has used
// before. So a server that stops waits for them first; those that stay silent are
// cut by its time limit for headers.
type arrivals struct {
	mu    sync.Mutex
	conns map[net.Conn]struct{}
}

// track is for [http.Server.ConnState].
func (a *arrivals) track(c net.Conn, state http.ConnState) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if state != http.StateNew {
		delete(a.conns, c)
		return
	}
	if a.conns == nil {
		a.conns = make(map[net.Conn]struct{})
	}
	a.conns[c] = struct{}{}
}

func (a *arrivals) none() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.conns) == 0
}

// arrivalPause is how often it is looked whether somebody is still arriving. It
// also gives one whose request has just been read the time to reach its handler.
const arrivalPause = 5 * time.Millisecond

// wait returns when nobody is arriving any more, or ctx is done.
func (a *arrivals) wait(ctx context.Context) {
	tick := time.NewTicker(arrivalPause)
	defer tick.Stop()
	for {
		none := a.none()
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
