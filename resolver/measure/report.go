package measure

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"

	"lendlink/resolver"
)

// core are the fields in which a request must not be wrong.
var core = map[string]bool{
	"type": true, "title": true, "container-title": true, "author": true, "issued": true, "volume": true, "issue": true,
	"page": true, "ISBN": true, "ISSN": true, "DOI": true, "PMID": true, "custom.OCLC": true,
}

// count says of how many links, or of how many values of a field, how many are right.
type count struct{ all, right, silent, shown int }

// Report counts measured links.
type Report struct {
	links         count
	types, fields map[string]*count
}

// NewReport returns a report of no links.
func NewReport() *Report {
	return &Report{types: map[string]*count{}, fields: map[string]*count{}}
}

// Add counts a link by how it was resolved, and returns what differs from its label.
func (rep *Report) Add(l *Link, r *resolver.Resolution) []Difference {
	var different []Difference
	coreWrong := false
	for _, c := range l.checks(r) {
		field := at(rep.fields, c.Field)
		field.all++
		if c.right {
			field.right++
			continue
		}
		different = append(different, c.Difference)
		coreWrong = coreWrong || core[c.Field]
		if core[c.Field] && r.Confidence == resolver.High {
			field.silent++
		}
	}
	for _, n := range [...]*count{&rep.links, at(rep.types, typeOf(l))} {
		n.all++
		n.right += asInt(len(different) == 0)
		n.silent += asInt(coreWrong && r.Confidence == resolver.High)
		n.shown += asInt(r.Action != resolver.Redirect)
	}
	return different
}

func at(counts map[string]*count, name string) *count {
	if counts[name] == nil {
		counts[name] = &count{}
	}
	return counts[name]
}

func asInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// typeOf returns the type that a label wants, the first where it allows several.
func typeOf(l *Link) string {
	want := l.Expect["type"]
	if m, ok := want.(map[string]any); ok {
		if allowed, ok := m["any"].([]any); ok && len(allowed) > 0 {
			want = allowed[0]
		}
	}
	if want == nil {
		return "-"
	}
	return fmt.Sprint(want)
}

// Write writes the counts: of all links, by type, by field.
func (rep *Report) Write(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	line := func(cells ...any) {
		for _, c := range cells {
			fmt.Fprintf(table, "%v\t", c)
		}
		fmt.Fprintln(table)
	}
	line("", "all", "right", "", "silent", "", "page", "")
	rep.links.write(line, "links")
	for _, name := range byNumber(rep.types) {
		rep.types[name].write(line, name)
	}
	line("")
	line("field", "all", "right", "", "silent", "")
	for _, name := range byNumber(rep.fields) {
		n := rep.fields[name]
		line(name, n.all, n.right, percent(n.right, n.all), n.silent, percent(n.silent, n.all))
	}
	return table.Flush()
}

func (n *count) write(line func(...any), name string) {
	line(name, n.all, n.right, percent(n.right, n.all), n.silent, percent(n.silent, n.all), n.shown, percent(n.shown, n.all))
}

// byNumber returns the names of counts, the most numerous first.
func byNumber(counts map[string]*count) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b].all-counts[a].all, cmp.Compare(a, b))
	})
}

func percent(part, all int) string {
	if all == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(part)/float64(all))
}
