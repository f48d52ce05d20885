package lookup

import "time"

// Outcome is the result of asking a source. The list is closed: metrics are
// counted by it.
type Outcome string

// The outcomes.
const (
	Found      Outcome = "found"
	Unknown    Outcome = "unknown"   // the source does not know the item
	Failed     Outcome = "failed"    // no connection, an error status, an answer that cannot be read
	TimedOut   Outcome = "timed-out" // no answer in time
	Held       Outcome = "held"      // not asked: it failed before, or asked us to slow down
	Superseded Outcome = "outrun"    // another source answered first
)

// Outcomes lists every outcome.
var Outcomes = [...]Outcome{Found, Unknown, Failed, TimedOut, Held, Superseded}

// Observer records what happens, for metrics. Its methods are called by several
// goroutines at once and should return at once.
type Observer interface {
	// SourceQueried records a question to a source by its name, such as Open Library. Took is
	// how long the answer took, 0 when it was not asked.
	SourceQueried(source string, outcome Outcome, took time.Duration)
	// CacheQueried records a question, whether its answer was remembered.
	CacheQueried(hit bool)
	// SharedCacheUsed records a use of the shared cache, whether it served. When
	// it does not, the replica goes on with its own memory.
	SharedCacheUsed(ok bool)
}

// unobserved is used when nobody observes.
type unobserved struct{}

func (unobserved) SourceQueried(string, Outcome, time.Duration) {}
func (unobserved) CacheQueried(bool)                            {}
func (unobserved) SharedCacheUsed(bool)                         {}
