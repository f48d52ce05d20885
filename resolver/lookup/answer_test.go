package lookup_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup"
)

// questions numbers the distinct questions of all tests.
var questions atomic.Int64

func TestAnswersAreCached(t *testing.T) {
	services, observed := startServices(t, map[string]http.HandlerFunc{"crossref": says(crossrefWork)}), newCounter()
	s := services.lookup(t, func(c *lookup.Config) { c.Sources, c.Observer = c.Sources[:1], observed })
	for _, doi := range []string{"10.5555/x", "10.5555/x", "10.5555/X"} {
		if got := s.Fill(t.Context(), citation.Citation{Type: citation.Document, DOI: doi}, true, false); got.Filled["title"] != "Crossref" {
			t.Errorf("%s: filled %v", doi, got.Filled)
		}
	}
	if n := services.queried(); n != 1 {
		t.Errorf("asked %d times", n)
	}
	if observed.hits != 2 || observed.misses != 1 {
		t.Errorf("%d hits, %d misses", observed.hits, observed.misses)
	}
}

func TestUnknownIsCachedAndFailureIsNot(t *testing.T) {
	for _, tt := range []struct {
		name    string
		answer  http.HandlerFunc
		queried int
	}{
		{"unknown", status(404), 1},
		{"failure", status(500), 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			services := startServices(t, map[string]http.HandlerFunc{"crossref": tt.answer})
			s := services.lookup(t, func(c *lookup.Config) { c.Sources = c.Sources[:1] })
			for range 3 {
				s.Fill(t.Context(), byDOI, true, false)
			}
			if n := services.queried(); n != tt.queried {
				t.Errorf("asked %d times, want %d", n, tt.queried)
			}
		})
	}
}

// TestOneUnknownAmongFailures: while a source fails, an item that the other does
// not know may still be found later.
func TestOneUnknownAmongFailures(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{"crossref": status(500), "datacite": status(404)})
	s := services.lookup(t)
	s.Fill(t.Context(), byDOI, true, false)
	services.set("crossref", says(crossrefWork))
	if got := s.Fill(t.Context(), byDOI, true, false); got.Filled["title"] != "Crossref" {
		t.Errorf("filled %v, warnings %v", got.Filled, got.Warnings)
	}
}

func TestEqualQuestionsShareACall(t *testing.T) {
	release := make(chan struct{})
	services := startServices(t, map[string]http.HandlerFunc{"crossref": func(w http.ResponseWriter, r *http.Request) {
		<-release
		says(crossrefWork)(w, r)
	}})
	s := services.lookup(t, func(c *lookup.Config) { c.Sources = c.Sources[:1] })

	leaving, leave := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() { // the first patron starts the call, and leaves
		if got := s.Fill(leaving, byDOI, true, false); got.Filled != nil {
			t.Errorf("the patron who left got %v", got.Filled)
		}
	})
	for services.queried() == 0 {
		time.Sleep(time.Millisecond)
	}
	var filled atomic.Int64
	for range 50 {
		wg.Go(func() {
			if got := s.Fill(t.Context(), byDOI, true, false); got.Filled["title"] == "Crossref" {
				filled.Add(1)
			}
		})
	}
	time.Sleep(20 * time.Millisecond)
	leave()
	time.Sleep(20 * time.Millisecond)
	close(release)
	wg.Wait()
	if n := filled.Load(); n != 50 {
		t.Errorf("%d of 50 patrons got the answer", n)
	}
	if n := services.queried(); n != 1 {
		t.Errorf("asked %d times", n)
	}
}

func TestLateAnswerServesTheNextPatron(t *testing.T) {
	const budget = 500 * time.Millisecond
	late := make(chan struct{})
	services := startServices(t, map[string]http.HandlerFunc{"crossref": func(w http.ResponseWriter, r *http.Request) {
		<-late
		says(crossrefWork)(w, r)
	}})
	s := services.lookup(t, func(c *lookup.Config) { c.Sources, c.Budget = c.Sources[:1], budget })
	if got := s.Fill(t.Context(), byDOI, true, false); got.Filled != nil {
		t.Fatalf("the first patron waited for %v", got.Filled)
	}
	close(late)
	got := s.Fill(t.Context(), byDOI, true, false)
	for deadline := time.Now().Add(time.Minute); got.Filled == nil && time.Now().Before(deadline); {
		got = s.Fill(t.Context(), byDOI, true, false)
	}
	if got.Filled["title"] != "Crossref" {
		t.Errorf("the next patron got %v", got.Filled)
	}
	if n := services.queried(); n != 1 {
		t.Errorf("asked %d times", n)
	}
}

func TestMemoryIsBoundedOverManyQuestions(t *testing.T) {
	const remember = 500
	services := startServices(t, map[string]http.HandlerFunc{"crossref": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Rate-Limit-Limit", "10000")
		w.Header().Set("X-Rate-Limit-Interval", "100ms")
		says(strings.Replace(crossrefWork, byDOI.DOI, strings.TrimPrefix(r.URL.Path, "/crossref/works/"), 1))(w, r)
	}})
	services.remove = true
	s := services.lookup(t, func(c *lookup.Config) { c.Sources, c.Remember = c.Sources[:1], remember })
	title := func(i int) string {
		return s.Fill(t.Context(), citation.Citation{Type: citation.Document, DOI: fmt.Sprintf("10.5555/many/%d", i)}, true, false).Citation.Title
	}
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var early uint64
	for i := range 10_000 {
		if title(i) == "" {
			t.Fatalf("question %d was not answered", i)
		}
		if i == 1000 {
			early = heap()
		}
	}
	if late := heap(); late > early+4<<20 {
		t.Errorf("the heap grew from %d to %d bytes between the 1000th and the 10000th question", early, late)
	}
	before := services.queried()
	title(9999)
	if services.queried() != before {
		t.Error("the newest answer is forgotten")
	}
	for i := range remember {
		title(i)
	}
	if n := services.queried() - before; n != remember {
		t.Errorf("%d of the oldest %d answers had to be asked for again", n, remember)
	}
}

func TestSharedCacheDown(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close() // nothing listens there now
	services, observed := startServices(t, map[string]http.HandlerFunc{"crossref": says(crossrefWork)}), newCounter()
	s := services.lookup(t, func(c *lookup.Config) {
		c.Sources, c.Observer, c.Cache = c.Sources[:1], observed, "redis://"+l.Addr().String()
	})
	for range 2 {
		if got := s.Fill(t.Context(), byDOI, true, false); got.Filled["title"] != "Crossref" {
			t.Errorf("filled %v, warnings %v", got.Filled, got.Warnings)
		}
	}
	if n := services.queried(); n != 1 {
		t.Errorf("asked %d times: the replica's own memory does not serve", n)
	}
	if observed.shared[true] != 0 || observed.shared[false] == 0 {
		t.Errorf("uses of the shared cache: %v", observed.shared)
	}
}
