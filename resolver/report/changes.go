package report

import (
	"slices"
	"strings"

	"lendlink/resolver"
)

// Change is a field that two resolutions of the same link differ in. Fields are
// those of the citation, and missing, confidence, action and location.
type Change struct{ Field, Was, Is string }

// Changes tells what an upgrade or a new setting changes about a link. Of the
// location only the address before the query counts; the rest follows from the
// citation.
func Changes(was, is *resolver.Resolution) []Change {
	before, after := values(was), values(is)
	var changes []Change
	for _, b := range before {
		i := slices.IndexFunc(after, func(a Change) bool { return a.Field == b.Field })
		switch {
		case i < 0:
			changes = append(changes, Change{b.Field, b.Is, ""})
		case after[i].Is != b.Is:
			changes = append(changes, Change{b.Field, b.Is, after[i].Is})
		}
	}
	for _, a := range after {
		if !slices.ContainsFunc(before, func(b Change) bool { return a.Field == b.Field }) {
			changes = append(changes, Change{a.Field, "", a.Is})
		}
	}
	return changes
}

// values lists what is compared, each as a change to it from nothing.
func values(r *resolver.Resolution) []Change {
	var list []Change
	for _, f := range r.Citation.Fields() {
		list = append(list, Change{Field: f.Name, Is: f.Value})
	}
	form, _, _ := strings.Cut(r.Location, "?")
	return append(list,
		Change{Field: "missing", Is: strings.Join(r.Missing, ", ")},
		Change{Field: "confidence", Is: string(r.Confidence)},
		Change{Field: "action", Is: string(r.Action)},
		Change{Field: "location", Is: form},
	)
}
