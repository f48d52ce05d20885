package web_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
)

// How pages load far away, or on a slow network.

// A page loads in one round trip after its own: all it needs is named in it.
func TestPageWeight(t *testing.T) {
	base := site(t, nil)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	tab.Open(base + "/confirm?" + chapterLink)
	if bytes := browsertest.Eval[int](tab, `[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
		.reduce((sum, e) => sum + e.transferSize, 0)`); bytes == 0 || bytes > 30_000 {
		t.Errorf("the page takes %d bytes", bytes)
	}
	for _, e := range browsertest.Eval[[]string](tab, `performance.getEntriesByType("resource").map(e => e.initiatorType + " " + e.name)`) {
		if initiator, _, _ := strings.Cut(e, " "); !slices.Contains([]string{"link", "script", "other"}, initiator) { // other: the icon
			t.Errorf("asked for late: %s", e)
		}
	}
}

// A page arrives in parts where the network is slow. What is visible does not move.
func TestPageDoesNotShift(t *testing.T) {
	l := fullLibrary()
	server := newServer(t, func() *library.Settings { return library.New(l) })
	trickle := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding") // packed, a page would come at once
		if !strings.Contains(r.URL.Path, "/static/") {
			w = trickling{w}
		}
		server.ServeHTTP(w, r)
	}))
	t.Cleanup(trickle.Close)
	tab := browsertest.Start(t).Tab(t, browsertest.Options{})
	for _, page := range []string{
		"/confirm?" + chapterLink,
		"/confirm", // whose fields and types are open
		"/inspect?" + chapterLink,
		"/setup/test", // whose first button waits for its script
	} {
		tab.Open(trickle.URL + "/demo" + page)
		if shift := browsertest.Eval[float64](tab, `new Promise(done => {
			let sum = 0;
			new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value }).observe({type: "layout-shift", buffered: true});
			setTimeout(() => done(sum), 200);
		})`); shift != 0 {
			t.Errorf("%s moves by %f while it loads", page, shift)
		}
	}
}

// trickling sends what is written to it in small pieces.
type trickling struct{ http.ResponseWriter }

func (w trickling) Write(b []byte) (int, error) {
	for piece := range slices.Chunk(b, 200) {
		if _, err := w.ResponseWriter.Write(piece); err != nil {
			return 0, err
		}
		if err := http.NewResponseController(w.ResponseWriter).Flush(); err != nil {
			return 0, err
		}
		time.Sleep(10 * time.Millisecond)
	}
	return len(b), nil
}
