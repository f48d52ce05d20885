package statistics

import (
	"errors"
	"time"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/doubtful"
)

// Look keeps a link for staff to look at, if it came out doubtful and the settings want
// such links. Query is called then alone; it returns the link without what may be personal.
func (col *Collector) Look(lib *library.Library, now time.Time, r *resolver.Resolution, source referrer.Family, query func() string) {
	most := col.Config.Doubtful()
	if most == 0 {
		return
	}
	link, ok := doubtful.Of(r, source, counts.DayOf(lib.Local(now)), query)
	if !ok {
		return
	}
	col.doubtfulMu.Lock()
	defer col.doubtfulMu.Unlock()
	if col.doubtful == nil {
		col.doubtful = map[string]doubtful.List{}
	}
	if waiting := col.doubtful[lib.Code]; len(waiting) < most {
		col.doubtful[lib.Code] = append(waiting, link)
	}
}

// flushDoubtful hands on the links to look at, for one who holds the lock. Where none are
// wanted, none stay.
func (col *Collector) flushDoubtful(now time.Time) {
	most := col.Config.Doubtful()
	col.doubtfulMu.Lock()
	links := col.doubtful
	col.doubtful = nil
	col.doubtfulMu.Unlock()
	if most == 0 {
		col.unsharedLinks = nil
		if !col.cleared {
			col.cleared = col.clearDoubtful(now) == nil
		}
		return
	}
	col.cleared = false
	if len(links) == 0 {
		return
	}
	if col.Shared() != nil {
		col.unsharedLinks = merged(col.unsharedLinks, links, col.oldest(now), most)
	}
	err := col.Store.AddDoubtful(links, col.oldest(now), most)
	if err != nil {
		col.offerAgain(links, col.oldest(now), most)
	}
	col.Stored(err)
}

// clearDoubtful removes all links, here and where servers share them.
func (col *Collector) clearDoubtful(now time.Time) error {
	if err := col.Store.AddDoubtful(nil, col.oldest(now), 0); err != nil {
		return err
	}
	if s := col.Shared(); s != nil {
		return s.ClearDoubtful()
	}
	return nil
}

// shareDoubtful writes the links to look at to where the other servers keep theirs, if there are
// new ones; all that are kept here, where the others have lost them.
func (col *Collector) shareDoubtful(s Shared, now time.Time) error {
	most := col.Config.Doubtful()
	if most == 0 {
		return nil
	}
	if col.linksLost {
		slots, err := col.Store.Slots() // a link to look at is one that was counted
		if err != nil {
			return nil //nolint:nilerr // the store's own failure
		}
		known := map[string]doubtful.List{}
		for _, slot := range slots {
			if _, seen := known[slot.Library]; !seen {
				known[slot.Library], _ = col.Store.Doubtful(slot.Library) // what cannot be read cannot be shared
			}
		}
		col.unsharedLinks = merged(col.unsharedLinks, known, col.oldest(now), most)
	}
	if len(col.unsharedLinks) > 0 {
		if err := s.PutDoubtful(col.unsharedLinks, col.oldest(now), most, col.Months()); err != nil {
			return err
		}
	}
	col.unsharedLinks, col.linksLost = nil, false
	return nil
}

// merged adds links by library to others, in bounds.
func merged(all, more map[string]doubtful.List, oldest counts.Day, most int) map[string]doubtful.List {
	if all == nil {
		all = map[string]doubtful.List{}
	}
	for library, links := range more {
		all[library] = all[library].Add(links, oldest, most)
	}
	return all
}

// offerAgain keeps links that the store did not take for the next time.
func (col *Collector) offerAgain(links map[string]doubtful.List, oldest counts.Day, most int) {
	col.doubtfulMu.Lock()
	defer col.doubtfulMu.Unlock()
	col.doubtful = merged(links, col.doubtful, oldest, most)
}

// DoubtfulLinks returns the links of a library to look at, of all servers that share them,
// the latest day first. The error is for those that cannot be read; the rest is returned.
func (col *Collector) DoubtfulLinks(library string) (doubtful.List, error) {
	most := col.Config.Doubtful()
	col.mu.Lock()
	defer col.mu.Unlock()
	kept, err := col.Store.Doubtful(library)
	if s := col.Shared(); s == nil {
		err = errors.Join(err, col.Store.Lost(0))
	} else { // what the file lost is there
		others, failed := s.Doubtful(library)
		kept, err = kept.Add(others, 0, most), errors.Join(err, failed)
	}
	col.doubtfulMu.Lock()
	defer col.doubtfulMu.Unlock()
	return kept.Add(col.doubtful[library], 0, most), err
}
