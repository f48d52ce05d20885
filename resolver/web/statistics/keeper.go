// Package statistics counts the links that patrons followed and what they did on pages,
// by day and library, for staff to look at.
//
// It keeps numbers only: no link, no address, no time but the day. What is counted are
// values of closed lists, so a library takes a few kilobytes a day however much comes in.
// A [Keeper] counts in memory and hands the counts on, once in a while, to what keeps
// them; nobody waits for that. What can be wrong there is in the way of no request.
//
// Below it, counts is what is kept, store the file and memory that keep it. It may import
// the resolver and [lendlink/resolver/web/referrer].
package statistics

import (
	"context"
	"errors"
	"sync"
	"time"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/store"
)

// Interval is how often counts are handed on: what a crash loses at most.
const Interval = 30 * time.Second

// Store keeps counts. Its methods are called by one goroutine at a time.
type Store interface {
	// Add adds to what is kept, and lets go what is older than a day.
	Add(days counts.Days, oldest counts.Day) error
	// Each calls do with what is kept of a library's days, the first and the last included.
	Each(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error
}

// Keeper counts, and keeps the counts. It is safe for use by several goroutines at once.
type Keeper struct {
	recorder recorder
	months   func() int // how many are kept
	failed   func(error)

	mu      sync.Mutex // for what follows; never held by who counts
	store   Store
	pending counts.Days // counted, and not in the store yet
}

// maxPending is how many days of how many libraries wait at most for a store that takes
// nothing: two months of one library, more than an hour of the largest consortium.
const maxPending = 5000

// New returns a keeper whose counts go to a store, or with nil stay in memory. Months is
// how long counts are kept; failed hears what came of each use of the store.
func New(s Store, months func() int, failed func(error)) *Keeper {
	if s == nil {
		s = store.NewMemory()
	}
	return &Keeper{store: s, months: months, failed: failed, pending: counts.Days{}}
}

// Link counts a link that a patron followed.
func (k *Keeper) Link(lib *library.Library, now time.Time, r *resolver.Resolution, source referrer.Family) {
	k.recorder.link(lib, now, r, source)
}

// Free counts a free copy that was shown or taken.
func (k *Keeper) Free(lib *library.Library, now time.Time, what Free) {
	k.recorder.freeCopy(lib, now, what)
}

// Page counts what was done on a page. What is from a closed list, without spaces.
func (k *Keeper) Page(lib *library.Library, now time.Time, what string) {
	k.recorder.page(lib, now, what)
}

// Run hands counts on until ctx is done, and a last time then.
func (k *Keeper) Run(ctx context.Context, now func() time.Time) {
	every := time.NewTicker(Interval)
	defer every.Stop()
	for {
		select {
		case <-ctx.Done():
			k.Flush(now())
			return
		case <-every.C:
			k.Flush(now())
		}
	}
}

// Flush hands on what was counted. What the store does not take is offered again the next
// time.
func (k *Keeper) Flush(now time.Time) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.pending.Add(k.recorder.take())
	if len(k.pending) == 0 {
		return
	}
	err := k.store.Add(k.pending, k.oldest(now))
	if err == nil {
		k.pending = counts.Days{}
	} else if len(k.pending) > maxPending {
		err = errors.Join(err, errors.New("too much is waiting: the counts since then are lost"))
		k.pending = counts.Days{}
	}
	k.failed(err)
}

// oldest is the first day that is kept.
func (k *Keeper) oldest(now time.Time) counts.Day { return counts.DayOf(now).FirstOfMonth(-k.months()) }

// Each calls do with what is known of a library's days, the first and the last
// included. A day can come more than once. The error is for a store that cannot be read;
// what is known beside it has been visited.
func (k *Keeper) Each(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, days := range []counts.Days{k.recorder.look(), k.pending} {
		for slot, c := range days {
			if slot.Library == library && first <= slot.Day && slot.Day <= last {
				do(slot.Day, c)
			}
		}
	}
	return k.store.Each(library, first, last, do)
}
