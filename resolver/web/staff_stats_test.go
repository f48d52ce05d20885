package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"lendlink/internal/browsertest"
	"lendlink/resolver/library"
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
	links.Follow(`.look a`)
	if at := links.Location(); !strings.Contains(at, "/demo/inspect?") {
		t.Errorf("a link leads to %s", at)
	}
}
