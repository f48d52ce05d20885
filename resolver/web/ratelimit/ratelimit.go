// Package ratelimit limits how many requests each client may make in a minute.
//
// It imports nothing of Lendlink.
package ratelimit

import (
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Clients holds a limiter for each client seen lately. Its zero value knows none.
// Its memory is bounded: when maxClients are known, the older half is evicted. An
// evicted client starts with a full bucket.
type Clients struct {
	mu        sync.Mutex
	hot, cold map[netip.Addr]*rate.Limiter
}

const maxClients = 20_000

// Wait counts a request of a client and returns how long it should have waited; 0
// for one within the limit. A client may use up ten seconds' worth at once.
func (c *Clients) Wait(address netip.Addr, perMinute int, now time.Time) time.Duration {
	limit, burst := rate.Limit(float64(perMinute)/60), max(perMinute/6, 1)
	limiter := c.limiter(client(address), limit, burst)
	if limiter.Limit() != limit { // the settings have changed
		limiter.SetLimitAt(now, limit)
		limiter.SetBurstAt(now, burst)
	}
	r := limiter.ReserveN(now, 1)
	wait := r.DelayFrom(now)
	if wait > 0 {
		r.CancelAt(now)
	}
	return wait
}

// Len returns how many clients are known.
func (c *Clients) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.hot) + len(c.cold)
}

// limiter returns the limiter of a client, a new one if it is not known.
func (c *Clients) limiter(client netip.Addr, limit rate.Limit, burst int) *rate.Limiter {
	c.mu.Lock()
	defer c.mu.Unlock()
	limiter, known := c.hot[client]
	if known {
		return limiter
	}
	if limiter, known = c.cold[client]; !known {
		limiter = rate.NewLimiter(limit, burst)
	}
	if c.hot == nil || len(c.hot) >= maxClients/2 {
		c.hot, c.cold = make(map[netip.Addr]*rate.Limiter), c.hot
	}
	c.hot[client] = limiter
	return limiter
}

// client returns what counts as one client: an IPv4 address, or an IPv6 network of
// 64 bits, of which every household has at least one whole.
func client(address netip.Addr) netip.Addr {
	address = address.Unmap().WithZone("")
	if !address.Is6() {
		return address
	}
	network, _ := address.Prefix(64) // no error: IPv6 has more bits
	return network.Addr()
}
