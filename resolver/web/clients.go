package web

import (
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// clients remembers how much each client has asked for lately. Its memory is
// bounded: when mostClients are known, the older half gives way. Who is forgotten
// begins anew.
type clients struct {
	mu        sync.Mutex
	hot, cold map[netip.Addr]*rate.Limiter
}

const mostClients = 20_000

// wait counts a request of a client and tells how long it should have waited; 0 is
// for one within the limit. A client may use up ten seconds' worth at once.
func (c *clients) wait(address netip.Addr, perMinute int, now time.Time) time.Duration {
	limit, burst := rate.Limit(float64(perMinute)/60), max(perMinute/6, 1)
	limiter := c.of(clientOf(address), limit, burst)
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

// of gives the limiter of a client, a new one if it is not known.
func (c *clients) of(client netip.Addr, limit rate.Limit, burst int) *rate.Limiter {
	c.mu.Lock()
	defer c.mu.Unlock()
	limiter, known := c.hot[client]
	if known {
		return limiter
	}
	if limiter, known = c.cold[client]; !known {
		limiter = rate.NewLimiter(limit, burst)
	}
	if c.hot == nil || len(c.hot) >= mostClients/2 {
		c.hot, c.cold = make(map[netip.Addr]*rate.Limiter), c.hot
	}
	c.hot[client] = limiter
	return limiter
}

// clientOf gives what counts as one client: an IPv4 address, or an IPv6 network of
// 64 bits, of which every household has at least one whole.
func clientOf(address netip.Addr) netip.Addr {
	address = address.Unmap().WithZone("")
	if !address.Is6() {
		return address
	}
	network, _ := address.Prefix(64) // no error: IPv6 has more bits
	return network.Addr()
}
