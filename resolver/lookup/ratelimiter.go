package lookup

import (
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"lendlink/resolver/lookup/source"
)

const (
	shortPause = 10 * time.Second // when a service says "too many" and not for how long
	longPause  = time.Hour        // longer ones are not believed
)

// rateLimiter keeps to the rate that a service accepts: at first what its documentation says,
// then what its answers say. A request over the limit is not made; none waits.
type rateLimiter struct {
	limiter *rate.Limiter

	mu     sync.Mutex
	limit  int
	per    time.Duration
	paused time.Time // until then
}

func newRateLimiter(accepted source.Limits) *rateLimiter {
	r := &rateLimiter{limiter: rate.NewLimiter(rate.Inf, 0)}
	if accepted.Per > 0 {
		r.set(accepted.Requests, accepted.Per, time.Time{})
	}
	return r
}

// set allows limit requests in any interval of the given length: half of them at
// once, the others spread over it.
func (r *rateLimiter) set(limit int, per time.Duration, now time.Time) {
	if r.limit == limit && r.per == per {
		return
	}
	r.limit, r.per = limit, per
	burst := max(1, limit/2)
	spread := max(float64(limit-burst), 0.5)
	r.limiter.SetBurstAt(now, burst)
	r.limiter.SetLimitAt(now, rate.Limit(spread/per.Seconds()))
}

// allow reports whether a request may be made now, and counts it.
func (r *rateLimiter) allow(now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return !now.Before(r.paused) && r.limiter.AllowN(now, 1)
}

// update takes over what an answer says that the service accepts: Crossref's
// X-Rate-Limit-Limit and X-Rate-Limit-Interval, and Retry-After (RFC 9110) of
// one that is overloaded.
func (r *rateLimiter) update(status int, h http.Header, now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	limit, err := strconv.Atoi(strings.TrimSpace(h.Get("X-Rate-Limit-Limit")))
	per := seconds(h.Get("X-Rate-Limit-Interval"))
	plausible := limit >= 1 && limit <= 10_000 && per >= 100*time.Millisecond && per <= longPause
	if err == nil && plausible {
		r.set(limit, per, now)
	}
	after := h.Get("Retry-After")
	if status != http.StatusTooManyRequests && (status != http.StatusServiceUnavailable || after == "") {
		return
	}
	pause := seconds(after)
	if at, err := http.ParseTime(after); err == nil {
		pause = at.Sub(now)
	}
	if pause <= 0 {
		pause = shortPause
	}
	if until := now.Add(min(pause, longPause)); until.After(r.paused) {
		r.paused = until
	}
}

// seconds reads 30, 1s or 500ms; anything else is 0.
func seconds(s string) time.Duration {
	s = strings.TrimSpace(s)
	if n, err := strconv.Atoi(s); err == nil && n >= 0 && n <= 1<<31 {
		return time.Duration(n) * time.Second
	}
	d, err := time.ParseDuration(s)
	if err != nil {
		return 0
	}
	return d
}
