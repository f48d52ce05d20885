package statistics_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/doubtful"
	"lendlink/resolver/web/statistics/store"
)

// north is five hours behind UTC, so that its days are not the server's.
func north() *library.Library {
	l := *library.Demo().Find("demo")
	l.Code, l.TimeZone = "north", time.FixedZone("north", -5*60*60)
	return &l
}

func links(t *testing.T, l *library.Library, queries ...string) []*resolver.Resolution {
	t.Helper()
	var all []*resolver.Resolution
	for _, q := range queries {
		all = append(all, resolver.Resolve(l, q, 2026))
	}
	return all
}

// everything returns what a collector knows of a library, by day.
func everything(t *testing.T, k *statistics.Collector, code string) map[string]counts.Counts {
	t.Helper()
	all := map[string]counts.Counts{}
	err := k.Each(code, 0, 100_000, func(d counts.Day, c counts.Counts) {
		if all[d.String()] == nil {
			all[d.String()] = counts.Counts{}
		}
		all[d.String()].Add(c)
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func months() int { return 25 }

func TestCountsOfALink(t *testing.T) {
	lib := north()
	k := statistics.New(statistics.Config{Months: months})
	midnight := time.Date(2026, 11, 24, 3, 0, 0, 0, time.UTC) // still the 23rd in the north
	chapter := "genre=bookitem&atitle=Tugs&title=Handbook&isbn=12&date=2019&sid=EBSCO:MLA"
	for _, r := range links(t, lib, chapter, chapter, "sid=EBSCO:MLA") {
		k.Link(lib, midnight, r, referrer.Of(r.Source))
	}
	k.Free(lib, midnight, statistics.FreeTaken)
	k.Page(lib, midnight, "redirect")
	want := map[string]counts.Counts{"2026-11-23": {
		"link chapter ebsco confirm practice":         2,
		"link document ebsco nothing-usable practice": 1,
		"has chapter ebsco title":                     2,
		"has chapter ebsco container-title":           2,
		"has chapter ebsco issued":                    2,
		"missing chapter ebsco page":                  2,
		"warning isbn-invalid ebsco":                  2,
		"doubtful document ebsco":                     1,
		"warning type-uncertain ebsco":                1,
		"free taken":                                  1,
		"page redirect":                               1,
	}}
	if diff := cmp.Diff(want, everything(t, k, "north")); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
	k.Flush(midnight)
	if diff := cmp.Diff(want, everything(t, k, "north")); diff != "" {
		t.Errorf("once they are handed on (-want +got):\n%s", diff)
	}
	if got := everything(t, k, "south"); len(got) != 0 {
		t.Errorf("another library has %v", got)
	}
}

// failingStore is a store that sometimes takes nothing.
type failingStore struct {
	fails    error
	days     counts.Days
	doubtful doubtful.List
}

func (m *failingStore) Add(days counts.Days, _ counts.Day) error {
	if m.fails == nil {
		m.days.Add(days)
	}
	return m.fails
}

func (m *failingStore) ID() (string, error)           { return "failing", m.fails }
func (m *failingStore) Lost(counts.Day) error         { return nil }
func (m *failingStore) Slots() ([]counts.Slot, error) { return nil, m.fails }

func (m *failingStore) AddDoubtful(links map[string]doubtful.List, _ counts.Day, _ int) error {
	if m.fails == nil {
		m.doubtful = append(m.doubtful, links["north"]...)
	}
	return m.fails
}

func (m *failingStore) Doubtful(string) (doubtful.List, error) { return nil, m.fails }

func (m *failingStore) Each(string, counts.Day, counts.Day, func(counts.Day, counts.Counts)) error {
	return m.fails
}

func TestWhatAStoreDoesNotTakeIsOfferedAgain(t *testing.T) {
	lib := north()
	m := &failingStore{fails: errors.New("no space left on device"), days: counts.Days{}}
	var heard []error
	k := statistics.New(statistics.Config{Store: m, Months: months, Stored: func(err error) { heard = append(heard, err) }})
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	k.Page(lib, now, "redirect")
	k.Flush(now)
	k.Page(lib, now, "redirect")
	k.Flush(now)
	seen := uint64(0)
	err := k.Each("north", 0, 100_000, func(_ counts.Day, c counts.Counts) { seen += c.Total() })
	if !errors.Is(err, m.fails) || seen != 2 {
		t.Errorf("beside the store that fails with %v, %d are known; want 2", err, seen)
	}
	m.fails = nil
	k.Flush(now)
	k.Flush(now) // nothing is new
	day := counts.DayOf(now)
	if got := m.days[counts.Slot{Library: "north", Day: day}]["page redirect"]; got != 2 {
		t.Errorf("the store has %d in the end; want 2", got)
	}
	if len(heard) != 3 || heard[0] == nil || heard[1] == nil || heard[2] != nil {
		t.Errorf("what came of it was %v", heard)
	}
}

// busy is a store that another process has for some tries.
type busy struct {
	*store.Memory
	tries int
}

func (b *busy) Add(days counts.Days, oldest counts.Day) error {
	if b.tries--; b.tries >= 0 {
		return store.ErrLocked
	}
	return b.Memory.Add(days, oldest)
}

// slow is a store that takes counts once it is let go on.
type slow struct {
	*store.Memory
	begun, goOn chan struct{}
}

func (s slow) Add(days counts.Days, oldest counts.Day) error {
	close(s.begun)
	<-s.goOn
	return s.Memory.Add(days, oldest)
}

// While the store is written, everything is counted on: a request would wait here for ever.
func TestNobodyWaitsForTheStore(t *testing.T) {
	lib := north()
	s := slow{store.NewMemory(), make(chan struct{}), make(chan struct{})}
	k := statistics.New(statistics.Config{Store: s, Months: months, Doubtful: func() int { return 2 }})
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	k.Page(lib, now, "redirect")
	flushed := make(chan struct{})
	go func() { defer close(flushed); k.Flush(now) }()
	<-s.begun
	r := links(t, lib, "genre=book&title=Harbours&aulast=Ruiz&isbn=12")[0]
	k.Link(lib, now, r, referrer.None)
	k.Look(lib, now, r, referrer.None, func() string { return "isbn=12" })
	k.Free(lib, now, statistics.FreeShown)
	k.Page(lib, now, "redirect")
	close(s.goOn)
	<-flushed
	day := everything(t, k, "north")["2026-11-23"]
	if day["page redirect"] != 2 || day["free shown"] != 1 {
		t.Errorf("counted: %v", day)
	}
}

func TestAProcessThatEndsWaitsForTheStore(t *testing.T) {
	b := &busy{store.NewMemory(), 2}
	k := statistics.New(statistics.Config{Store: b, Months: months})
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	k.Page(north(), now, "redirect")
	ended, end := context.WithCancel(t.Context())
	end()
	k.Run(ended, func() time.Time { return now })
	if n, err := b.Slots(); len(n) != 1 || err != nil {
		t.Errorf("the store has days %v, %v; want one", n, err)
	}
}

func TestDoubtfulLinksAreOfferedAgain(t *testing.T) {
	lib := north()
	m := &failingStore{fails: errors.New("no space left on device")}
	k := statistics.New(statistics.Config{Store: m, Months: months, Doubtful: func() int { return 2 }})
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for _, isbn := range []string{"12", "13", "14"} {
		query := "genre=book&title=Harbours&aulast=Ruiz&isbn=" + isbn
		k.Look(lib, now, links(t, lib, query)[0], referrer.None, func() string { return query })
		k.Flush(now)
	}
	if known, err := k.DoubtfulLinks("north"); len(known) != 2 || !errors.Is(err, m.fails) {
		t.Errorf("beside the store that fails with %v, %d links are known; want 2", err, len(known))
	}
	m.fails = nil
	k.Flush(now)
	k.Flush(now) // nothing is new
	if len(m.doubtful) != 2 {
		t.Errorf("the store has %v in the end; want two links", m.doubtful)
	}
}

func TestALinkAllocatesNothing(t *testing.T) {
	lib := north()
	k := statistics.New(statistics.Config{Months: months})
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	r := links(t, lib, "genre=bookitem&atitle=Tugs&title=Handbook&isbn=12&req_id=x")[0]
	if n := testing.AllocsPerRun(100, func() { k.Link(lib, now, r, referrer.None) }); n != 0 {
		t.Errorf("%v allocations for each link", n)
	}
}

// BenchmarkLink is what counting adds to a redirect.
func BenchmarkLink(b *testing.B) {
	lib := north()
	k := statistics.New(statistics.Config{Months: months})
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	r := resolver.Resolve(lib, "genre=article&atitle=Tugs&jtitle=Harbours&issn=1476-4687&date=2019&volume=12&spage=1&aulast=Ruiz&req_id=", 2026)
	b.ReportAllocs()
	for b.Loop() {
		k.Link(lib, now, r, referrer.None)
	}
}
