package main

import (
	"os"
	"runtime/debug"
)

// heapGrowth is by how many percent the heap may grow between two collections. What
// a server keeps is some 5 MB, all else is gone with its request: for twice the
// usual growth it collects half as often, and still stays below 40 MB.
const heapGrowth = 200

// growHeap sets heapGrowth, unless whoever runs the server has set Go's own GOGC.
func growHeap() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
}
