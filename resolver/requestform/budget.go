package requestform

import (
	"slices"
	"sort"

	"lendlink/resolver/warning"
)

// longestDetail is how much of a value a warning shows.
const longestDetail = 600

// shrinking is a filled form while it is shortened to fit the budget.
type shrinking struct {
	*filling
	address address
	fields  []string // of each entry
	excess  int      // bytes over the budget
}

// shrink takes from the entries until excess bytes are gone, and warns of what it took.
func (f *filling) shrink(a address, excess int) {
	s := shrinking{filling: f, address: a, excess: excess}
	for _, e := range f.entries {
		s.fields = append(s.fields, mainField(*e.from))
	}
	for _, step := range shortenOrder {
		if s.excess <= 0 {
			return
		}
		if step.requires != "" && !s.holds(step.requires) {
			continue
		}
		switch {
		case step.part:
			s.takeOut(step)
		case step.floor > 0:
			s.cut(step)
		default:
			s.drop(step)
		}
	}
	// What is left are the library's own extras; without room for them the last go first.
	for i := len(f.entries) - 1; i >= 0 && s.excess > 0; i-- {
		if f.entries[i].origin != required {
			s.remove(i)
		}
	}
}

// holds reports whether a key holds the field.
func (s *shrinking) holds(field string) bool { return slices.Contains(s.fields, field) }

// touches reports whether a step applies to an entry. No step does to what holds no field: the settings' params and what
// the address must have.
func (s *shrinking) touches(step shortenStep, i int) bool {
	if !slices.Contains(step.fields, s.fields[i]) || step.duplicates && !s.isDuplicate(i) {
		return false
	}
	return s.address.measure()(s.entries[i].Value) > step.over
}

// isDuplicate reports whether another key, which stays, holds what this one
// holds. What settings add goes before the service's own.
func (s *shrinking) isDuplicate(i int) bool {
	if e := &s.entries[i]; !e.duplicate && e.origin != added {
		return false
	}
	for j, other := range s.entries {
		stays := !other.duplicate && other.origin != added
		if stays && sameMeaning(s.fields[i], s.fields[j]) {
			return true
		}
	}
	return false
}

// drop removes what a step is about, from the end, while there is excess.
func (s *shrinking) drop(step shortenStep) {
	for i := len(s.entries) - 1; i >= 0 && s.excess > 0; i-- {
		if s.touches(step, i) {
			s.remove(i)
		}
	}
}

func (s *shrinking) remove(i int) {
	e := s.entries[i]
	s.excess -= s.address.size(e.Param)
	s.entries = slices.Delete(s.entries, i, i+1)
	s.fields = slices.Delete(s.fields, i, i+1)
	s.warnings.Add(warning.LengthDropped, e.Key, shorten(e.Value, longestDetail, encodedLen))
}

// takeOut writes values again without the parts that hold a field.
func (s *shrinking) takeOut(step shortenStep) {
	without := s.item
	if step.fields[0] == "changed" {
		without.Changed = ""
	} else {
		without.Record = ""
	}
	for i := len(s.entries) - 1; i >= 0; i-- {
		e := &s.entries[i]
		if !slices.Contains(e.from.Names(), step.fields[0]) {
			continue
		}
		rest, ok := e.from.Expand(&without, nil)
		if !ok {
			s.remove(i)
			continue
		}
		if rest == e.Value {
			continue
		}
		s.warnings.Add(warning.LengthShortened, e.Key, shorten(e.Value, longestDetail, encodedLen))
		size := s.address.measure()
		s.excess -= size(e.Value) - size(rest)
		e.Value = rest
	}
	s.item = without
}

// cut shortens the values of a step to a common length, so that the
// longest loses most and the short ones nothing.
func (s *shrinking) cut(step shortenStep) {
	size := s.address.measure()
	var long []*Param
	for i := range s.entries {
		if p := &s.entries[i].Param; s.touches(step, i) && size(p.Value) > step.floor {
			long = append(long, p)
		}
	}
	slices.SortStableFunc(long, func(a, b *Param) int { return size(b.Value) - size(a.Value) })
	for len(long) > 0 && s.excess > 0 {
		room := size(long[0].Value)
		// The greatest common length at which enough is gained, else the floor.
		room -= sort.Search(room-step.floor, func(less int) bool {
			gain := 0
			for _, p := range long {
				gain += max(0, size(p.Value)-(room-less))
			}
			return gain >= s.excess
		})
		p := long[0]
		long = long[1:]
		short := shorten(p.Value, room, size)
		s.excess -= size(p.Value) - size(short)
		s.warnings.Add(warning.LengthShortened, p.Key, shorten(p.Value, longestDetail, encodedLen))
		p.Value = short
	}
}
