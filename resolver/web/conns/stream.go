package conns

import (
	"net/http"
	"sync"
	"time"
)

// maxShared is how many connections of HTTP/2 may be open. Each holds many times what one
// of HTTP/1 does, and a header of which only a part has come is not seen from here, where
// frames are encrypted. The one whose last request is longest ago is closed.
var maxShared = limit{250, 0}

// use notes a request on a connection of HTTP/2. It is called with the tracker's lock.
func (t *Tracker) use(c *conn) {
	if !c.inUse.dropped {
		t.shared.push(&c.inUse, 0)
	}
}

// stream is a request that shares its connection with others.
type stream struct {
	mu         sync.Mutex
	controller *http.ResponseController
	ended      bool // its handler is done, and the controller must not be used any more
}

// abort ends what the request waits for, and leaves its connection to the others.
func (s *stream) abort() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return
	}
	past := time.Unix(1, 0)
	// Where there is no deadline to set, nothing blocks either: in tests.
	_ = s.controller.SetReadDeadline(past)
	_ = s.controller.SetWriteDeadline(past)
}

// end notes that the handler is done.
func (s *stream) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
}
