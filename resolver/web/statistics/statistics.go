// Package statistics counts the links that patrons followed and the forms that they sent in
// the last seven days, by library, for staff to look at.
//
// It keeps numbers only, in memory, since the server was started: no link, no
// address, no time but the day. What is counted are values of closed lists, so a
// library takes a few kilobytes however much comes in.
package statistics

import (
	"cmp"
	"slices"
	"sync"
	"time"
)

// Days is how many days are remembered, today among them.
const Days = 7

// Kind is what a count is by.
type Kind uint8

// The kinds.
const (
	Type    Kind = iota // of a link's item
	Source              // the family of a link's source
	Outcome             // what the patron got for a link
	Missing             // a field that a request needs and the link lacks
	Form                // what came of a form that the patron sent from a page here
	kinds
)

// Link is what is counted of a link. All values come from closed lists.
type Link struct {
	Type, Source, Outcome string
	Missing               []string
}

// Weekly holds the counts. Its zero value is empty. It is safe for use by several
// goroutines at once.
type Weekly struct {
	mu        sync.Mutex
	libraries map[string]*[Days]day
}

// day is the counts of one day.
type day struct {
	number int64 // days since 1970
	links  int
	by     [kinds]map[string]int
}

// dayNumber is the day that a time shows in its own time zone.
func dayNumber(t time.Time) int64 {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60)
}

// Add counts a link that came to a library.
func (t *Weekly) Add(library string, now time.Time, l Link) {
	t.mu.Lock()
	defer t.mu.Unlock()
	d := t.today(library, now)
	d.links++
	d.by[Type][l.Type]++
	d.by[Source][l.Source]++
	d.by[Outcome][l.Outcome]++
	for _, field := range l.Missing {
		d.by[Missing][field]++
	}
}

// AddForm counts a form that a patron sent. What came of it is from a closed list.
func (t *Weekly) AddForm(library string, now time.Time, outcome string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.today(library, now).by[Form][outcome]++
}

// today returns the counts of the day, for one who holds the lock.
func (t *Weekly) today(library string, now time.Time) *day {
	number := dayNumber(now)
	days := t.libraries[library]
	if days == nil {
		if t.libraries == nil {
			t.libraries = map[string]*[Days]day{}
		}
		days = new([Days]day)
		t.libraries[library] = days
	}
	d := &days[number%Days]
	if d.number != number { // it held the day a week ago
		*d = day{number: number}
		for k := range d.by {
			d.by[k] = map[string]int{}
		}
	}
	return d
}

// Count is how often something was.
type Count struct {
	Name string
	N    int
}

// Week is what came to a library in the last seven days.
type Week struct {
	Links int
	Days  [Days]Day // the oldest first
	by    [kinds]map[string]int
}

// Day is how many links came on a day.
type Day struct {
	Date time.Time // midnight UTC of it
	N    int
}

// Week sums up a library's last seven days.
func (t *Weekly) Week(library string, now time.Time) Week {
	var w Week
	for k := range w.by {
		w.by[k] = map[string]int{}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	days := t.libraries[library]
	today := dayNumber(now)
	for i := range w.Days {
		number := today - Days + 1 + int64(i)
		w.Days[i].Date = time.Unix(number*24*60*60, 0).UTC()
		if days == nil || days[number%Days].number != number {
			continue
		}
		d := &days[number%Days]
		w.Days[i].N = d.links
		w.Links += d.links
		for k, counts := range d.by {
			for name, n := range counts {
				w.by[k][name] += n
			}
		}
	}
	return w
}

// By returns the counts of a kind, the most frequent first.
func (w Week) By(k Kind) []Count {
	counts := make([]Count, 0, len(w.by[k]))
	for name, n := range w.by[k] {
		counts = append(counts, Count{name, n})
	}
	slices.SortFunc(counts, func(a, b Count) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Name, b.Name)) })
	return counts
}
