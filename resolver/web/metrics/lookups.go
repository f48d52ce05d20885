package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"lendlink/resolver/lookup"
)

// lookups counts what is asked of open services. It is the observer of
// [lookup.Config].
type lookups struct {
	queried       *prometheus.CounterVec
	took          *prometheus.HistogramVec
	cache, shared *prometheus.CounterVec
}

func newLookups() lookups {
	return lookups{
		queried: counter("lendlink_lookups_total", "Questions to open services, by service and outcome.", "service", "outcome"),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "lendlink_lookup_duration_seconds", Buckets: []float64{.025, .05, .1, .2, .4, .8, 1.6, 3.2},
			Help: "How long open services took to answer, by service.",
		}, []string{"service"}),
		cache:  counter("lendlink_lookup_cache_total", "Questions to the memory of earlier answers: hit or miss.", "result"),
		shared: counter("lendlink_lookup_shared_cache_total", "Uses of the shared cache: success or failure.", "result"),
	}
}

// Lookups returns what a lookup service reports its questions to.
func (m *Metrics) Lookups() lookup.Observer { return m.lookups }

// SourceQueried counts a question to a service.
func (l lookups) SourceQueried(source string, outcome lookup.Outcome, took time.Duration) {
	l.queried.WithLabelValues(source, string(outcome)).Inc()
	if outcome != lookup.Held {
		l.took.WithLabelValues(source).Observe(took.Seconds())
	}
}

// CacheQueried counts a question to the memory.
func (l lookups) CacheQueried(hit bool) { l.cache.WithLabelValues(choose(hit, "hit", "miss")).Inc() }

// SharedCacheUsed counts a use of the shared cache.
func (l lookups) SharedCacheUsed(ok bool) {
	l.shared.WithLabelValues(choose(ok, success, failure)).Inc()
}

func choose(yes bool, then, otherwise string) string {
	if yes {
		return then
	}
	return otherwise
}
