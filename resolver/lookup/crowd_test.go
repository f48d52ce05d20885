package lookup_test

import (
	"fmt"
	"net/http"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"lendlink/resolver/lookup"
)

// TestManyPatronsAndAHangingSource: however many patrons come, a source that never answers
// gets as many requests at once as it accepts, each patron goes on, and no goroutine leaks.
func TestManyPatronsAndAHangingSource(t *testing.T) {
	const budget, patrons = 300 * time.Millisecond, 2000
	services := startServices(t, map[string]http.HandlerFunc{})
	var waiting, most atomic.Int64
	services.set("crossref", func(w http.ResponseWriter, r *http.Request) {
		n := waiting.Add(1)
		defer waiting.Add(-1)
		for seen := most.Load(); n > seen && !most.CompareAndSwap(seen, n); seen = most.Load() {
		}
		services.hang(w, r)
	})
	var clock atomic.Int64 // runs so fast that the source's rate never bounds anything
	s := services.lookup(t, func(c *lookup.Config) {
		c.Sources, c.Budget = c.Sources[:1], budget
		c.Now = func() time.Time { return time.Unix(clock.Add(1), 0) }
	})
	before := runtime.NumGoroutine()
	var wg sync.WaitGroup
	for i := range patrons {
		wg.Go(func() {
			link := byDOI
			link.DOI = fmt.Sprintf("10.5555/crowd/%d", i)
			if got := s.Fill(t.Context(), link, true, false); got.Filled != nil {
				t.Errorf("filled %v", got.Filled)
			}
		})
	}
	wg.Wait()
	// Crossref accepts three. Those that were given up count until the server notices, which a busy machine delays; a
	// source without a bound of its own gets sixteen.
	if n := most.Load(); n < 1 || n > 4*3 {
		t.Errorf("%d requests at once", n)
	}
	// Eight connections that opened too late for their request are kept, each with goroutines on both sides.
	for deadline := time.Now().Add(time.Minute); runtime.NumGoroutine() > before+50; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines before, %d long after", before, runtime.NumGoroutine())
		}
	}
}
