package shared_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"lendlink/internal/redistest"
	"lendlink/resolver"
	"lendlink/resolver/library"
	"lendlink/resolver/web/referrer"
	"lendlink/resolver/web/statistics"
	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/shared"
	"lendlink/resolver/web/statistics/store"
	"lendlink/resolver/web/statistics/store/storetest"
)

var (
	noon  = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	today = counts.DayOf(noon)
	demo  = library.Demo().Find("demo")
)

// replica is a server that shares its counts.
type replica struct {
	*statistics.Collector
	problem error // of the last use of what is shared
	most    int   // doubtful links to keep
}

func newReplica(t *testing.T, address string, s statistics.Store) *replica {
	t.Helper()
	all, err := shared.New("redis://" + address + "/0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { all.Close() })
	r := &replica{}
	r.Collector = statistics.New(statistics.Config{
		Store: s, Months: func() int { return 25 }, Shared: func() statistics.Shared { return all },
		Put: func(err error) { r.problem = err }, Doubtful: func() int { return r.most },
	})
	return r
}

// count counts some forms, and hands them on.
func (r *replica) count(n int) {
	for range n {
		r.Page(demo, noon, "redirect")
	}
	r.Flush(noon)
}

// sees returns how many forms a replica's page shows.
func (r *replica) sees() (n uint64, err error) {
	err = r.Each("demo", today-1000, today, func(_ counts.Day, c counts.Counts) { n += c["page redirect"] })
	return n, err
}

func want(t *testing.T, who string, r *replica, n uint64) {
	t.Helper()
	if got, err := r.sees(); got != n || err != nil {
		t.Errorf("%s sees %d, %v; want %d", who, got, err, n)
	}
}

func TestReplicasCountTogether(t *testing.T) {
	server := redistest.Start(t)
	one, two := newReplica(t, server.Address, nil), newReplica(t, server.Address, nil)
	one.count(3)
	two.count(4)
	one.count(1)
	want(t, "one", one, 8)
	want(t, "the other", two, 8)
	restarted := newReplica(t, server.Address, nil) // without a file it starts from zero, and the sum stays
	restarted.count(2)
	want(t, "one after another restarted", one, 10)
	want(t, "the restarted", restarted, 10)
}

func TestWithoutTheServerEachHasItsOwn(t *testing.T) {
	server := redistest.Start(t)
	one, two := newReplica(t, server.Address, nil), newReplica(t, server.Address, nil)
	one.count(3)
	two.count(4)
	server.Stop()
	one.count(1)
	two.count(1)
	if got, err := one.sees(); got != 4 || err == nil || one.problem == nil {
		t.Errorf("without the server one sees %d, %v; want its own 4 and an error", got, err)
	} else if want := "the server that lookup.cache names: connection refused"; err.Error() != want || one.problem.Error() != want {
		t.Errorf("the errors are %q and %q; want %q", err, one.problem, want)
	}
	server.Restart(t) // with nothing in it
	one.count(0)
	two.count(0)
	want(t, "one after the server is back", one, 9)
	want(t, "the other", two, 9)
	if one.problem != nil {
		t.Errorf("it still fails: %v", one.problem)
	}
	server.Stop()
	server.Restart(t) // and nobody has counted anything since
	one.count(0)
	two.count(0)
	want(t, "one after the server lost everything", one, 9)
	want(t, "the other", two, 9)
}

// A server that kept counts for itself brings them along, and two processes with one file
// are one server.
func TestAFileIsSharedWhole(t *testing.T) {
	server := redistest.Start(t)
	folder := t.TempDir()
	file := func() *store.File { return store.NewFile(folder, func(string) {}) }
	old := counts.Days{{Library: "demo", Day: today - 300}: {"page redirect": 100}}
	if err := file().Add(old, 0); err != nil {
		t.Fatal(err)
	}
	draining, fresh := newReplica(t, server.Address, file()), newReplica(t, server.Address, file())
	draining.count(1)
	fresh.count(2)
	draining.count(4)
	other := newReplica(t, server.Address, nil)
	for who, r := range map[string]*replica{"the draining process": draining, "the new one": fresh, "another server": other} {
		want(t, who, r, 107)
	}
}

// What an earlier process shared is not lost with a file that is lost.
func TestALostFileLeavesWhatWasShared(t *testing.T) {
	server := redistest.Start(t)
	before := newReplica(t, server.Address, store.NewFile(t.TempDir(), func(string) {}))
	before.count(5)
	after := newReplica(t, server.Address, store.NewFile(t.TempDir(), func(string) {}))
	after.count(1)
	want(t, "the new one", after, 6)
}

// A day that is damaged in the file is taken from what was shared.
func TestADamagedDayLeavesWhatWasShared(t *testing.T) {
	server := redistest.Start(t)
	folder := t.TempDir()
	r := newReplica(t, server.Address, store.NewFile(folder, func(string) {}))
	r.count(5)
	storetest.DamageDay(t, folder, "demo", today)
	want(t, "it", r, 5)
	server.Stop()
	if n, err := r.sees(); n != 0 || err == nil || !strings.Contains(err.Error(), "are damaged") {
		t.Errorf("without the server it sees %d, %v; want that the day is damaged", n, err)
	}
}

// look keeps a doubtful link, and hands it on.
func (r *replica) look(isbn string, days int) {
	now := noon.AddDate(0, 0, days)
	query := "genre=book&title=Harbours&aulast=Ruiz&isbn=" + isbn
	resolution := resolver.Resolve(demo, query, 2026)
	r.Link(demo, now, resolution, referrer.None)
	r.Look(demo, now, resolution, referrer.None, func() string { return query })
	r.Flush(now)
}

// wantLinks demands the doubtful links that a replica shows, by their ISBN, and that they
// are all that the server has.
func wantLinks(t *testing.T, who string, r *replica, want ...string) {
	t.Helper()
	links, err := r.DoubtfulLinks("demo")
	var got []string
	for _, l := range links {
		got = append(got, l.Query[strings.LastIndex(l.Query, "=")+1:])
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%s shows %q, %v; want %q", who, got, err, want)
	}
}

// Doubtful links of all servers are on the page of each, no more than are to be kept, the
// latest day first; and none is left once none are wanted.
func TestReplicasShareDoubtfulLinks(t *testing.T) {
	server := redistest.Start(t)
	one, two := newReplica(t, server.Address, nil), newReplica(t, server.Address, nil)
	one.most, two.most = 3, 3
	one.look("11", 0)
	two.look("12", 0)
	one.look("13", 1)
	two.look("11", 2) // again
	wantLinks(t, "one", one, "11", "13", "12")
	wantLinks(t, "the other", two, "11", "13", "12")
	one.look("14", 3)
	wantLinks(t, "the other with one too many", two, "14", "11", "13")

	server.Stop()
	if links, err := one.DoubtfulLinks("demo"); err == nil || len(links) != 3 {
		t.Errorf("without the server one shows %v, %v; want its own three and an error", links, err)
	}
	server.Restart(t) // with nothing in it
	one.count(1)
	two.count(1)
	wantLinks(t, "the other after the server is back", two, "14", "11", "13")

	one.most, two.most = 0, 0
	one.Flush(noon)
	two.Flush(noon)
	fresh := newReplica(t, server.Address, nil)
	fresh.most = 3
	wantLinks(t, "a new one, once none were wanted,", fresh)
}
