package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/store"
	"lendlink/resolver/web/statistics/store/storetest"
)

var today = counts.DayOf(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))

// open returns the file in a folder, and what it notices.
func open(folder string) (*store.File, *[]string) {
	var noticed []string
	return store.NewFile(folder, func(s string) { noticed = append(noticed, s) }), &noticed
}

func day(library string, d counts.Day, n uint64) counts.Days {
	return counts.Days{{Library: library, Day: d}: {"link book primo redirect tipasa": n}}
}

func add(t *testing.T, f *store.File, days counts.Days) {
	t.Helper()
	if err := f.Add(days, 0); err != nil {
		t.Fatal(err)
	}
}

// sums returns how much a library counted on each day.
func sums(t *testing.T, f *store.File, library string) map[counts.Day]uint64 {
	t.Helper()
	all := map[counts.Day]uint64{}
	if err := f.Each(library, 0, 100_000, func(d counts.Day, c counts.Counts) { all[d] += c.Total() }); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestFileKeepsWhatWasAdded(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	f, noticed := open(folder)
	if got := sums(t, f, "north"); len(got) != 0 {
		t.Errorf("before there is a file it holds %v", got)
	}
	add(t, f, day("north", today, 1))
	if err := os.Truncate(filepath.Join(folder, store.Name), 0); err != nil {
		t.Fatal(err)
	}
	if got := sums(t, f, "north"); len(got) != 0 {
		t.Errorf("with nothing in it it holds %v", got)
	}
	add(t, f, day("north", today, 3))
	add(t, f, day("north", today-1, 4))
	add(t, f, day("south", today, 8))
	another, _ := open(folder)
	if diff := cmp.Diff(map[counts.Day]uint64{today: 3, today - 1: 4}, sums(t, another, "north")); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
	if err := f.Add(day("north", today, 1), today); err != nil { // what is older goes
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[counts.Day]uint64{today: 4}, sums(t, another, "north")); diff != "" {
		t.Errorf("once only today is kept (-want +got):\n%s", diff)
	}
	if len(*noticed) != 0 {
		t.Errorf("noticed %q", *noticed)
	}
}

func TestTwoProcessesCountTogether(t *testing.T) {
	folder := t.TempDir()
	one, _ := open(folder)
	two, _ := open(folder)
	for range 5 {
		add(t, one, day("north", today, 1))
		add(t, two, day("north", today, 1))
	}
	if got := sums(t, one, "north")[today]; got != 10 {
		t.Errorf("together they counted %d; want 10", got)
	}
}

// Somebody who keeps the lock is an error, and not waited for.
func TestALockedFileIsAnError(t *testing.T) {
	folder := t.TempDir()
	f, _ := open(folder)
	add(t, f, day("north", today, 1))
	db, err := bolt.Open(filepath.Join(folder, store.Name), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = f.Add(day("north", today, 1), 0)
	if err == nil || !strings.Contains(err.Error(), "another process has locked it") {
		t.Errorf("adding to a locked file gives %v", err)
	}
	if err := f.Each("north", 0, today, func(counts.Day, counts.Counts) {}); err == nil {
		t.Error("a locked file is read")
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	add(t, f, day("north", today, 1))
}

func TestADamagedFileIsSetAside(t *testing.T) {
	whole := func(b []byte) []byte { return b }
	for _, tt := range []struct {
		name   string
		damage func([]byte) []byte
	}{
		{"another file", func([]byte) []byte { return []byte("PK\x03\x04 this is a zip file") }},
		{"zeros", func(b []byte) []byte { return make([]byte, len(b)) }},
		{"cut after the first page", func(b []byte) []byte { return b[:4096] }},
		{"cut in the middle", func(b []byte) []byte { return b[:len(b)/2] }},
		{"zeros after the first pages", func(b []byte) []byte { clear(b[2*4096:]); return b }},
		{"whole", whole},
	} {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, store.Name)
			f, noticed := open(folder)
			for d := range counts.Day(40) {
				add(t, f, manyCounts("north", today-d))
			}
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, tt.damage(b), 0o600); err != nil {
				t.Fatal(err)
			}
			err = f.Each("north", 0, today, func(counts.Day, counts.Counts) {}) // must come back
			checkPlain(t, err)
			add(t, f, day("north", today+1, 7))
			if got := sums(t, f, "north")[today+1]; got != 7 {
				t.Errorf("counting goes on with %d; want 7", got)
			}
			aside, _ := filepath.Glob(path + ".damaged-*")
			if intact := tt.name == "whole"; (len(aside) == 0) != intact || (len(*noticed) == 0) != intact || (f.Lost(0) == nil) != intact {
				t.Errorf("set aside: %q, noticed: %q, lost: %v", aside, *noticed, f.Lost(0))
			}
			for _, notice := range *noticed {
				checkPlain(t, errors.New(notice))
			}
		})
	}
}

// checkPlain reports an error that shows the inside of bbolt or of Go.
func checkPlain(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	for _, inside := range []string{"runtime error", "assertion", "too small", "invalid database", "panic", "unexpected fault", "gzip"} {
		if strings.Contains(err.Error(), inside) {
			t.Errorf("the error is %q", err)
		}
	}
}

// manyCounts is a day with as many counts as a library of middle size has.
func manyCounts(library string, d counts.Day) counts.Days {
	c := counts.Counts{}
	for i := range 200 {
		c[fmt.Sprintf("has book source-%d title", i)] = rand.Uint64N(100)
	}
	return counts.Days{{Library: library, Day: d}: c}
}

// Whatever is overwritten, the process goes on.
func TestRandomDamageStopsNobody(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, store.Name)
	f, _ := open(folder)
	for d := range counts.Day(40) {
		add(t, f, manyCounts("north", today-d))
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		b := append([]byte{}, whole...)
		from := random.IntN(len(b))
		for i := from; i < min(len(b), from+1+random.IntN(600)); i++ {
			b[i] = byte(random.Uint32())
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		checkPlain(t, f.Each("north", 0, today, func(counts.Day, counts.Counts) {}))
		checkPlain(t, f.Add(day("north", today, 1), 0))
		damaged, _ := filepath.Glob(path + ".damaged-*")
		for _, d := range damaged {
			os.Remove(d)
		}
	}
}

// A damaged day is left out and named, also once it has counts again, until it is too old to be
// kept.
func TestADayThatCannotBeReadStartsAgain(t *testing.T) {
	folder := t.TempDir()
	f, noticed := open(folder)
	add(t, f, day("north", today, 1))
	add(t, f, day("north", today-1, 2))
	storetest.DamageDay(t, folder, "north", today)
	check := func(what string, first counts.Day, want map[counts.Day]uint64, damaged string) {
		t.Helper()
		got := map[counts.Day]uint64{}
		err := f.Each("north", first, today+2, func(d counts.Day, c counts.Counts) { got[d] += c.Total() })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
		if err == nil && damaged != "" || err != nil && !strings.Contains(err.Error(), damaged) {
			t.Errorf("%s: %v, want %q", what, err, damaged)
		}
		checkPlain(t, err)
	}
	name := "north on " + today.String() + " are damaged"
	check("the rest", 0, map[counts.Day]uint64{today - 1: 2}, name)
	check("other days", today+1, map[counts.Day]uint64{}, "")
	add(t, f, day("north", today, 4))
	check("the day with new counts", 0, map[counts.Day]uint64{today - 1: 2, today: 4}, name)
	if len(*noticed) == 0 {
		t.Error("nothing was noticed")
	}
	if err := f.Add(day("north", today+1, 8), today+1); err != nil {
		t.Fatal(err)
	}
	check("later", 0, map[counts.Day]uint64{today + 1: 8}, "")
}

func TestANewerFileIsLeftAlone(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, store.Name)
	f, _ := open(folder)
	add(t, f, day("north", today, 1))
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error { return tx.Bucket([]byte("about")).Put([]byte("schema"), []byte("2")) })
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	for _, err := range []error{f.Add(day("north", today, 1), 0), f.Each("north", 0, today, func(counts.Day, counts.Counts) {})} {
		if err == nil || !strings.Contains(err.Error(), "newer version") {
			t.Errorf("it gives %v", err)
		}
	}
	if aside, _ := filepath.Glob(path + ".damaged-*"); len(aside) != 0 {
		t.Errorf("it was set aside: %q", aside)
	}
}

// The file in testdata was written by the first version that kept counts.
func TestTheFirstVersionsFileIsRead(t *testing.T) {
	folder := t.TempDir()
	old, err := os.ReadFile("testdata/schema-1.db")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, store.Name), old, 0o600); err != nil {
		t.Fatal(err)
	}
	f, noticed := open(folder)
	first := counts.DayOf(time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC))
	want := map[counts.Day]uint64{first: 12, first + 1: 5}
	if diff := cmp.Diff(want, sums(t, f, "demo")); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
	add(t, f, day("demo", first+1, 1))
	if got := sums(t, f, "demo")[first+1]; got != 6 || len(*noticed) != 0 {
		t.Errorf("counting goes on with %d; want 6; noticed %q", got, *noticed)
	}
}

func TestAFolderThatCannotBeWrittenIsAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	f, _ := open(filepath.Join(file, "state"))
	if err := f.Add(day("north", today, 1), 0); err == nil {
		t.Error("a folder inside a file is written")
	}
}

// With no space for a new file, nothing is lost that was kept: once there is some, it is begun.
func TestAFullDiskLeavesNoDamagedFile(t *testing.T) {
	f, noticed := open(t.TempDir())
	withLittleSpace(t, func() {
		if err := f.Add(day("north", today, 1), 0); err == nil {
			t.Fatal("a file is written without space for it")
		}
	})
	add(t, f, day("north", today, 2))
	if got := sums(t, f, "north")[today]; got != 2 || len(*noticed) > 0 || f.Lost(0) != nil {
		t.Errorf("%d are kept, with notices %q and lost: %v", got, *noticed, f.Lost(0))
	}
}

// busyDay is what fifteen hundred links leave: of any source in the list and of all types,
// the rarer the later they come, with fields that vary.
func busyDay() counts.Counts {
	c := counts.Counts{}
	types := []string{"article-journal", "book", "chapter", "thesis", "document", "paper-conference", "report"}
	fields := []string{"title", "issued", "author", "container-title", "page", "volume", "issue", "DOI", "ISSN", "ISBN", "PMID"}
	needed := []string{"page", "author", "container-title", "issued"}
	for range 1500 {
		source := fmt.Sprintf("source%d", int(rand.ExpFloat64()*6)%34)
		itemType := types[int(rand.ExpFloat64()*1.5)%len(types)]
		outcome := []string{"redirect", "redirect", "confirm", "ask"}[rand.IntN(4)]
		c[counts.Name(counts.Link, itemType, source, outcome, "tipasa")]++
		for i, f := range fields {
			if rand.IntN(len(fields)) >= i {
				c[counts.Name(counts.Has, itemType, source, f)]++
			}
		}
		if outcome == "confirm" {
			c[counts.Name(counts.Missing, itemType, source, needed[rand.IntN(len(needed))])]++
		}
		if rand.IntN(3) == 0 {
			c[counts.Name(counts.Warning, fmt.Sprintf("warning-%d", int(rand.ExpFloat64()*6)%35), source)]++
		}
	}
	return c
}
