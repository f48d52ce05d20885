package lookup_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/lookup"
	"lendlink/resolver/warning"
)

// TestFailures: whatever a source does, also if it never ends, the patron goes on with the
// citation as it was.
func TestFailures(t *testing.T) {
	const short, long = 250 * time.Millisecond, 20 * time.Second // budgets: nothing is waited for that comes
	var otherHost atomic.Int64
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		otherHost.Add(1)
		fmt.Fprint(w, crossrefWork)
	}))
	defer elsewhere.Close()

	for _, tt := range []struct {
		name    string
		answer  func(*services) http.HandlerFunc
		outcome lookup.Outcome
		warning warning.Code
	}{
		{"not known", func(*services) http.HandlerFunc { return status(404) }, lookup.Unknown, warning.LookupUnknown},
		{"not accepted as a DOI", func(*services) http.HandlerFunc { return status(400) }, lookup.Unknown, warning.LookupUnknown},
		{"known without a title", func(*services) http.HandlerFunc { return says(`{"message":{"title":[]}}`) }, lookup.Unknown, warning.LookupUnknown},
		{"an error", func(*services) http.HandlerFunc { return status(500) }, lookup.Failed, warning.LookupUnanswered},
		{"forbidden", func(*services) http.HandlerFunc { return status(403) }, lookup.Failed, warning.LookupUnanswered},
		{"too many requests", func(*services) http.HandlerFunc { return status(429) }, lookup.Held, warning.LookupUnanswered},
		{"a network's sign-in page", func(*services) http.HandlerFunc { return says(`<!DOCTYPE html><title>Sign in</title>`) }, lookup.Failed, warning.LookupUnanswered},
		{"invalid JSON", func(*services) http.HandlerFunc { return says(`{"message":{"title":["Deep`) }, lookup.Failed, warning.LookupUnanswered},
		{"nested too deep", func(*services) http.HandlerFunc {
			return says(strings.Repeat(`{"message":`, 200) + "1" + strings.Repeat("}", 200))
		}, lookup.Failed, warning.LookupUnanswered},
		{"too large", func(*services) http.HandlerFunc { return says(crossrefWork + strings.Repeat(" ", 2<<20)) }, lookup.Failed, warning.LookupUnanswered},
		{"an endless body", func(s *services) http.HandlerFunc {
			return func(w http.ResponseWriter, r *http.Request) {
				for r.Context().Err() == nil {
					fmt.Fprint(w, strings.Repeat(`{"message":`, 1000))
				}
			}
		}, lookup.Failed, warning.LookupUnanswered},
		{"a slow endless body", func(s *services) http.HandlerFunc {
			return func(w http.ResponseWriter, r *http.Request) {
				for r.Context().Err() == nil {
					fmt.Fprint(w, " ")
					w.(http.Flusher).Flush()
					time.Sleep(5 * time.Millisecond)
				}
			}
		}, lookup.TimedOut, warning.LookupUnanswered},
		{"no answer", func(s *services) http.HandlerFunc { return s.hang }, lookup.TimedOut, warning.LookupUnanswered},
		{"a dropped connection", func(*services) http.HandlerFunc {
			return func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
		}, lookup.Failed, warning.LookupUnanswered},
		{"a redirect to another host", func(*services) http.HandlerFunc {
			return http.RedirectHandler(elsewhere.URL, http.StatusFound).ServeHTTP
		}, lookup.Failed, warning.LookupUnanswered},
		{"redirects in a circle", func(*services) http.HandlerFunc {
			return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }
		}, lookup.Failed, warning.LookupUnanswered},
	} {
		t.Run(tt.name, func(t *testing.T) {
			services, observed := startServices(t, map[string]http.HandlerFunc{}), newCounter()
			services.set("crossref", tt.answer(services))
			budget := long
			if tt.outcome == lookup.TimedOut {
				budget = short
			}
			s := services.lookup(t, func(c *lookup.Config) { c.Budget, c.Observer = budget, observed })
			got := s.Fill(t.Context(), byDOI, true, false)
			want := lookup.Filling{Citation: byDOI, Warnings: warning.List{{Code: tt.warning, Field: "DOI", Detail: "10.5555/x"}}}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			// The call may go on for the next patron's sake, but ends.
			for deadline := time.Now().Add(time.Minute); observed.count("Crossref "+string(tt.outcome)) != 1; time.Sleep(time.Millisecond) {
				if time.Now().After(deadline) {
					t.Fatalf("not observed as %s: %v", tt.outcome, observed.outcomes)
				}
			}
		})
	}
	if n := otherHost.Load(); n != 0 {
		t.Errorf("%d requests went to a host that is not configured", n)
	}
}

func TestRedirectWithinTheHost(t *testing.T) {
	services := startServices(t, map[string]http.HandlerFunc{"datacite": says(dataciteWork)})
	services.set("crossref", func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/canonical") {
			says(crossrefWork)(w, r)
			return
		}
		http.Redirect(w, r, "/crossref/works/canonical", http.StatusMovedPermanently)
	})
	s := services.lookup(t, func(c *lookup.Config) { c.Sources = c.Sources[:1] })
	if got := s.Fill(t.Context(), byDOI, true, false); got.Filled["title"] != "Crossref" {
		t.Errorf("filled %v, warnings %v", got.Filled, got.Warnings)
	}
}

func TestFailingSourceIsSkipped(t *testing.T) {
	services, observed, clock := startServices(t, map[string]http.HandlerFunc{"crossref": status(500)}), newCounter(), newClock()
	s := services.lookup(t, func(c *lookup.Config) { c.Sources, c.Observer, c.Now = c.Sources[:1], observed, clock.Now })
	for range 20 {
		ask(t, s, 1)
		clock.forward(time.Second)
	}
	if n := services.queried(); n != 5 {
		t.Errorf("asked %d times; after 5 failures in a row it should not be asked for a while", n)
	}
	if n := observed.count("Crossref held"); n != 15 {
		t.Errorf("held %d times of 15", n)
	}
}

func TestUnknownItemsAreNoFailures(t *testing.T) {
	services, clock := startServices(t, map[string]http.HandlerFunc{}), newClock()
	s := services.lookup(t, func(c *lookup.Config) { c.Sources, c.Now = c.Sources[:1], clock.Now })
	for range 20 {
		ask(t, s, 1)
		clock.forward(time.Second)
	}
	if n := services.queried(); n != 20 {
		t.Errorf("asked %d times of 20", n)
	}
}

// TestUnreadableAnswersAreNoFailures: what a source answers depends on the identifier, which a link
// brings: no link may turn lookups off for all patrons.
func TestUnreadableAnswersAreNoFailures(t *testing.T) {
	for _, tt := range []struct {
		name   string
		answer http.HandlerFunc
	}{
		{"a redirect to another host", http.RedirectHandler("http://elsewhere.invalid/", http.StatusFound).ServeHTTP},
		{"redirects in a circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }},
		{"too large", says(crossrefWork + strings.Repeat(" ", 2<<20))},
		{"no JSON", says("<title>Sign in</title>")},
		{"nested too deep", says(strings.Repeat("[", 200))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			services, clock := startServices(t, map[string]http.HandlerFunc{"crossref": tt.answer}), newClock()
			s := services.lookup(t, func(c *lookup.Config) { c.Sources, c.Now = c.Sources[:1], clock.Now })
			for range 12 {
				ask(t, s, 1)
				clock.forward(time.Second)
			}
			services.set("crossref", says(crossrefWork))
			if got := s.Fill(t.Context(), byDOI, true, false); got.Filled["title"] != "Crossref" {
				t.Errorf("filled %v, warnings %v", got.Filled, got.Warnings)
			}
		})
	}
}
