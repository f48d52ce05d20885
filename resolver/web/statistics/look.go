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
		if !k.cleared {
			k.cleared = k.Store.AddDoubtful(nil, k.oldest(now), 0) == nil
		}
		return
	}
	k.cleared = false
	if len(links) == 0 {
		return
	}
	err := k.Store.AddDoubtful(links, k.oldest(now), most)
	if err != nil {
		k.offerAgain(links, k.oldest(now), most)
	}
	k.Stored(err)
}

// offerAgain keeps links that the store did not take for the next time.
func (k *Keeper) offerAgain(links map[string]doubtful.List, oldest counts.Day, most int) {
	k.doubtfulMu.Lock()
	defer k.doubtfulMu.Unlock()
	for library, since := range k.doubtful {
		links[library] = links[library].Add(since, oldest, most)
	}
	k.doubtful = links
}

// DoubtfulLinks returns the links of a library to look at, the latest day first. The error
// is for those that cannot be read; the rest is returned.
func (k *Keeper) DoubtfulLinks(library string) (doubtful.List, error) {
	most := k.Config.Doubtful()
	k.mu.Lock()
	defer k.mu.Unlock()
	kept, err := k.Store.Doubtful(library)
	err = errors.Join(err, k.Store.Lost(0))
	k.doubtfulMu.Lock()
	defer k.doubtfulMu.Unlock()
	return kept.Add(k.doubtful[library], 0, most), err
}
