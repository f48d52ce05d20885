package metrics

import "github.com/prometheus/client_golang/prometheus"

// stores counts the uses of what keeps the statistics.
type stores struct {
	used *prometheus.CounterVec
	up   *prometheus.GaugeVec

	damaged prometheus.Counter
}

// Store is what keeps statistics.
type Store string

// The stores.
const (
	StoreFile   Store = "file"   // in state_dir
	StoreShared Store = "shared" // the server that replicas share
)

func newStores() stores {
	s := stores{
		used: counter("lendlink_statistics_writes_total", "Counts handed to what keeps them, by store and result.", "store", "result"),
		up: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "lendlink_statistics_store_up", Help: "1 while the store takes counts, 0 after a failure, by store.",
		}, []string{"store"}),
		damaged: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "lendlink_statistics_damaged_total", Help: "Damages found in what is kept: a file, a day, a list of links.",
		}),
	}
	return s
}

// StatisticsKept counts a use of a store that succeeded or failed.
func (m *Metrics) StatisticsKept(in Store, ok bool) {
	m.stores.used.WithLabelValues(string(in), choose(ok, success, failure)).Inc()
	up := 0.0
	if ok {
		up = 1
	}
	m.stores.up.WithLabelValues(string(in)).Set(up)
}

// StatisticsDamaged counts a damage that was found in what is kept.
func (m *Metrics) StatisticsDamaged() { m.stores.damaged.Inc() }
