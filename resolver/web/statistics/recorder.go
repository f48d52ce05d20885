package statistics

import (
	"sync"
	"time"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/library"
	"lendlink/resolver/requestform"
	"lendlink/resolver/warning"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics/counts"
)

// Outcome is what a patron got for a link.
type Outcome uint8

// The outcomes.
const (
	Redirected Outcome = iota // straight to the form
	Confirmed                 // shown the citation first
	Queried                   // shown a page that asks what the item is
	Unusable                  // nothing usable in the link
	outcomes
)

// outcomeNames are the outcomes as counts name them.
var outcomeNames = [outcomes]string{
	Redirected: counts.Redirected, Confirmed: counts.Confirmed, Queried: counts.Queried, Unusable: counts.Unusable,
}

func outcomeOf(r *resolver.Resolution) Outcome {
	switch {
	case r.Citation.Empty():
		return Unusable
	case r.Action == resolver.Redirect:
		return Redirected
	case r.Action == resolver.Confirm:
		return Confirmed
	}
	return Queried
}

// Free is what happened with a free copy of an item.
type Free string

// What may happen with free copies.
const (
	FreeShown Free = counts.CopyShown // a page offered one
	FreeTaken Free = counts.CopyTaken // a patron took it instead of a request
)

// recorder counts what happens in memory, until it is taken over. A link costs it two
// look-ups and no allocation, so that it can be on the way of a redirect.
type recorder struct {
	mu   sync.Mutex
	days map[counts.Slot]*day
}

// day is what was counted on one day of a library.
type day struct {
	groups   map[group]*numbers
	warnings map[codeFrom]uint32
	free     map[Free]uint32
	pages    map[string]uint32
}

// group is what the links of one count have in common.
type group struct {
	itemType citation.Type
	form     requestform.Service
	source   referrer.Family
}

// numbers are those of the links of a group.
type numbers struct {
	outcomes     [outcomes]uint32
	has, missing [elements]uint32
	doubtful     uint32
}

// codeFrom is a warning and the source of the link that it is about.
type codeFrom struct {
	code   warning.Code
	source referrer.Family
}

// today returns the counts of a library's day, for one who holds the lock.
func (r *recorder) today(lib *library.Library, now time.Time) *day {
	slot := counts.Slot{Library: lib.Code, Day: counts.DayOf(lib.Local(now))}
	d := r.days[slot]
	if d == nil {
		d = &day{groups: map[group]*numbers{}, warnings: map[codeFrom]uint32{}, free: map[Free]uint32{}, pages: map[string]uint32{}}
		if r.days == nil {
			r.days = map[counts.Slot]*day{}
		}
		r.days[slot] = d
	}
	return d
}

// link counts a link.
func (r *recorder) link(lib *library.Library, now time.Time, res *resolver.Resolution, source referrer.Family) {
	has := present(&res.Citation)
	g := group{res.Citation.Type, lib.FormOf(res.Citation.Type).Service, source}
	r.mu.Lock()
	defer r.mu.Unlock()
	d := r.today(lib, now)
	n := d.groups[g]
	if n == nil {
		n = &numbers{}
		d.groups[g] = n
	}
	outcome := outcomeOf(res)
	n.outcomes[outcome]++
	for i, yes := range has {
		if yes && res.From[counts.Elements[i]] == "" {
			n.has[i]++
		}
	}
	for _, field := range res.Missing {
		if i := elementAt(field); i >= 0 && outcome != Unusable {
			n.missing[i]++
		}
	}
	if res.Confidence == resolver.Low {
		n.doubtful++
	}
	for i := range res.Warnings {
		d.warnings[codeFrom{res.Warnings[i].Code, source}]++
	}
}

// freeCopy counts a free copy.
func (r *recorder) freeCopy(lib *library.Library, now time.Time, what Free) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.today(lib, now).free[what]++
}

// page counts what was done on a page. What is from a closed list.
func (r *recorder) page(lib *library.Library, now time.Time, what string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.today(lib, now).pages[what]++
}

// take returns what was counted, and starts from nothing.
func (r *recorder) take() counts.Days {
	r.mu.Lock()
	taken := r.days
	r.days = nil
	r.mu.Unlock()
	return named(taken)
}

// look returns what was counted since it was last taken.
func (r *recorder) look() counts.Days {
	r.mu.Lock()
	defer r.mu.Unlock()
	return named(r.days)
}

// named writes the counts of days under their names.
func named(days map[counts.Slot]*day) counts.Days {
	all := counts.Days{}
	for slot, d := range days {
		all[slot] = d.named()
	}
	return all
}

func (d *day) named() counts.Counts {
	c := counts.Counts{}
	add := func(n uint32, kind counts.Kind, labels ...string) {
		if n > 0 {
			c[counts.Name(kind, labels...)] += uint64(n)
		}
	}
	for g, n := range d.groups {
		itemType, source := string(g.itemType), g.source.String()
		for i, count := range n.outcomes {
			add(count, counts.Link, itemType, source, outcomeNames[i], string(g.form))
		}
		for i, field := range counts.Elements {
			add(n.has[i], counts.Has, itemType, source, field)
			add(n.missing[i], counts.Missing, itemType, source, field)
		}
		add(n.doubtful, counts.Doubtful, itemType, source)
	}
	for w, n := range d.warnings {
		add(n, counts.Warning, string(w.code), w.source.String())
	}
	for what, n := range d.free {
		add(n, counts.Free, string(what))
	}
	for what, n := range d.pages {
		add(n, counts.Page, what)
	}
	return c
}
