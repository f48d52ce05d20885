package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web"
)

func demo() *library.Settings { return library.Demo() }

// twoLibraries has no practice library, and none whose code can be left out.
func twoLibraries() *library.Settings {
	form := func(registry string) requestform.Form {
		return requestform.Form{Service: requestform.Tipasa, URL: "https://" + registry + ".account.worldcat.org/profile/route/openurl?", MaxLength: 2000}
	}
	return library.New(
		&library.Library{Code: "north", Name: "North & Sons Library", Form: form("11111"), EmbedOrigins: []string{"https://library.example.edu"}},
		&library.Library{Code: "south", Name: "South Library", Form: form("22222"), StaffPages: library.StaffPages{Off: true}},
	)
}

func newServer(t testing.TB, settings func() *library.Settings) *web.Server {
	t.Helper()
	return newLogging(t, settings, io.Discard)
}

func newLogging(t testing.TB, settings func() *library.Settings, log io.Writer) *web.Server {
	t.Helper()
	set := settings()
	s, err := web.New(web.Config{
		Settings: func() *library.Settings { return set },
		Now:      func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		Log:      slog.New(slog.NewJSONHandler(log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func get(t testing.TB, h http.Handler, path string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func TestRoutesAreNoLibraryCodes(t *testing.T) {
	for _, code := range web.FirstSegments(newServer(t, demo)) {
		src := "libraries:\n  - code: " + code + "\n    name: N\n    form:\n      service: practice\n"
		if _, err := library.Parse("x.yaml", []byte(src), func(string) (string, bool) { return "", false }); err == nil {
			t.Errorf("a library may call itself %q, which is a page", code)
		}
	}
}

func TestLogHasNoPatronData(t *testing.T) {
	var log bytes.Buffer
	s := newLogging(t, demo, &log)
	r := httptest.NewRequest(http.MethodGet, "/demo/openurl?genre=book&title=Secretly+Wanted&sid=Shelf&req_id=p4711", nil)
	r.RemoteAddr = "203.0.113.77:999"
	r.Header.Set("X-Forwarded-For", "198.51.100.99")
	s.ServeHTTP(httptest.NewRecorder(), r)
	var entry map[string]any
	if err := json.Unmarshal(log.Bytes(), &entry); err != nil {
		t.Fatalf("%v in %s", err, log.String())
	}
	for _, want := range []string{"library", "source", "type", "outcome", "duration", "warnings", "status", "route", "request_id"} {
		if _, ok := entry[want]; !ok {
			t.Errorf("log lacks %q: %s", want, log.String())
		}
	}
	for _, secret := range []string{"Secretly", "p4711", "203.0.113", "198.51.100"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("log tells %q: %s", secret, log.String())
		}
	}
}

func TestLogHoldsLinksIfSet(t *testing.T) {
	var log bytes.Buffer
	s := newLogging(t, func() *library.Settings { set := demo(); set.LogLinks = true; return set }, &log)
	get(t, s, "/demo/openurl?genre=book&title=Dune&req_id=p4711&borrower=p4711&return=https://proxy.example/?ticket=p4711")
	if !strings.Contains(log.String(), `genre=book\u0026title=Dune`) && !strings.Contains(log.String(), `genre=book&title=Dune`) {
		t.Errorf("log lacks the link: %s", log.String())
	}
	if strings.Contains(log.String(), "p4711") {
		t.Errorf("log tells who asked: %s", log.String())
	}
}

// A header read into memory before our own checks must still fit their limit.
func TestServe(t *testing.T) {
	s := newServer(t, demo)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	base := "http://" + l.Addr().String()
	for _, tc := range []struct {
		name, path string
		status     int
	}{
		{"ready for requests", "/readyz", http.StatusOK},
		{"a query just above our limit gets our page", "/openurl?title=" + strings.Repeat("x", 16<<10), http.StatusRequestURITooLong},
		{"a query up to the limit of headers does too", "/openurl?title=" + strings.Repeat("x", 31<<10), http.StatusRequestURITooLong},
		{"above it nothing is read", "/openurl?title=" + strings.Repeat("x", 100<<10), http.StatusRequestHeaderFieldsTooLarge},
	} {
		res, err := http.Get(base + tc.path)
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		res.Body.Close()
		if res.StatusCode != tc.status {
			t.Errorf("%s: status %d, want %d", tc.name, res.StatusCode, tc.status)
		}
	}
	stop()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("stopped with %v", err)
		}
	case <-time.After(time.Minute):
		t.Fatal("does not stop")
	}
	if w := get(t, s, "/readyz"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("ready after the shutdown: status %d", w.Code)
	}
}

func TestPrivacyIsPromisedOnlyWhereItIsKept(t *testing.T) {
	const promise = "This page keeps no record"
	if !strings.Contains(get(t, newServer(t, demo), "/demo/").Body.String(), promise) {
		t.Error("no promise where links are not logged")
	}
	logging := newServer(t, func() *library.Settings { set := demo(); set.LogLinks = true; return set })
	if strings.Contains(get(t, logging, "/demo/").Body.String(), promise) {
		t.Error("a promise where links are logged")
	}
}
