package freecopy

import "sync"

// Path is where browsers report that a copy was taken, below a library's own.
const Path = "/free-copy"

// Offers bounds how many copies are counted as taken by how many were shown: anybody can
// say that one was taken. Its zero value is empty. It is safe for use by several
// goroutines at once.
type Offers struct {
	mu   sync.Mutex
	open map[string]int // shown and not taken, by library
}

// Show notes that a library's page showed a copy.
func (t *Offers) Show(library string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.open == nil {
		t.open = map[string]int{}
	}
	t.open[library]++
}

// Take reports whether a copy that a library's page showed can have been taken, and notes
// that it was.
func (t *Offers) Take(library string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.open[library] == 0 {
		return false
	}
	t.open[library]--
	return true
}
