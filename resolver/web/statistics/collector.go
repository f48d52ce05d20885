// Package statistics counts the links that patrons followed and what they did on pages,
// by day and library, for staff to look at.
//
// It keeps numbers only: no link, no address, no time but the day. What is counted are
// values of closed lists, so a library takes a few kilobytes a day however many links
// there are. A [Collector] counts in memory and writes the counts to a [Store] and, where
// servers share them, to a [Shared], every [Interval]. No request waits for that or fails
// with it.
//
// Below it, counts is what is kept, store keeps it in a file or in memory, shared is what
// servers count together, summary and view are what the page shows, export its files.
//
// It imports citation, counts, doubtful, library, referrer, requestform, resolver, store
// and warning.
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
	"lendlink/resolver/web/statistics/doubtful"
	"lendlink/resolver/web/statistics/store"
)

// Interval is how often counts are handed on: what a crash loses at most.
const Interval = 30 * time.Second

// Store keeps what this server counts. Its methods are called by one goroutine at a time.
type Store interface {
	// ID names what is kept here among the servers that share their counts.
	ID() (string, error)
	// Add adds to what is kept, and removes the days before oldest.
	Add(days counts.Days, oldest counts.Day) error
	// Each calls do with what is kept of a library's days, the first and the last included.
	// For days that cannot be read the error is a [*store.DamagedDays].
	Each(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error
	// Lost returns an error if what was kept of a day or later is known to be lost.
	Lost(first counts.Day) error
	// Slots lists the days that are kept.
	Slots() ([]counts.Slot, error)
	// AddDoubtful adds links to look at, by library, and keeps so many, from a day on; with
	// 0 it removes all.
	AddDoubtful(links map[string]doubtful.List, oldest counts.Day, most int) error
	// Doubtful returns those of a library.
	Doubtful(library string) (doubtful.List, error)
}

// Shared is where several servers keep their counts.
type Shared interface {
	// Knows reports whether everything that a server counted before was put there.
	Knows(id string) (bool, error)
	// Put writes what a server counted on some days in all, to be kept for some months.
	Put(id string, days counts.Days, months int) error
	// Each calls do with what each server counted in a library.
	Each(library string, first, last counts.Day, do func(server string, d counts.Day, c counts.Counts)) error
	// PutDoubtful adds links to look at, by library, and keeps so many, from a day on, for some
	// months.
	PutDoubtful(links map[string]doubtful.List, oldest counts.Day, most, months int) error
	// Doubtful returns those of a library.
	Doubtful(library string) (doubtful.List, error)
	// ClearDoubtful removes those of all libraries.
	ClearDoubtful() error
}

// Config is what a collector needs to know.
type Config struct {
	Store  Store      // nil for memory
	Months func() int // how long counts are kept
	// Doubtful is how many links to look at each library keeps; nil, or returning 0, for none.
	Doubtful func() int
	Shared   func() Shared // where several servers keep their counts; nil, or returning nil, for nowhere
	// Stored and Put are called with what came of each use of the store, and of what is shared.
	Stored, Put func(error)
}

// Collector counts, and keeps the counts. It is safe for use by several goroutines at once.
type Collector struct {
	Config
	recorder recorder

	mu       sync.Mutex           // for what follows; counting never waits for it
	pending  counts.Days          // counted, and not in the store yet
	unshared map[counts.Slot]bool // the days that changed, and are not shared yet
	shareAll bool                 // more days than those may be missing there
	// Links to look at that are not shared yet; linksLost is for all that are kept.
	unsharedLinks map[string]doubtful.List
	linksLost     bool
	locked        bool // another process had the store at the last try

	doubtfulMu sync.Mutex
	doubtful   map[string]doubtful.List // by library, and not in the store yet
	cleared    bool                     // there are none in the store either
}

// maxPending is how many days of how many libraries wait at most for a store that takes
// nothing: years of one library, days of the largest consortium.
const maxPending = 5000

// New returns a collector.
func New(cfg Config) *Collector {
	if cfg.Store == nil {
		cfg.Store = store.NewMemory()
	}
	for _, f := range []*func(error){&cfg.Stored, &cfg.Put} {
		if *f == nil {
			*f = func(error) {}
		}
	}
	if cfg.Shared == nil {
		cfg.Shared = func() Shared { return nil }
	}
	if cfg.Doubtful == nil {
		cfg.Doubtful = func() int { return 0 }
	}
	return &Collector{Config: cfg, pending: counts.Days{}, unshared: map[counts.Slot]bool{}}
}

// IsPersistent reports whether what is counted outlives the process, here or where it is shared.
func (col *Collector) IsPersistent() bool {
	_, inMemory := col.Store.(*store.Memory)
	return !inMemory || col.Sharing()
}

// Sharing reports whether several servers show what they know together.
func (col *Collector) Sharing() bool { return col.Shared() != nil }

// Link counts a link that a patron followed.
func (col *Collector) Link(lib *library.Library, now time.Time, r *resolver.Resolution, source referrer.Family) {
	col.recorder.link(lib, now, r, source)
}

// Free counts a free copy that was shown or taken.
func (col *Collector) Free(lib *library.Library, now time.Time, what Free) {
	col.recorder.freeCopy(lib, now, what)
}

// Page counts what was done on a page. What is from a closed list, without spaces.
func (col *Collector) Page(lib *library.Library, now time.Time, what string) {
	col.recorder.page(lib, now, what)
}

// lastTry is how long a process that ends waits for another one that has the store, as its
// counts would be lost with it.
const lastTry = 3 * time.Second

// Run hands counts on until ctx is done, and a last time then.
func (col *Collector) Run(ctx context.Context, now func() time.Time) {
	every := time.NewTicker(Interval)
	defer every.Stop()
	for {
		select {
		case <-ctx.Done():
			col.Flush(now())
			for until := time.Now().Add(lastTry); col.isLocked() && time.Now().Before(until); time.Sleep(lastTry / 20) {
				col.Flush(now())
			}
			return
		case <-every.C:
			col.Flush(now())
		}
	}
}

func (col *Collector) isLocked() bool {
	col.mu.Lock()
	defer col.mu.Unlock()
	return col.locked
}

// Flush hands on what was counted. What the store does not take is offered again the next
// time, and so is what could not be shared.
func (col *Collector) Flush(now time.Time) {
	col.mu.Lock()
	defer col.mu.Unlock()
	col.pending.Add(col.recorder.take())
	if len(col.pending) > 0 {
		col.flushPending(now)
	}
	col.flushDoubtful(now)
	if s := col.Shared(); s != nil { // also with nothing new: it may have lost what it was given
		col.Put(errors.Join(col.share(s), col.shareDoubtful(s, now)))
	}
}

func (col *Collector) flushPending(now time.Time) {
	for slot := range col.pending {
		col.unshared[slot] = true
	}
	err := col.Store.Add(col.pending, col.oldest(now))
	col.locked = errors.Is(err, store.ErrLocked)
	if err == nil {
		col.pending = counts.Days{}
	} else if len(col.pending) > maxPending {
		err = errors.Join(err, errors.New("too much is waiting: the counts since then are lost"))
		col.pending = counts.Days{}
	}
	if len(col.unshared) > maxPending { // they are not shared, or not for long
		col.unshared, col.shareAll = map[counts.Slot]bool{}, true
	}
	col.Stored(err)
}

// oldest is the first day that is kept.
func (col *Collector) oldest(now time.Time) counts.Day {
	return counts.DayOf(now).FirstOfMonth(-col.Months())
}

// share writes the days that changed to where the other servers keep theirs; all days, where this
// server's are not there.
func (col *Collector) share(s Shared) error {
	id, err := col.Store.ID()
	if err != nil {
		return nil //nolint:nilerr // the store's own failure: without it there is nothing to share
	}
	knows, err := s.Knows(id)
	if err != nil {
		return err
	}
	col.linksLost = col.linksLost || !knows
	if !knows || col.shareAll {
		slots, err := col.Store.Slots()
		if err != nil {
			return nil //nolint:nilerr // as above
		}
		for _, slot := range slots {
			col.unshared[slot] = true
		}
	}
	days := counts.Days{}
	for slot := range col.unshared {
		all := counts.Counts{}
		err := col.own(slot.Library, slot.Day, slot.Day, func(_ counts.Day, c counts.Counts) { all.Add(c) })
		if _, damaged := errors.AsType[*store.DamagedDays](err); err != nil && !damaged {
			return nil //nolint:nilerr // as above
		}
		if len(all) > 0 {
			days[slot] = all
		}
	}
	if err := s.Put(id, days, col.Months()); err != nil {
		return err
	}
	col.unshared, col.shareAll = map[counts.Slot]bool{}, false
	return nil
}

// own calls do with what this server has handed on, and what waits.
func (col *Collector) own(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error {
	within(col.pending, library, first, last, do)
	return col.Store.Each(library, first, last, do)
}

// within calls do with those days that are a library's and in a range.
func within(days counts.Days, library string, first, last counts.Day, do func(counts.Day, counts.Counts)) {
	for slot, c := range days {
		if slot.Library == library && first <= slot.Day && slot.Day <= last {
			do(slot.Day, c)
		}
	}
}

// Waiting calls do with what was counted of a library's days and is not in the store yet.
func (col *Collector) Waiting(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) {
	col.mu.Lock()
	defer col.mu.Unlock()
	within(col.recorder.look(), library, first, last, do)
	within(col.pending, library, first, last, do)
}

// Each calls do with what is known of a library's days, the first and the last included,
// on all servers that share their counts. A day can come more than once. The error is for
// what cannot be read; do was called with the rest.
func (col *Collector) Each(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error {
	col.mu.Lock()
	defer col.mu.Unlock()
	within(col.recorder.look(), library, first, last, do)
	own := map[counts.Day]bool{}
	err := col.own(library, first, last, func(d counts.Day, c counts.Counts) {
		own[d] = true
		do(d, c)
	})
	s := col.Shared()
	if s == nil {
		return errors.Join(err, col.Store.Lost(first))
	}
	restored, failed := col.others(s, own, library, first, last, do) // what the file lost is there
	if damaged, ok := errors.AsType[*store.DamagedDays](err); ok {
		err = damaged.Except(restored)
	}
	return errors.Join(err, failed)
}

// others calls do with what other servers counted, and with what this one has shared and
// lost since; it returns the days of that. It comes at once or not at all: a part of it
// would mislead.
func (col *Collector) others(
	s Shared, own map[counts.Day]bool, library string, first, last counts.Day, do func(counts.Day, counts.Counts),
) (restored map[counts.Day]bool, err error) {
	id, err := col.Store.ID()
	if err != nil {
		return nil, err
	}
	all := counts.Days{}
	restored = map[counts.Day]bool{}
	err = s.Each(library, first, last, func(server string, d counts.Day, c counts.Counts) {
		if server == id && own[d] {
			return
		}
		restored[d] = restored[d] || server == id
		all.Add(counts.Days{{Library: library, Day: d}: c})
	})
	if err != nil {
		return nil, err
	}
	for slot, c := range all {
		do(slot.Day, c)
	}
	return restored, nil
}
