package web_test

import (
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
	"lendlink/resolver/web"
	"lendlink/resolver/web/statistics"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/doubtful"
	"lendlink/resolver/web/statistics/store"
	"lendlink/resolver/web/statistics/store/storetest"
)

// keepingLinks is a library whose staff, in one network, look at doubtful links.
func keepingLinks(most int) func() *library.Settings {
	l := fullLibrary()
	l.StaffPages.Networks = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("127.0.0.0/8")}
	s := library.New(l)
	s.KeepDoubtful = most
	return func() *library.Settings { return s }
}

func TestDoubtfulLinksAreForStaffAndWithoutPatrons(t *testing.T) {
	s := newServer(t, keepingLinks(10))
	open := func(path, from string) (int, string) {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.RemoteAddr = from + ":1234"
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w.Code, w.Body.String()
	}
	const patron, staff = "198.51.100.7", "192.0.2.7"
	open("/demo/openurl?genre=book&title=Harbours&aulast=Ruiz&isbn=12&req_id=p4711&email=ann@example.edu&rft.note=ann@example.edu", patron)
	open("/demo/openurl?genre=book&title=Dune&aulast=Herbert", patron) // nothing to look at
	if _, page := open("/demo/openurl?genre=book&title=Harbours", patron); strings.Contains(page, "keeps no record") {
		t.Error("the page promises that nothing is kept")
	}
	if status, _ := open("/demo/stats/links", patron); status != http.StatusNotFound {
		t.Errorf("a patron gets %d", status)
	}
	for _, format := range []string{"", "?format=txt", "?format=jsonl"} {
		status, body := open("/demo/stats/links"+format, staff)
		if status != http.StatusOK || !strings.Contains(body, "isbn=12") || strings.Contains(body, "Dune") {
			t.Errorf("%q: status %d, %s", format, status, body)
		}
		for _, personal := range []string{"p4711", "ann@", "ann%40", "198.51.100.7"} {
			if strings.Contains(body, personal) {
				t.Errorf("%q holds %s:\n%s", format, personal, body)
			}
		}
	}
	if _, body := open("/demo/stats/links", staff); !strings.Contains(body, "/demo/inspect?genre=book&amp;title=Harbours") {
		t.Errorf("nothing leads to the inspection:\n%s", body)
	}
}

func TestNoLinksAreKeptUnlessSettingsSaySo(t *testing.T) {
	s := newServer(t, keepingLinks(0))
	for path, want := range map[string]int{"/demo/openurl?genre=book&title=x&isbn=12": http.StatusOK, "/demo/stats/links": http.StatusNotFound} {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.RemoteAddr = "192.0.2.7:1234"
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%s: status %d, want %d", path, w.Code, want)
		}
	}
}

// keepingServer is a server that keeps its statistics in a folder, with one doubtful link.
func keepingServer(t *testing.T, folder string) *web.Server {
	t.Helper()
	s := newKeeping(t, store.NewFile(folder, func(string) {}))
	staffGet(s, "/demo/openurl?genre=book&title=Harbours&aulast=Ruiz&isbn=12")
	s.Statistics.Flush(statsNow)
	return s
}

// newKeeping is a server that keeps its statistics and doubtful links in a store.
func newKeeping(t *testing.T, kept statistics.Store) *web.Server {
	t.Helper()
	set := keepingLinks(10)()
	collector := statistics.New(statistics.Config{
		Store: kept, Months: func() int { return 25 }, Doubtful: func() int { return set.KeepDoubtful },
	})
	s, err := web.New(web.Config{
		Settings: func() *library.Settings { return set }, Now: func() time.Time { return statsNow },
		Log: slog.New(slog.DiscardHandler), Statistics: collector,
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var statsNow = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func staffGet(s *web.Server, path string) (int, string) {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.RemoteAddr = "192.0.2.7:1234"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// statsFiles are the pages of statistics, and whether each is a file.
var statsFiles = map[string]bool{
	"/demo/stats": false, "/demo/stats?format=json": true, "/demo/stats?format=csv": true,
	"/demo/stats/links": false, "/demo/stats/links?format=txt": true, "/demo/stats/links?format=jsonl": true,
}

// checkUnread checks what the pages of statistics say about what could not be read.
func checkUnread(t *testing.T, s *web.Server, unread bool) {
	t.Helper()
	for path, file := range statsFiles {
		want := http.StatusOK
		if unread && file {
			want = http.StatusServiceUnavailable
		}
		status, body := staffGet(s, path)
		if status != want || strings.Contains(body, "could not be read") != unread {
			t.Errorf("%s, unread %t: status %d, want %d:\n%s", path, unread, status, want, body)
		}
		if unread && (strings.Contains(body, "No links received") || strings.Contains(body, "There are none yet")) {
			t.Errorf("%s says that there is nothing:\n%s", path, body)
		}
	}
}

func TestStatisticsSayThatTheyAreLocked(t *testing.T) {
	folder := t.TempDir()
	s := keepingServer(t, folder)
	checkUnread(t, s, false)
	file, err := os.Open(filepath.Join(folder, store.Name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	checkUnread(t, s, true)
	file.Close()
	checkUnread(t, s, false)
}

func TestStatisticsSayThatAFileWasDamaged(t *testing.T) {
	folder := t.TempDir()
	s := keepingServer(t, folder)
	path := filepath.Join(folder, store.Name)
	if err := os.WriteFile(path, []byte("not a database"), 0o600); err != nil {
		t.Fatal(err)
	}
	checkUnread(t, s, true)
	staffGet(s, "/demo/openurl?genre=book&title=Harbours&aulast=Ruiz&isbn=12")
	s.Statistics.Flush(statsNow) // sets it aside
	aside := path + ".damaged-1"
	changed := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	if err := os.Chtimes(aside, changed, changed); err != nil {
		t.Fatal(err)
	}
	checkUnread(t, s, true)
	for query, want := range map[string]int{
		"from=2026-11-13&to=2026-11-22": http.StatusOK, // with the ten days before
		"from=2026-11-12&to=2026-11-22": http.StatusServiceUnavailable,
	} {
		if status, _ := staffGet(s, "/demo/stats?format=csv&"+query); status != want {
			t.Errorf("%s: status %d, want %d", query, status, want)
		}
	}
	if err := os.Remove(aside); err != nil {
		t.Fatal(err)
	}
	checkUnread(t, s, false)
}

func TestStatisticsSayThatADayIsDamaged(t *testing.T) {
	folder := t.TempDir()
	s := keepingServer(t, folder)
	storetest.DamageDay(t, folder, "demo", counts.DayOf(statsNow))
	for query, want := range map[string]struct {
		status int
		says   string
	}{
		"":                               {http.StatusOK, "What was kept of 2026-11-23 is damaged and could not be read"},
		"?format=csv":                    {http.StatusServiceUnavailable, "could not be read"},
		"?format=json":                   {http.StatusServiceUnavailable, "could not be read"},
		"?format=csv&incomplete=yes":     {http.StatusOK, "from,to,counted"},
		"?format=json&incomplete=yes":    {http.StatusOK, `"incomplete": true`},
		"?to=2026-11-22&from=2026-11-20": {http.StatusOK, "No links received"},
	} {
		if status, body := staffGet(s, "/demo/stats"+query); status != want.status || !strings.Contains(body, want.says) {
			t.Errorf("%s: status %d, want %d and %q:\n%s", query, status, want.status, want.says, body)
		}
	}
}

// gone is a store of shared counts that does not answer.
type gone struct{ statistics.Shared }

var errGone = errors.New("connection refused")

func (gone) Knows(string) (bool, error)         { return false, errGone }
func (gone) Put(string, counts.Days, int) error { return errGone }
func (gone) Each(string, counts.Day, counts.Day, func(string, counts.Day, counts.Counts)) error {
	return errGone
}

func (gone) PutDoubtful(map[string]doubtful.List, counts.Day, int, int) error { return errGone }
func (gone) Doubtful(string) (doubtful.List, error)                           { return nil, errGone }

func TestStatisticsSayThatTheSharedCacheIsGone(t *testing.T) {
	s := newKeeping(t, store.NewMemory())
	s.Statistics.Shared = func() statistics.Shared { return gone{} }
	for query, want := range map[string]int{
		"": http.StatusOK, "?format=csv": http.StatusServiceUnavailable, "?format=json": http.StatusServiceUnavailable,
		"/links": http.StatusOK, "/links?format=txt": http.StatusServiceUnavailable,
	} {
		if status, body := staffGet(s, "/demo/stats"+query); status != want || !strings.Contains(body, "could not be read") {
			t.Errorf("%s: status %d, want %d:\n%s", query, status, want, body)
		}
	}
}

// waitingStore answers once its channel is closed.
type waitingStore struct {
	*store.Memory
	answer chan struct{}
}

func (w waitingStore) Each(string, counts.Day, counts.Day, func(counts.Day, counts.Counts)) error {
	<-w.answer
	return nil
}

func (w waitingStore) Doubtful(string) (doubtful.List, error) {
	<-w.answer
	return nil, nil
}

func TestFewReadStatisticsAtOnce(t *testing.T) {
	waiting := waitingStore{store.NewMemory(), make(chan struct{})}
	s := newKeeping(t, waiting)
	statuses := make(chan int)
	for _, path := range []string{"/demo/stats", "/demo/stats/links", "/demo/stats", "/demo/stats/links", "/demo/stats/links"} {
		go func() {
			status, _ := staffGet(s, path)
			statuses <- status
		}()
	}
	select {
	case status := <-statuses:
		if status != http.StatusServiceUnavailable {
			t.Errorf("while four wait, the fifth gets %d", status)
		}
	case <-time.After(time.Minute):
		t.Error("all five wait")
	}
	close(waiting.answer)
	for range 4 {
		if status := <-statuses; status != http.StatusOK {
			t.Errorf("one of the four gets %d", status)
		}
	}
}

func TestStatisticsInABrowser(t *testing.T) {
	server := httptest.NewServer(newServer(t, keepingLinks(10)))
	t.Cleanup(server.Close)
	tabs := map[string]*browsertest.Tab{
		"desktop": browsertest.Start(t).Tab(t, browsertest.Options{}),
		"phone":   browsertest.Start(t).Tab(t, browsertest.Options{Width: 320, Height: 640, Mobile: true}),
		"dark":    browsertest.Start(t).Tab(t, browsertest.Options{Dark: true}),
		"forced":  browsertest.Start(t).Tab(t, browsertest.Options{ForcedColors: true, Dark: true}),
		"paper":   browsertest.Start(t).Tab(t, browsertest.Options{Print: true, Width: 800, Height: 1000}),
	}
	for _, link := range []string{
		"genre=book&title=Harbours&aulast=Ruiz&isbn=12&sid=EBSCO:MLA", "genre=bookitem&atitle=Tugs&title=Handbook&sid=primo", chapterLink,
		"genre=article&atitle=Tides&jtitle=Harbours&date=2019&sid=ProQ", "title=Dune",
	} {
		response, err := http.Get(server.URL + "/demo/openurl?" + link)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
	}
	for name, tab := range tabs {
		for _, path := range []string{"/demo/stats", "/demo/stats?from=2025-12&by=month", "/demo/stats/links"} {
			tab.Open(server.URL + path)
			for _, v := range tab.Axe() {
				t.Errorf("%s, %s: %s", path, name, v)
			}
			if wide := browsertest.Eval[int](tab, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
				t.Errorf("%s, %s: %d pixels wider than the screen", path, name, wide)
			}
		}
	}
	links := tabs["desktop"]
	links.Follow(`.doubtful-links a`)
	if at := links.Location(); !strings.Contains(at, "/demo/inspect?") {
		t.Errorf("a link leads to %s", at)
	}
}
