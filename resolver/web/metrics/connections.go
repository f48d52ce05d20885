package metrics

import (
	"github.com/prometheus/client_golang/prometheus"

	"lendlink/resolver/web/conns"
)

// CountConnections sets where the numbers of connections come from.
func (m *Metrics) CountConnections(counts func() conns.Counts) { m.conns.Store(&counts) }

// connections collects the numbers of connections when they are asked for.
func (m *Metrics) connections() prometheus.Collector {
	return &connections{
		m:    m,
		open: prometheus.NewDesc("lendlink_connections_open", "Connections of clients and proxies.", nil, nil),
		waiting: prometheus.NewDesc("lendlink_connections_waiting",
			"What waits for clients: header (being read), body (or an answer that is being written).", []string{"for"}, nil),
		closed: prometheus.NewDesc("lendlink_connections_closed_total",
			"Connections closed, the longest waiting first, by bound: headers (being read), waiting (bodies, answers), connections (open).",
			[]string{"bound"}, nil),
	}
}

type connections struct {
	m                     *Metrics
	open, waiting, closed *prometheus.Desc
}

func (c *connections) Describe(out chan<- *prometheus.Desc) {
	out <- c.open
	out <- c.waiting
	out <- c.closed
}

// boundLabels are the label values of the bounds.
var boundLabels = map[conns.Bound]string{conns.ByHeaders: "headers", conns.ByWaiting: "waiting", conns.ByConnections: "connections"}

func (c *connections) Collect(out chan<- prometheus.Metric) {
	var now conns.Counts
	if counts := c.m.conns.Load(); counts != nil {
		now = (*counts)()
	}
	gauge := func(d *prometheus.Desc, n int, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, float64(n), labels...)
	}
	gauge(c.open, now.Open)
	gauge(c.waiting, now.Headers, "header")
	gauge(c.waiting, now.Waiting, "body")
	for bound, label := range boundLabels {
		out <- prometheus.MustNewConstMetric(c.closed, prometheus.CounterValue, float64(now.Closed[bound]), label)
	}
}
