package metrics

import "github.com/prometheus/client_golang/prometheus"

// CountLostLines sets where the number of lost lines of the log comes from.
func (m *Metrics) CountLostLines(lost func() int64) { m.lost.Store(&lost) }

func (m *Metrics) lostLines() prometheus.Collector {
	return prometheus.NewCounterFunc(prometheus.CounterOpts{
		Name: "lendlink_log_lines_lost_total",
		Help: "Lines of the log that were lost because it could not be written: its reader had gone, or its disk was full.",
	}, func() float64 {
		if lost := m.lost.Load(); lost != nil {
			return float64((*lost)())
		}
		return 0
	})
}
