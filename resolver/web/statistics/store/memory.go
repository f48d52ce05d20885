package store

import (
	"crypto/rand"
	"maps"
	"slices"

	"lendlink/resolver/web/statistics/counts"
	"lendlink/resolver/web/statistics/doubtful"
)

// maxDays is how many days of each library a Memory keeps.
const maxDays = 62

// Memory keeps counts as long as the process lives, of the last two months at most.
type Memory struct {
	id   string
	days map[counts.Slot][]byte

	doubtful map[string]doubtful.List
}

// NewMemory returns an empty Memory.
func NewMemory() *Memory { return &Memory{id: rand.Text(), days: map[counts.Slot][]byte{}} }

// ID returns a name of its own.
func (m *Memory) ID() (string, error) { return m.id, nil }

// Slots lists the days that are kept.
func (m *Memory) Slots() ([]counts.Slot, error) { return slices.Collect(maps.Keys(m.days)), nil }

// Add adds to what is kept, and removes the days before oldest.
func (m *Memory) Add(days counts.Days, oldest counts.Day) error {
	latest := oldest
	for slot, more := range days {
		sum, err := merge(m.days[slot], more)
		if err != nil {
			return err
		}
		m.days[slot] = sum
		latest = max(latest, slot.Day)
	}
	oldest = max(oldest, latest-maxDays+1)
	for slot := range m.days {
		if slot.Day < oldest {
			delete(m.days, slot)
		}
	}
	return nil
}

// Each calls do with what is kept of a library's days.
func (m *Memory) Each(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error {
	for d := first; d <= last; d++ {
		packed := m.days[counts.Slot{Library: library, Day: d}]
		if packed == nil {
			continue
		}
		c, err := counts.Decode(packed)
		if err != nil {
			return err
		}
		do(d, c)
	}
	return nil
}

// Lost returns nil: nothing is lost before the process ends.
func (m *Memory) Lost(counts.Day) error { return nil }

// merge adds counts to packed ones.
func merge(packed []byte, more counts.Counts) ([]byte, error) {
	if packed == nil {
		return more.Encode(), nil
	}
	sum, err := counts.Decode(packed)
	if err != nil {
		return nil, err
	}
	sum.Add(more)
	return sum.Encode(), nil
}

// AddDoubtful adds links to look at.
func (m *Memory) AddDoubtful(links map[string]doubtful.List, oldest counts.Day, most int) error {
	if most == 0 || m.doubtful == nil {
		m.doubtful = map[string]doubtful.List{}
	}
	for library, more := range links {
		m.doubtful[library] = m.doubtful[library].Add(more, oldest, most)
	}
	return nil
}

// Doubtful returns those of a library.
func (m *Memory) Doubtful(library string) (doubtful.List, error) { return m.doubtful[library], nil }
