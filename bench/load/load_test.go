package load_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"lendlink/bench/load"
)

// A server that stalls once delays all requests that arrive meanwhile, though it
// answers each of them at once afterwards.
func TestOpenLoopCountsTheWaitBehindAStall(t *testing.T) {
	const stall = 400 * time.Millisecond
	var served, goesOn atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		if served.Add(1) == 100 {
			goesOn.Store(time.Now().Add(stall).UnixNano())
		}
		time.Sleep(time.Until(time.Unix(0, goesOn.Load())))
	}))
	defer s.Close()
	m, err := load.Run(t.Context(), load.Plan{URL: s.URL, Paths: []string{"/"}, Connections: 16,
		Rate: 500, Length: 2 * time.Second, Status: http.StatusOK})
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

// Bodies come in one piece, in many, with their length or in chunks.
func TestClosedLoopReadsWholeAnswers(t *testing.T) {
	var queried sync.Map
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, again := queried.Swap(r.URL.Path, true); again {
			t.Errorf("%s was asked twice", r.URL.Path)
		}
		for i := range 5 {
			fmt.Fprint(w, strings.Repeat("0\r\n\r\n", i*1000))
			if strings.HasPrefix(r.URL.Path, "/slow") {
				w.(http.Flusher).Flush()
			}
		}
	}))
	defer s.Close()
	m, err := load.Run(t.Context(), load.Plan{URL: s.URL, Paths: []string{"/fast/{n}", "/slow/{n}"}, Connections: 4,
		First: 7, Length: 200 * time.Millisecond, Status: http.StatusOK})
	if err != nil {
		t.Fatal(err)
	}
	answered := 0
	queried.Range(func(any, any) bool { answered++; return true })
	if m.Requests != answered || answered < 4 {
		t.Errorf("%d requests are counted; the server has answered %d", m.Requests, answered)
	}
	if _, first := queried.Load("/fast/7"); !first {
		t.Error("the numbers do not begin with the first")
	}
}

func TestUnexpectedStatusIsAnError(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	plan := load.Plan{URL: s.URL, Paths: []string{"/"}, Connections: 1, Length: 100 * time.Millisecond, Status: http.StatusFound}
	if _, err := load.Run(t.Context(), plan); err == nil {
		t.Error("an answer 404 passed for 302")
	}
}
