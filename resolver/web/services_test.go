package web_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/web"
)

// What the services say of made-up items, in their own shapes.
const (
	articleAtCrossref = `{"status":"ok","message":{"type":"journal-article","title":["Towage in <i>narrow</i> waters"],"container-title":["Journal of Harbour Studies"],"author":[{"family":"Ruiz","given":"Aiko"}],"volume":"12","issue":"3","page":"101-119","ISSN":["1476-4687"],"issued":{"date-parts":[[2019,4]]},"DOI":"10.5555/tug"}}`
	chapterAtCrossref = `{"status":"ok","message":{"type":"book-chapter","title":["Deep sea fishes"],"container-title":["Handbook of marine life"],"author":[{"family":"Ruiz"}],"page":"10-20","ISBN":["9780306406157"],"issued":{"date-parts":[[2015]]},"DOI":"10.5555/fish"}}`
)

// services is a server in place of the open services, each under a folder of its own.
type services struct {
	*httptest.Server
	mu      sync.Mutex
	queried []string         // the paths asked for
	over    chan struct{}    // closed when the test ends
	other   http.HandlerFunc // answers for the others than Crossref
}

// startServices starts them: Crossref answers, the others know nothing.
func startServices(tb testing.TB, crossref http.HandlerFunc) *services {
	tb.Helper()
	s := &services{over: make(chan struct{}), other: http.NotFound}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.queried = append(s.queried, r.URL.EscapedPath())
		s.mu.Unlock()
		if strings.HasPrefix(r.URL.Path, "/crossref/") {
			crossref(w, r)
			return
		}
		s.other(w, r)
	}))
	tb.Cleanup(func() {
		close(s.over)
		s.CloseClientConnections()
		s.Close()
	})
	return s
}

func (s *services) paths() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string{}, s.queried...)
}

// hang never answers.
func (s *services) hang(_ http.ResponseWriter, r *http.Request) {
	select {
	case <-r.Context().Done():
	case <-s.over:
	}
}

func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, body) }
}

// newLookingUp makes a server whose lookups ask these services.
func newLookingUp(tb testing.TB, services *services, budget time.Duration, libraries ...*library.Library) *web.Server {
	tb.Helper()
	config := lookup.Config{Settings: source.Settings{Budget: budget}}
	for _, name := range []string{"crossref", "datacite", "pubmed", "openlibrary", "googlebooks"} {
		config.Sources = append(config.Sources, source.Endpoint{Name: name, Address: services.URL + "/" + name})
	}
	if libraries == nil {
		libraries = twoLibraries().Libraries[:1]
	}
	return newServerWithLookups(tb, config, libraries...)
}

// newServerWithLookups makes a server of some libraries whose lookups are made by config.
func newServerWithLookups(tb testing.TB, config lookup.Config, libraries ...*library.Library) *web.Server {
	tb.Helper()
	lookups, err := lookup.New(config)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { lookups.Close() })
	settings := library.New(libraries...)
	s, err := web.New(web.Config{
		Settings: func() *library.Settings { return settings },
		Lookup:   func() *lookup.Service { return lookups },
		Now:      func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		Log:      slog.New(slog.NewJSONHandler(io.Discard, nil)),
	})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}
