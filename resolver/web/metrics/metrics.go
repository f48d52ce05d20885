// Package metrics counts what the server does and exports it to Prometheus, in its
// text format and under the naming rules of its documentation.
//
// Every label has values from a closed list or from the settings; none is a text
// from a request. So clients cannot make the metrics grow without end, and the
// metrics say nothing of what a patron reads.
//
// It imports certs, citation, conns, counts, lookup, referrer and resolver.
package metrics

import (
	"net/http"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/web/conns"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics/counts"
)

// Metrics are the counters of one server, in a registry of their own. They are
// safe for use by several goroutines at once.
type Metrics struct {
	registry *prometheus.Registry

	requests    *prometheus.HistogramVec
	refused     *prometheus.CounterVec
	resolutions *prometheus.CounterVec
	sources     *prometheus.CounterVec
	warnings    *prometheus.CounterVec
	submits     *prometheus.CounterVec
	copies      *prometheus.CounterVec

	reloads    *prometheus.CounterVec
	reloadedAt prometheus.Gauge
	reloadedOK prometheus.Gauge
	libraries  prometheus.Gauge

	lookups lookups
	stores  stores
	conns   atomic.Pointer[func() conns.Counts]
	lost    atomic.Pointer[func() int64]
}

// latencyBuckets are in seconds: a redirect takes microseconds, one that waits for
// a lookup up to a second.
var latencyBuckets = []float64{.0001, .00025, .0005, .001, .002, .005, .01, .025, .1, .25, .5, 1, 2.5}

// New makes the metrics of a server. The version is a label of
// lendlink_build_info, the Go version next to it.
func New(version, goVersion string) *Metrics {
	r := prometheus.NewRegistry()
	m := &Metrics{
		registry: r,
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "lendlink_request_duration_seconds", Buckets: latencyBuckets,
			Help: "How long requests took, by route and class of the status.",
		}, []string{"route", "status"}),
		refused: counter("lendlink_requests_refused_total",
			"Requests turned away unread: rate (too many from one client) or load (too many at once).", "reason"),
		resolutions: counter("lendlink_resolutions_total",
			"Links that patrons followed, by library, type of the item and what happened then.", "library", "type", "action"),
		sources: counter("lendlink_resolution_sources_total", "Links that patrons followed, by library and family of the source.",
			"library", "source"),
		warnings: counter("lendlink_warnings_total", "What was repaired, dropped or doubted in links that patrons followed, by code.", "code"),
		submits: counter("lendlink_submits_total",
			"Forms that patrons sent from our pages, by library, type of the item and what came of it.", "library", "type", "outcome"),
		copies:     counter("lendlink_free_copies_total", "Free copies that pages showed and patrons took, by library.", "library", "event"),
		reloads:    counter("lendlink_settings_reloads_total", "Reloads of the settings, by result.", "result"),
		reloadedAt: gauge("lendlink_settings_last_reload_timestamp_seconds", "When the current settings were loaded, in seconds since 1970."),
		reloadedOK: gauge("lendlink_settings_last_reload_successful",
			"1 while the latest settings are in use, 0 after a reload that was refused."),
		libraries: gauge("lendlink_libraries", "Libraries served."),
		lookups:   newLookups(),
		stores:    newStores(),
	}
	build := gauge("lendlink_build_info", "Always 1; what runs is told by the labels.", "version", version, "goversion", goVersion)
	build.Set(1)
	r.MustRegister(
		m.requests, m.refused, m.resolutions, m.sources, m.warnings, m.submits, m.copies,
		m.reloads, m.reloadedAt, m.reloadedOK, m.libraries, build,
		m.lookups.queried, m.lookups.took, m.lookups.cache, m.lookups.shared, m.stores.used, m.stores.up, m.stores.damaged,
		m.connections(), m.lostLines(), collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	// What has not happened yet counts 0, so that its first time is a rise.
	for _, result := range []string{success, failure} {
		m.reloads.WithLabelValues(result)
	}
	for _, reason := range []Refusal{ByRate, ByLoad} {
		m.refused.WithLabelValues(string(reason))
	}
	return m
}

func counter(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

// gauge makes a gauge. Its labels never change and come as names and values.
func gauge(name, help string, labels ...string) prometheus.Gauge {
	fixed := prometheus.Labels{}
	for i := 0; i < len(labels); i += 2 {
		fixed[labels[i]] = labels[i+1]
	}
	return prometheus.NewGauge(prometheus.GaugeOpts{Name: name, Help: help, ConstLabels: fixed})
}

// Handler serves the metrics.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry})
}

// classes are the classes of HTTP statuses, by their first digit.
var classes = [...]string{"other", "1xx", "2xx", "3xx", "4xx", "5xx"}

// Answered counts a request. The route is one of the server's own patterns.
func (m *Metrics) Answered(route string, status int, took time.Duration) {
	class := status / 100
	if class < 1 || class >= len(classes) {
		class = 0
	}
	m.requests.WithLabelValues(route, classes[class]).Observe(took.Seconds())
}

// Refusal is why a request was turned away unread.
type Refusal string

// The refusals.
const (
	ByRate Refusal = "rate" // too many from one client
	ByLoad Refusal = "load" // too many at once
)

// Refused counts a request that was turned away.
func (m *Metrics) Refused(why Refusal) { m.refused.WithLabelValues(string(why)).Inc() }

// Resolved counts a link that a patron followed.
func (m *Metrics) Resolved(r *resolver.Resolution, from referrer.Family) {
	m.resolutions.WithLabelValues(r.Library, string(r.Citation.Type), string(r.Action)).Inc()
	m.sources.WithLabelValues(r.Library, from.String()).Inc()
	for _, w := range r.Warnings {
		m.warnings.WithLabelValues(string(w.Code)).Inc()
	}
}

// Submit is what came of a form that a patron sent from one of our pages.
type Submit string

// What may come of a form, as the statistics count it.
const (
	SentOn     Submit = counts.SentOn
	Incomplete Submit = counts.Incomplete
	Invalid    Submit = counts.Invalid
	Read       Submit = counts.Pasted
	Closed     Submit = counts.Closed
)

// Submitted counts a form that a patron sent.
func (m *Metrics) Submitted(library string, itemType citation.Type, what Submit) {
	m.submits.WithLabelValues(library, string(itemType), string(what)).Inc()
}

// The results of a reload.
const (
	success = "success"
	failure = "failure"
)

// Loaded records that settings were loaded, at the start or after a reload.
func (m *Metrics) Loaded(libraries int, at time.Time) {
	m.reloadedAt.Set(float64(at.UnixMilli()) / 1000)
	m.reloadedOK.Set(1)
	m.libraries.Set(float64(libraries))
}

// Reloaded counts a reload whose settings were taken or refused.
func (m *Metrics) Reloaded(taken bool) {
	result := success
	if !taken {
		result = failure
		m.reloadedOK.Set(0)
	}
	m.reloads.WithLabelValues(result).Inc()
}
