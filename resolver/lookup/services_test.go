package lookup_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"lendlink/resolver/lookup"
	"lendlink/resolver/lookup/source"
)

// names are the sources' names in settings, freeNames those of the ones that know of free
// copies.
var names, freeNames = source.ConfigNames(source.All[:]), source.ConfigNames(source.Free[:])

// services is a server in place of all services, each under a folder of its own.
type services struct {
	*httptest.Server
	mu       sync.Mutex
	answers  map[string]http.HandlerFunc // by name
	requests []*http.Request
	count    int
	remove   bool          // whether requests are only counted
	done     chan struct{} // closed when the test ends, for handlers that hang
}

// startServices starts them; a source without an answer says 404.
func startServices(tb testing.TB, answers map[string]http.HandlerFunc) *services {
	tb.Helper()
	s := &services{answers: answers, done: make(chan struct{})}
	mux := http.NewServeMux()
	for _, name := range slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(names), freeNames...)))) {
		mux.HandleFunc("/"+name+"/", func(w http.ResponseWriter, r *http.Request) {
			s.mu.Lock()
			if s.count++; !s.remove {
				s.requests = append(s.requests, r)
			}
			answer := s.answers[name]
			s.mu.Unlock()
			if answer == nil {
				http.Error(w, "Resource not found.", http.StatusNotFound)
				return
			}
			answer(w, r)
		})
	}
	s.Server = httptest.NewServer(mux)
	tb.Cleanup(func() {
		close(s.done)
		s.CloseClientConnections()
		s.Close()
	})
	return s
}

// queried returns how many requests came in.
func (s *services) queried() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.count
}

// set changes a source's answer.
func (s *services) set(name string, answer http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers[name] = answer
}

// lookup makes a Service that asks these services.
func (s *services) lookup(tb testing.TB, change ...func(*lookup.Config)) *lookup.Service {
	tb.Helper()
	config := lookup.Config{Version: "1.2.3", Settings: source.Settings{Contact: "ill@example.edu", Budget: 5 * time.Second}}
	for _, name := range names {
		config.Sources = append(config.Sources, source.Endpoint{Name: name, Address: s.URL + "/" + name})
	}
	for _, c := range change {
		c(&config)
	}
	service, err := lookup.New(config)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { service.Close() })
	return service
}

// hang never answers.
func (s *services) hang(_ http.ResponseWriter, r *http.Request) {
	select {
	case <-r.Context().Done():
	case <-s.done:
	}
}

// says answers with a body.
func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, body)
	}
}

// status answers with a status.
func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", code) }
}

// clock is a clock that a test sets.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) forward(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// counter is an Observer that counts.
type counter struct {
	mu       sync.Mutex
	outcomes map[string]int // "Crossref found"
	hits     int
	misses   int
	shared   map[bool]int
}

func newCounter() *counter { return &counter{outcomes: map[string]int{}, shared: map[bool]int{}} }

func (c *counter) SourceQueried(source string, outcome lookup.Outcome, _ time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.outcomes[source+" "+string(outcome)]++
}

func (c *counter) CacheQueried(hit bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if hit {
		c.hits++
	} else {
		c.misses++
	}
}

func (c *counter) SharedCacheUsed(ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shared[ok]++
}

// count returns a count by "Crossref found".
func (c *counter) count(outcome string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.outcomes[outcome]
}
