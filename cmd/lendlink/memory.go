package main

import (
	"os"
	"runtime/debug"
)

// heapGrowth is by how many percent the heap may grow between two collections. What
// a server keeps is some 3 MB, all else is gone with its request: for three times the
// usual growth it collects a third as often, and still stays below 40 MB.
const heapGrowth = 300

// growHeap sets heapGrowth, unless whoever runs the server has set Go's own GOGC.
func growHeap() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
}
