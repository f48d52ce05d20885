package metrics

// CopyEvent is what happened to a free copy.
type CopyEvent string

// What may happen to one.
const (
	CopyShown CopyEvent = "shown"
	CopyTaken CopyEvent = "taken" // as far as browsers report it
)

// FreeCopy counts a copy that a library's page showed or a patron took.
func (m *Metrics) FreeCopy(library string, what CopyEvent) {
	m.copies.WithLabelValues(library, string(what)).Inc()
}
