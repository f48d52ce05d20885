// Package summary sums up the counts of a library over a range of days, and compares them
// with the range before.
//
// It is pure: no clock, no HTTP.
//
// It imports counts.
package summary

import (
	"cmp"
	"slices"

	"lendlink/resolver/web/statistics/counts"
)

// Each calls do with what is known of a library's days. A day can come more than once.
type Each func(library string, first, last counts.Day, do func(counts.Day, counts.Counts)) error

// Summary is what came to a library in a range.
type Summary struct {
	Range       Range
	Links       Number
	Doubtful    Number // links that were read with low confidence
	Periods     []Part
	Types       []Row
	Sources     []Row
	Outcomes    []Row
	Forms       []Row // by the service of the request form
	Missing     []Row // fields
	Warnings    []Row
	Free        []Row
	Pages       []Row
	MissingFrom []Crossed      // fields that were missing, by source
	DoubtfulIn  []Row          // doubtful links by source
	Complete    []Completeness // what links bring, by type and source
}

// Number is a count, and that of the range before.
type Number struct{ N, Before uint64 }

// Row is how often something was.
type Row struct {
	Name string
	Number
}

// Part is a period of the range. Before is that of the period at the same place of the
// range before.
type Part struct {
	Period
	Number
	Counts counts.Counts
}

// Crossed is a row of a table with two headings.
type Crossed struct {
	Name  string
	Total uint64
	Cells []Row
}

// Completeness is how many links for items of a type brought each field, by source.
type Completeness struct {
	Type    string
	Sources []SourceFields
}

// SourceFields are the links of a source, and how many of them brought each field.
type SourceFields struct {
	Source string
	Links  uint64
	Has    map[string]uint64
}

// Sum sums up a library's counts. On an error it holds what could be read.
func Sum(each Each, library string, r Range) (*Summary, error) {
	s := &Summary{Range: r}
	for _, p := range r.Periods() {
		s.Periods = append(s.Periods, Part{Period: p, Counts: counts.Counts{}})
	}
	before := r.Before()
	now, then := newSums(), newSums()
	err := each(library, before.First, r.Last, func(d counts.Day, c counts.Counts) {
		links := linksIn(c)
		if d >= r.First {
			p := &s.Periods[r.indexOf(d)]
			p.Counts.Add(c)
			p.N += links
			s.Links.N += links
			return
		}
		if d > before.Last {
			return
		}
		then.add(c)
		s.Links.Before += links
		if i := before.indexOf(d); i < len(s.Periods) {
			s.Periods[i].Before += links
		}
	})
	for i := range s.Periods {
		now.add(s.Periods[i].Counts)
	}
	s.fill(now, then)
	return s, err
}

func (s *Summary) fill(now, then *sums) {
	s.Types, s.Sources, s.Outcomes = rows(now.types, then.types), rows(now.sources, then.sources), rows(now.outcomes, then.outcomes)
	s.Forms, s.Missing, s.Warnings = rows(now.forms, then.forms), rows(now.missing, then.missing), rows(now.warnings, then.warnings)
	s.Free, s.Pages = rows(now.free, then.free), rows(now.pages, then.pages)
	s.DoubtfulIn = rows(now.doubtful, then.doubtful)
	for _, r := range s.DoubtfulIn {
		s.Doubtful.N += r.N
	}
	s.Doubtful.Before = total(then.doubtful)
	for source, fields := range now.missingFrom {
		s.MissingFrom = append(s.MissingFrom, Crossed{source, total(fields), rows(fields, nil)})
	}
	slices.SortFunc(s.MissingFrom, func(a, b Crossed) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Name, b.Name))
	})
	s.Complete = now.completeness(s.Types)
}

// rows lists counts, the most frequent first. What was in the range before alone is left
// out.
func rows(now, before map[string]uint64) []Row {
	all := make([]Row, 0, len(now))
	for name, n := range now {
		if n > 0 {
			all = append(all, Row{name, Number{n, before[name]}})
		}
	}
	slices.SortFunc(all, func(a, b Row) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name)) })
	return all
}

func total(m map[string]uint64) uint64 { return counts.Counts(m).Total() }

// Of returns the number of a row by its name.
func Of(rows []Row, name string) Number {
	for _, r := range rows {
		if r.Name == name {
			return r.Number
		}
	}
	return Number{}
}
