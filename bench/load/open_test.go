package load_test

import (
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"lendlink/bench/load"
)

// A server that stands still once makes all wait that come meanwhile, though it
// answers each of them at once when it goes on.
func TestOpenCountsTheWaitBehindAStall(t *testing.T) {
	const stall = 400 * time.Millisecond
	var served, goesOn atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		if served.Add(1) == 100 {
			goesOn.Store(time.Now().Add(stall).UnixNano())
		}
		time.Sleep(time.Until(time.Unix(0, goesOn.Load())))
	}))
	defer s.Close()
	m, err := load.Open(t.Context(), s.URL, []string{"/"}, 500, 2*time.Second, http.StatusOK)
	if err != nil {
		t.Fatal(err)
	}
	if m.Requests != 1000 {
		t.Errorf("%d requests were sent; 1000 were due", m.Requests)
	}
	if m.P99 < stall/2 {
		t.Errorf("p99 is %v behind a stall of %v that met a fifth of all requests", m.P99, stall)
	}
}

func TestOpenRefusesAnotherStatus(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	if _, err := load.Open(t.Context(), s.URL, []string{"/"}, 100, 100*time.Millisecond, http.StatusFound); err == nil {
		t.Error("an answer 404 passed for 302")
	}
}
