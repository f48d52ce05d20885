package lookup_test

import (
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"lendlink/resolver/lookup"
)

// ask asks n distinct questions one after the other.
func ask(t *testing.T, s *lookup.Service, n int) {
	t.Helper()
	for range n {
		link := byDOI
		link.DOI = fmt.Sprintf("10.5555/%d", questions.Add(1))
		s.Fill(t.Context(), link, true, false)
	}
}

// limited answers 404 with a rate limit, as Crossref does.
func limited(limit, interval string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Rate-Limit-Limit", limit)
		w.Header().Set("X-Rate-Limit-Interval", interval)
		http.Error(w, "Resource not found.", http.StatusNotFound)
	}
}

// retryLater answers with a status and a Retry-After header.
func retryLater(code int, after string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", after)
		http.Error(w, "Slow down.", code)
	}
}

func TestRateLimit(t *testing.T) {
	type step struct {
		wait    time.Duration // before
		ask     int
		queried int // of these, how many reached the source
	}
	for _, tt := range []struct {
		name   string
		answer http.HandlerFunc
		steps  []step
	}{
		{"as documented, half of it at once", limited("", ""), []step{{0, 20, 5}, {time.Second, 20, 5}}},
		{"as the answers say: less", limited("2", "60s"), []step{{0, 1, 1}, {0, 20, 1}, {30 * time.Second, 20, 0}, {30 * time.Second, 20, 1}}},
		{"as the answers say: more", limited("100", "1s"), []step{{0, 1, 1}, {time.Second, 200, 50}}},
		{"an interval in bare seconds", limited("2", "60"), []step{{0, 1, 1}, {59 * time.Second, 20, 1}, {30 * time.Second, 20, 0}}},
		{"nonsense is not obeyed", limited("-1", "never"), []step{{0, 20, 5}}},
		{"an interval of years is not obeyed", limited("1", "99999h"), []step{{0, 20, 5}}},
		{"a pause in seconds", retryLater(429, "120"), []step{{0, 20, 1}, {119 * time.Second, 20, 0}, {2 * time.Second, 20, 1}}},
		{"a pause until a time", retryLater(429, "Fri, 20 Nov 2026 12:02:00 GMT"), []step{{0, 20, 1}, {119 * time.Second, 20, 0}, {2 * time.Second, 1, 1}}},
		{"a pause without an end", retryLater(429, ""), []step{{0, 20, 1}, {9 * time.Second, 20, 0}, {2 * time.Second, 20, 1}}},
		{"a pause of years is cut to an hour", retryLater(429, "999999999"), []step{{0, 20, 1}, {59 * time.Minute, 20, 0}, {2 * time.Minute, 20, 1}}},
		{"maintenance", retryLater(503, "120"), []step{{0, 20, 1}, {119 * time.Second, 20, 0}, {2 * time.Second, 20, 1}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			services, clock := startServices(t, map[string]http.HandlerFunc{"crossref": tt.answer}), newClock()
			s := services.lookup(t, func(c *lookup.Config) { c.Sources, c.Now = c.Sources[:1], clock.Now })
			for i, step := range tt.steps {
				clock.forward(step.wait)
				before := services.queried()
				ask(t, s, step.ask)
				if got := services.queried() - before; got != step.queried {
					t.Errorf("step %d: %d of %d questions reached the source, want %d", i+1, got, step.ask, step.queried)
				}
			}
		})
	}
}

// TestConcurrentRequests: how many requests a source gets at the same time, of many patrons
// with a question each, after one answer that says how many it accepts.
func TestConcurrentRequests(t *testing.T) {
	for _, tt := range []struct {
		name, says string
		want       int64
	}{
		{"as documented", "", 3},
		{"fewer", "1", 1},
		{"more", "7", 7},
		{"more than anybody needs", "1000", 16},
		{"nonsense", "-1", 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var inside, most, expected atomic.Int64
			services := startServices(t, map[string]http.HandlerFunc{"crossref": func(w http.ResponseWriter, _ *http.Request) {
				n := inside.Add(1)
				defer inside.Add(-1)
				for before := most.Load(); n > before && !most.CompareAndSwap(before, n); before = most.Load() {
				}
				// All that may come do come, however busy the machine; one more would have the time to.
				for end := time.Now().Add(2 * time.Second); most.Load() < expected.Load() && time.Now().Before(end); time.Sleep(time.Millisecond) {
				}
				time.Sleep(10 * time.Millisecond)
				w.Header().Set("X-Rate-Limit-Limit", "10000")
				w.Header().Set("X-Rate-Limit-Interval", "100ms")
				if tt.says != "" {
					w.Header().Set("X-Concurrency-Limit", tt.says)
				}
				http.Error(w, "Resource not found.", http.StatusNotFound)
			}})
			s := services.lookup(t, func(c *lookup.Config) { c.Sources = c.Sources[:1] })
			ask(t, s, 1)
			expected.Store(tt.want)
			for range 2 { // the second time every slot has been taken and given back
				most.Store(0)
				var wg sync.WaitGroup
				for range 24 {
					wg.Go(func() { ask(t, s, 1) })
				}
				wg.Wait()
				if got := most.Load(); got != tt.want {
					t.Errorf("%d requests at once, want %d", got, tt.want)
				}
			}
		})
	}
}

// TestSemaphoreShrinksWhileFull: what is under way when a source asks for fewer requests
// goes on, and counts.
func TestSemaphoreShrinksWhileFull(t *testing.T) {
	var inside, most atomic.Int64
	var narrow atomic.Bool
	services := startServices(t, map[string]http.HandlerFunc{"crossref": func(w http.ResponseWriter, _ *http.Request) {
		n := inside.Add(1)
		defer inside.Add(-1)
		if narrow.Load() {
			for before := most.Load(); n > before && !most.CompareAndSwap(before, n); before = most.Load() {
			}
		}
		time.Sleep(20 * time.Millisecond)
		w.Header().Set("X-Rate-Limit-Limit", "10000")
		w.Header().Set("X-Rate-Limit-Interval", "100ms")
		w.Header().Set("X-Concurrency-Limit", "1")
		http.Error(w, "Resource not found.", http.StatusNotFound)
	}})
	s := services.lookup(t, func(c *lookup.Config) { c.Sources = c.Sources[:1] })
	var wg sync.WaitGroup
	for range 3 { // at the same time, as documented; each answer asks for one at a time
		wg.Go(func() { ask(t, s, 1) })
	}
	wg.Wait()
	narrow.Store(true)
	for range 6 {
		wg.Go(func() { ask(t, s, 1) })
	}
	wg.Wait()
	if got := most.Load(); got != 1 {
		t.Errorf("%d requests at once after the source asked for one", got)
	}
}
