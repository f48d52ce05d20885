//go:build unix

// Package linear measures whether work grows in proportion to its input. It is for tests, and imports nothing of Lendlink.
package linear

import (
	"syscall"
	"testing"
	"time"
)

// The lengths that are compared, in bytes, and how many times as long the longer one may take: four times where each byte
// is looked at once, sixteen times where each is compared with all others.
const (
	short, long = 15 << 10, 60 << 10
	maxRatio    = 7
)

// tries bounds how often they are compared. A busy machine may disturb one of two measurements that follow each other, but
// hardly each of so many, and always the same one.
const tries = 15

// Check runs work with inputs of both lengths and reports an error if it never grows in proportion. Work that takes less
// than floor does no harm: measured more exactly, it would be noise.
func Check(t *testing.T, what string, floor time.Duration, work func(length int)) {
	t.Helper()

	if ProcessorTime(t, func() { work(long) }) < floor {
		return
	}

	var fast, slow time.Duration

	for range tries {
		fast = ProcessorTime(t, func() { work(short) })
		slow = ProcessorTime(t, func() { work(long) })

		if slow < floor || slow <= maxRatio*fast {
			return
		}
	}

	t.Errorf("%s: %v for %d bytes, %v for %d", what, fast, short, slow, long)
}

// ProcessorTime returns the processor time that do takes, whatever else the machine is busy with.
func ProcessorTime(t *testing.T, do func()) time.Duration {
	t.Helper()

	start := used(t)

	do()

	return used(t) - start
}

// used returns the processor time that the process has used.
func used(t *testing.T) time.Duration {
	t.Helper()

	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}

	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
