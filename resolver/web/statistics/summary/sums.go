package summary

import (
	"cmp"
	"slices"

	"lendlink/resolver/web/statistics/counts"
)

// sums are the counts of a range, sorted by what they are of.
type sums struct {
	types, sources, outcomes, forms, missing, warnings, free, pages, doubtful map[string]uint64

	missingFrom map[string]map[string]uint64            // source, field
	linksBy     map[string]map[string]uint64            // type, source: of usable links
	has         map[string]map[string]map[string]uint64 // type, source, field
}

func newSums() *sums {
	s := &sums{
		missingFrom: map[string]map[string]uint64{}, linksBy: map[string]map[string]uint64{},
		has: map[string]map[string]map[string]uint64{},
	}
	for _, m := range []*map[string]uint64{
		&s.types, &s.sources, &s.outcomes, &s.forms, &s.missing, &s.warnings, &s.free, &s.pages, &s.doubtful,
	} {
		*m = map[string]uint64{}
	}
	return s
}

func (s *sums) add(c counts.Counts) {
	for name, n := range c {
		kind, l := counts.Split(name)
		if len(l) != len(counts.Labels[kind]) {
			continue
		}
		switch kind {
		case counts.Link:
			s.addLink(l[0], l[1], l[2], l[3], n)
		case counts.Missing:
			s.missing[l[2]] += n
			within(s.missingFrom, l[1])[l[2]] += n
		case counts.Has:
			within(within(s.has, l[0]), l[1])[l[2]] += n
		case counts.Doubtful:
			s.doubtful[l[1]] += n
		case counts.Warning:
			s.warnings[l[0]] += n
		case counts.Free:
			s.free[l[0]] += n
		case counts.Page:
			s.pages[l[0]] += n
		}
	}
}

func (s *sums) addLink(itemType, source, outcome, form string, n uint64) {
	s.sources[source] += n
	s.outcomes[outcome] += n
	if outcome == counts.Unusable {
		return
	}
	s.types[itemType] += n
	s.forms[form] += n
	within(s.linksBy, itemType)[source] += n
}

// within returns the map under a name, made where it is missing.
func within[M ~map[string]V, V any](m map[string]M, name string) M {
	if m[name] == nil {
		m[name] = M{}
	}
	return m[name]
}

// linksIn returns how many links counts are of.
func linksIn(c counts.Counts) uint64 {
	sum := uint64(0)
	for name, n := range c {
		if kind, l := counts.Split(name); kind == counts.Link && len(l) == len(counts.Labels[kind]) {
			sum += n
		}
	}
	return sum
}

// completeness returns what links bring, by type in the order of the table of types.
func (s *sums) completeness(types []Row) []Completeness {
	var all []Completeness
	for _, t := range types {
		c := Completeness{Type: t.Name}
		for source, n := range s.linksBy[t.Name] {
			c.Sources = append(c.Sources, SourceFields{source, n, s.has[t.Name][source]})
		}
		slices.SortFunc(c.Sources, func(a, b SourceFields) int {
			return cmp.Or(cmp.Compare(b.Links, a.Links), cmp.Compare(a.Source, b.Source))
		})
		all = append(all, c)
	}
	return all
}
