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
func (k *Keeper) Look(lib *library.Library, now time.Time, r *resolver.Resolution, source referrer.Family, query func() string) {
	most := k.Config.Doubtful()
	if most == 0 {
		return
	}
	link, ok := doubtful.Of(r, source, counts.DayOf(lib.Local(now)), query)
	if !ok {
		return
	}
	k.doubtfulMu.Lock()
	defer k.doubtfulMu.Unlock()
	if k.doubtful == nil {
		k.doubtful = map[string]doubtful.List{}
	}
	if waiting := k.doubtful[lib.Code]; len(waiting) < most {
		k.doubtful[lib.Code] = append(waiting, link)
	}
}

// flushDoubtful hands on the links to look at, for one who holds the lock. Where none are
// wanted, none stay.
func (k *Keeper) flushDoubtful(now time.Time) {
	most := k.Config.Doubtful()
	k.doubtfulMu.Lock()
	links := k.doubtful
	k.doubtful = nil
	k.doubtfulMu.Unlock()
	if most == 0 {
		k.unsharedLinks = nil
		if !k.cleared {
			k.cleared = k.clearDoubtful(now) == nil
		}
		return
	}
	k.cleared = false
	if len(links) == 0 {
		return
	}
	if k.Shared() != nil {
		k.unsharedLinks = merged(k.unsharedLinks, links, k.oldest(now), most)
	}
	err := k.Store.AddDoubtful(links, k.oldest(now), most)
	if err != nil {
		k.offerAgain(links, k.oldest(now), most)
	}
	k.Stored(err)
}

// clearDoubtful removes all links, here and where servers share them.
func (k *Keeper) clearDoubtful(now time.Time) error {
	if err := k.Store.AddDoubtful(nil, k.oldest(now), 0); err != nil {
		return err
	}
	if s := k.Shared(); s != nil {
		return s.ClearDoubtful()
	}
	return nil
}

// shareDoubtful lays the links to look at beside those of the other servers, if there are
// new ones; all that are kept here, where the others have lost them.
func (k *Keeper) shareDoubtful(s Shared, now time.Time) error {
	most := k.Config.Doubtful()
	if most == 0 {
		return nil
	}
	if k.linksLost {
		slots, err := k.Store.Slots() // a link to look at is one that was counted
		if err != nil {
			return nil //nolint:nilerr // the store's own failure
		}
		known := map[string]doubtful.List{}
		for _, slot := range slots {
			if _, seen := known[slot.Library]; !seen {
				known[slot.Library], _ = k.Store.Doubtful(slot.Library) // what cannot be read cannot be shared
			}
		}
		k.unsharedLinks = merged(k.unsharedLinks, known, k.oldest(now), most)
	}
	if len(k.unsharedLinks) > 0 {
		if err := s.PutDoubtful(k.unsharedLinks, k.oldest(now), most, k.Months()); err != nil {
			return err
		}
	}
	k.unsharedLinks, k.linksLost = nil, false
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
func (k *Keeper) offerAgain(links map[string]doubtful.List, oldest counts.Day, most int) {
	k.doubtfulMu.Lock()
	defer k.doubtfulMu.Unlock()
	k.doubtful = merged(links, k.doubtful, oldest, most)
}

// DoubtfulLinks returns the links of a library to look at, of all servers that share them,
// the latest day first. The error is for those that cannot be read; the rest is returned.
func (k *Keeper) DoubtfulLinks(library string) (doubtful.List, error) {
	most := k.Config.Doubtful()
	k.mu.Lock()
	defer k.mu.Unlock()
	kept, err := k.Store.Doubtful(library)
	if s := k.Shared(); s == nil {
		err = errors.Join(err, k.Store.Lost(0))
	} else { // what the file lost is there
		others, failed := s.Doubtful(library)
		kept, err = kept.Add(others, 0, most), errors.Join(err, failed)
	}
	k.doubtfulMu.Lock()
	defer k.doubtfulMu.Unlock()
	return kept.Add(k.doubtful[library], 0, most), err
}
