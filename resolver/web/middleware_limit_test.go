package web_test

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"lendlink/resolver/library"
	"lendlink/resolver/web"
)

const duneLink = "/demo/openurl?genre=book&title=Dune&aulast=Herbert"

// limited is a server with a rate limit, and with a clock that is moved by hand.
func limited(t *testing.T, perMinute int) (s *web.Server, now *time.Time) {
	t.Helper()
	settings := demo()
	settings.RateLimit = perMinute
	settings.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("192.0.2.1/32")}
	now = new(time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC))
	s, err := web.New(web.Config{
		Settings: func() *library.Settings { return settings },
		Now:      func() time.Time { return *now },
		Log:      slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, now
}

func from(h http.Handler, client, path string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.RemoteAddr = client
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestRateLimit(t *testing.T) {
	const perMinute, burst = 60, 10
	for _, tc := range []struct {
		name    string
		greedy  string // a client that uses up its share, with %d for any number
		other   string
		blocked bool // whether the other is the same client
	}{
		{"the same address, another port", "203.0.113.7:1", "203.0.113.7:2", true},
		{"a neighbour in IPv4", "203.0.113.7:1", "203.0.113.8:1", false},
		{"one IPv6 network with many addresses", "[2001:db8:1:1::%d]:1", "[2001:db8:1:1:ffff::1]:1", true},
		{"the network next to it", "[2001:db8:1:1::%d]:1", "[2001:db8:1:2::1]:1", false},
		{"IPv4 through an IPv6 listener", "[::ffff:203.0.113.7]:1", "203.0.113.7:1", true},
		{"its neighbour through it", "[::ffff:203.0.113.7]:1", "[::ffff:203.0.113.8]:1", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s, now := limited(t, perMinute)
			for i := range burst {
				client := strings.ReplaceAll(tc.greedy, "%d", fmt.Sprint(i))
				if w := from(s, client, duneLink); w.Code != http.StatusFound {
					t.Fatalf("request %d: status %d", i, w.Code)
				}
			}
			want := http.StatusFound
			if tc.blocked {
				want = http.StatusTooManyRequests
			}
			w := from(s, tc.other, duneLink)
			if w.Code != want {
				t.Errorf("status %d, want %d", w.Code, want)
			}
			if tc.blocked && w.Header().Get("Retry-After") != "1" {
				t.Errorf("Retry-After %q, want 1", w.Header().Get("Retry-After"))
			}
			*now = now.Add(time.Second)
			if w := from(s, tc.other, duneLink); w.Code != http.StatusFound {
				t.Errorf("after a second: status %d", w.Code)
			}
		})
	}
}

func TestRateLimitBehindAProxy(t *testing.T) {
	s, _ := limited(t, 6) // a burst of one
	for _, tc := range []struct {
		name, peer, forwarded string
		status                int
	}{
		{"a client of the proxy", "192.0.2.1:1", "203.0.113.1", http.StatusFound},
		{"another client of it", "192.0.2.1:1", "203.0.113.2", http.StatusFound},
		{"the first again", "192.0.2.1:1", "203.0.113.1", http.StatusTooManyRequests},
		{"a peer that is not our proxy", "198.51.100.1:1", "203.0.113.3", http.StatusFound},
		{"the same in other clothes", "198.51.100.1:1", "203.0.113.4", http.StatusTooManyRequests},
	} {
		if w := from(s, tc.peer, duneLink, "X-Forwarded-For", tc.forwarded); w.Code != tc.status {
			t.Errorf("%s: status %d, want %d", tc.name, w.Code, tc.status)
		}
	}
}

// TestRateLimitOfUnreadableAddresses: clients that cannot be distinguished are not counted as one, or
// a single client would turn all others away.
func TestRateLimitOfUnreadableAddresses(t *testing.T) {
	s, _ := limited(t, 6) // a burst of one
	for _, forwarded := range []string{"", "unknown", "203.0.113.5, garbage"} {
		for n := range 3 {
			if w := from(s, "192.0.2.1:1", duneLink, "X-Forwarded-For", forwarded); w.Code != http.StatusFound {
				t.Errorf("%q, request %d: status %d", forwarded, n, w.Code)
			}
		}
	}
	from(s, "192.0.2.1:1", duneLink, "X-Forwarded-For", "203.0.113.5:1000")
	if w := from(s, "192.0.2.1:1", duneLink, "X-Forwarded-For", "203.0.113.5:2000"); w.Code != http.StatusTooManyRequests {
		t.Errorf("the same client from another port: status %d", w.Code)
	}
}

func TestRefusalIsReadable(t *testing.T) {
	s, _ := limited(t, 6)
	const client = "203.0.113.1:1"
	from(s, client, duneLink)
	page := from(s, client, duneLink, "Accept-Language", "de")
	if page.Code != http.StatusTooManyRequests || !strings.Contains(page.Body.String(), "Zu viele Zugriffe aus Ihrem Netz") {
		t.Errorf("status %d, page %.300s", page.Code, page.Body)
	}
	forProgram := from(s, client, duneLink, "Accept", "application/json")
	if got := forProgram.Body.String(); forProgram.Header().Get("Content-Type") != "application/problem+json" || !strings.Contains(got, `"status":429`) {
		t.Errorf("for a program: %s", got)
	}
	for _, path := range []string{"/healthz", "/readyz", "/static/icon.svg"} {
		if w := from(s, client, path); w.Code != http.StatusOK {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
	if text := get(t, s.Admin(), "/metrics").Body.String(); !strings.Contains(text, `lendlink_requests_refused_total{reason="rate"} 2`) {
		t.Error("refusals are not counted")
	}
}

// Many new addresses must not fill the memory, and must not lock out others.
func TestRateLimitIsBounded(t *testing.T) {
	s, _ := limited(t, 6)
	for i := range 25_000 {
		if w := from(s, fmt.Sprintf("[2001:db8:%x:%x::1]:1", i>>16, i&0xffff), duneLink); w.Code != http.StatusFound {
			t.Fatalf("client %d: status %d", i, w.Code)
		}
	}
	if n := web.Clients(s); n > 20_000 {
		t.Errorf("%d clients remembered", n)
	}
}

// held is a server whose work does not end before release is called.
func held(t *testing.T, settings *library.Settings) (s *web.Server, release func()) {
	t.Helper()
	released := make(chan struct{})
	s, err := web.New(web.Config{
		Settings: func() *library.Settings { return settings },
		Now:      func() time.Time { <-released; return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		Log:      slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, sync.OnceFunc(func() { close(released) })
}

func TestMaxInFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		settings := demo()
		settings.MaxInFlight = 2
		s, release := held(t, settings)
		done := make(chan int, 2)
		for range 2 {
			go func() { done <- get(t, s, duneLink).Code }()
		}
		synctest.Wait()
		w := get(t, s, duneLink)
		if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "very busy") {
			t.Errorf("third request: status %d, Retry-After %q, page %.200s", w.Code, w.Header().Get("Retry-After"), w.Body)
		}
		if w := get(t, s, "/readyz"); w.Code != http.StatusOK {
			t.Errorf("not ready in a load that it can hold: status %d", w.Code)
		}
		release()
		for range 2 {
			if code := <-done; code != http.StatusFound {
				t.Errorf("request in flight: status %d", code)
			}
		}
		if w := get(t, s, duneLink); w.Code != http.StatusFound {
			t.Errorf("after the load: status %d", w.Code)
		}
	})
}

// A body that is sent slowly is waited for, and does not count as a request in flight.
func TestSlowBodiesAreNotInFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		settings := demo()
		settings.MaxInFlight = 1
		s := newServer(t, func() *library.Settings { return settings })
		body, rest := io.Pipe()
		done := make(chan int, 1)
		go func() {
			r := httptest.NewRequest(http.MethodPost, "/demo/openurl", body)
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			done <- w.Code
		}()
		if _, err := io.WriteString(rest, "genre=book&title=Dune"); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if w := get(t, s, duneLink); w.Code != http.StatusFound {
			t.Errorf("beside a slow body: status %d", w.Code)
		}
		if _, err := io.WriteString(rest, "&aulast=Herbert"); err != nil {
			t.Error(err)
		}
		rest.Close()
		if code := <-done; code != http.StatusSeeOther {
			t.Errorf("the slow one: status %d", code)
		}
	})
}
