package store_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/store"
)

// childVariable makes the test binary one of the processes below.
const childVariable = "STORE_TEST_CHILD"

func TestMain(m *testing.M) {
	switch folder := os.Getenv("STORE_TEST_FOLDER"); os.Getenv(childVariable) {
	case "count":
		countForEver(folder)
	case "full":
		countOnFullDisk(folder)
	default:
		os.Exit(m.Run())
	}
}

func child(what, folder string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childVariable+"="+what, "STORE_TEST_FOLDER="+folder)
	return c
}

// countForEver adds one, says how much that makes, and so on.
func countForEver(folder string) {
	f := store.NewFile(folder, func(s string) { fmt.Println(s) })
	for n := 1; ; n++ {
		if err := f.Add(day("north", today, 1), 0); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(n)
	}
}

// A process that is killed in the middle leaves what it had said that it kept.
func TestAKilledProcessLosesNothingThatWasKept(t *testing.T) {
	folder := t.TempDir()
	kept := uint64(0)
	for round := range 4 {
		c := child("count", folder)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines, said := bufio.NewScanner(out), uint64(0)
		for said < 5+uint64(round) && lines.Scan() {
			n, err := strconv.ParseUint(lines.Text(), 10, 64)
			if err != nil {
				t.Fatalf("the process said %q", lines.Text())
			}
			said = n
		}
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it said before it was killed
			if n, err := strconv.ParseUint(lines.Text(), 10, 64); err == nil {
				said = n
			}
		}
		_ = c.Wait() // killed
		f, noticed := open(folder)
		got := sums(t, f, "north")[today]
		if got < kept+said || got > kept+said+1 || len(*noticed) != 0 {
			t.Fatalf("after the kill there are %d, where %d were kept and %d said; noticed %q", got, kept, said, *noticed)
		}
		kept = got
	}
}

// countOnFullDisk fills a disk that is full after 300 KB, makes room, and goes on.
func countOnFullDisk(folder string) {
	signal.Ignore(syscall.SIGXFSZ)
	f := store.NewFile(folder, func(s string) { fmt.Println("noticed:", s) })
	var most syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &most); err != nil {
		fmt.Println(err)
		return
	}
	full := syscall.Rlimit{Cur: 300 << 10, Max: most.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &full); err != nil {
		fmt.Println(err)
		return
	}
	d, err := today, error(nil)
	for ; err == nil; d++ {
		err = f.Add(manyCounts("north", d), 0)
	}
	fmt.Println("full:", strings.Contains(err.Error(), syscall.EFBIG.Error())) // bbolt does not wrap it
	read := 0
	err = f.Each("north", today, d, func(counts.Day, counts.Counts) { read++ })
	fmt.Println("read:", read == int(d-today)-1, err)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &most); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("again:", f.Add(manyCounts("north", d), 0))
}

func TestAFullDiskIsAnErrorUntilThereIsRoom(t *testing.T) {
	folder := t.TempDir()
	out, err := child("full", folder).CombinedOutput()
	if want := "full: true\nread: true <nil>\nagain: <nil>\n"; err != nil || string(out) != want {
		t.Errorf("it said %q, %v; want %q", out, err, want)
	}
	if aside, _ := filepath.Glob(filepath.Join(folder, "*.damaged-*")); len(aside) != 0 {
		t.Errorf("set aside: %q", aside)
	}
}

// A year of a library whose patrons follow fifteen hundred links a day, five
// hundred thousand in all.
func TestAYearTakesLessThanFiveMegabytes(t *testing.T) {
	folder := t.TempDir()
	f, _ := open(folder)
	var some []counts.Counts
	for range 12 {
		some = append(some, busyDay())
	}
	year := counts.Days{}
	for d := range counts.Day(366) {
		year[counts.Slot{Library: "north", Day: today + d}] = some[int(d)%len(some)]
	}
	add(t, f, year)
	for d := range counts.Day(20) { // and the last days little by little, as they come
		add(t, f, counts.Days{{Library: "north", Day: today + 340 + d}: busyDay()})
	}
	info, err := os.Stat(filepath.Join(folder, store.Name))
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 5_000_000 {
		t.Errorf("it takes %d bytes", info.Size())
	}
	t.Logf("it takes %d KB", info.Size()>>10)
}

// withLittleSpace lets no file of this process grow beyond two pages while do runs, as a full
// disk does.
func withLittleSpace(t *testing.T, do func()) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	little := before
	little.Cur = 2 * uint64(os.Getpagesize())
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &little); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
			t.Fatal(err)
		}
	}()
	do()
}
