package metrics

import (
	"github.com/prometheus/client_golang/prometheus"

	"lendlink/resolver/web/certs"
)

// CountCertificates lets the metrics ask for the numbers of the certificates, which the
// server gets by itself.
func (m *Metrics) CountCertificates(counts func() certs.Certificates) {
	m.registry.MustRegister(certificates(counts))
}

// certificates is read when the metrics are collected.
type certificates func() certs.Certificates

var (
	certificateExpiry = prometheus.NewDesc("lendlink_certificate_expiry_timestamp_seconds",
		"When the certificate of a host expires, in seconds since 1970; 0 where there is none.", []string{"host"}, nil)
	certificateFailures = prometheus.NewDesc("lendlink_certificate_failures_total",
		"Attempts to get or renew a certificate that failed.", nil, nil)
)

// Describe names the numbers.
func (certificates) Describe(ch chan<- *prometheus.Desc) {
	ch <- certificateExpiry
	ch <- certificateFailures
}

// Collect sends the current numbers.
func (counts certificates) Collect(ch chan<- prometheus.Metric) {
	now := counts()
	for host, expiry := range now.Expiry {
		seconds := 0.0
		if !expiry.IsZero() {
			seconds = float64(expiry.Unix())
		}
		ch <- prometheus.MustNewConstMetric(certificateExpiry, prometheus.GaugeValue, seconds, host)
	}
	ch <- prometheus.MustNewConstMetric(certificateFailures, prometheus.CounterValue, float64(now.Failures))
}
