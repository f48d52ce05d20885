package web_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/client_golang/prometheus/testutil/promlint"

	"lendlink/resolver/library"
)

func TestMetrics(t *testing.T) {
	s := newServer(t, twoLibraries)
	for _, path := range []string{
		"/north/openurl?" + primoLink,
		"/north/openurl?genre=book&title=Dune&aulast=Herbert&sid=nobody-knows-me&req_id=p4711&isbn=123",
		"/north/openurl",
		"/north/confirm?genre=book&title=Dune&aulast=Herbert", // complete, but the page was asked for
		"/north/inspect?genre=book&title=Dune",
		"/nobody-knows-this/at/all",
		"/nobody-knows-that/openurl?genre=book&title=Dune",
		"/healthz",
	} {
		get(t, s, path)
	}
	r := httptest.NewRequest("BREW", "/north/openurl", nil)
	s.ServeHTTP(httptest.NewRecorder(), r)
	w := get(t, s.Admin(), "/metrics")
	text := w.Body.String()
	for _, want := range []string{
		`lendlink_resolutions_total{action="redirect",library="north",type="article-journal"} 1`,
		`lendlink_resolutions_total{action="redirect",library="north",type="book"} 1`,
		`lendlink_resolutions_total{action="confirm",library="north",type="book"} 1`,
		`lendlink_resolutions_total{action="ask",library="north",type="document"} 1`,
		`lendlink_resolution_sources_total{library="north",source="primo"} 1`,
		`lendlink_resolution_sources_total{library="north",source="other"} 1`,
		`lendlink_resolution_sources_total{library="north",source="none"} 2`,
		`lendlink_warnings_total{code="isbn-invalid"} 1`,
		`lendlink_request_duration_seconds_count{route="/openurl",status="3xx"} 2`,
		`lendlink_request_duration_seconds_count{route="/openurl",status="4xx"} 3`,
		`lendlink_request_duration_seconds_count{route="/inspect",status="2xx"} 1`,
		`lendlink_request_duration_seconds_count{route="/healthz",status="2xx"} 1`,
		`lendlink_request_duration_seconds_count{route="other",status="4xx"} 1`,
		`lendlink_requests_refused_total{reason="rate"} 0`,
		`lendlink_settings_reloads_total{result="failure"} 0`,
		`lendlink_build_info{goversion="go1.`,
		`go_goroutines`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("metrics lack %s", want)
		}
	}
	if t.Failed() {
		t.Log(regexp.MustCompile(`(?m)^lendlink_[^b\n]*$`).FindAllString(text, -1))
	}
	for _, sent := range []string{"nobody", "Dune", "p4711", "BREW"} {
		if strings.Contains(text, sent) {
			t.Errorf("metrics tell %q, which a request brought", sent)
		}
	}
	problems, err := promlint.New(strings.NewReader(text)).Lint()
	if err != nil || len(problems) > 0 {
		t.Errorf("promlint finds %v (%v)", problems, err)
	}
}

func TestSubmittedFormsAreCounted(t *testing.T) {
	settings := twoLibraries()
	closing := *settings.Libraries[0]
	closing.Code = "shut"
	closing.Closed = &library.Closed{From: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), Until: time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)}
	settings = library.New(append(settings.Libraries, &closing)...)
	s := newServer(t, func() *library.Settings { return settings })
	for _, sent := range []struct{ path, body string }{
		{"/north/request", "type=book&was=book&mode=confirm&title=Dune&author=Herbert"},
		{"/north/request", "type=book&was=book&mode=confirm&title=Dune"}, // queried before
		{"/north/request", "type=book&was=book&mode=blank&title=Dune"},
		{"/north/request", "type=book&was=book&mode=confirm&title=Dune&ISBN=1"},
		{"/north/request", "type=book&was=book&paste=???"},
		{"/north/request", "type=book&was=book&paste=https://doi.org/10.1000/x"},
		{"/shut/request", "type=book&was=book&mode=confirm&title=Dune&author=Herbert"},
		{"/north/request", "type=thesis&was=book&step=type"},      // no submit
		{"/north/request", "type=book&was=book&speak=de&title=x"}, // nor this
		{"/north/request", "type=<b>&was=book&mode=confirm&title=Dune&author=Herbert"},
	} {
		r := httptest.NewRequest(http.MethodPost, sent.path, strings.NewReader(sent.body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		s.ServeHTTP(httptest.NewRecorder(), r)
	}
	var got []string
	for line := range strings.Lines(get(t, s.Admin(), "/metrics").Body.String()) {
		if rest, ok := strings.CutPrefix(line, "lendlink_submits_total"); ok {
			got = append(got, strings.TrimSpace(rest))
		}
	}
	want := []string{
		`{library="north",outcome="confirm",type="book"} 1`,
		`{library="north",outcome="invalid",type="book"} 2`,
		`{library="north",outcome="read",type="article-journal"} 1`,
		`{library="north",outcome="redirect",type="book"} 2`,
		`{library="north",outcome="redirect",type="document"} 1`,
		`{library="shut",outcome="closed",type="book"} 1`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("submits (-want +got):\n%s", diff)
	}
}

func TestMetricsAreNotForThePublic(t *testing.T) {
	s := newServer(t, demo)
	for _, path := range []string{"/metrics", "/debug/pprof/"} {
		if w := get(t, s, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d on the public listener", path, w.Code)
		}
		if w := get(t, s.Admin(), path); w.Code != http.StatusOK {
			t.Errorf("%s: status %d on the admin listener", path, w.Code)
		}
	}
	for _, path := range []string{"/healthz", "/readyz"} {
		if w := get(t, s.Admin(), path); w.Code != http.StatusOK {
			t.Errorf("%s: status %d on the admin listener", path, w.Code)
		}
	}
}
