package main

import (
	"math"
	"os"
	"runtime/debug"
)

// heapGrowth is by how many percent the heap may grow between two collections. What
// a server keeps is some 3 MB, everything else is freed after its request: for two and a half times
// the usual growth it collects less than half as often, and still stays below 28 MB.
//
// memoryTarget is from where on it collects as often as it must. Crowds of clients
// that keep the server waiting come near it (see TestManyConnections).
const (
	heapGrowth   = 250
	memoryTarget = 128 << 20
)

// limitHeap sets heapGrowth and memoryTarget, unless whoever runs the server has set
// Go's own GOGC and GOMEMLIMIT.
func limitHeap() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(memoryTarget)
	}
}
