package resolver

import (
	"slices"
	"strings"

	"lendlink/resolver/openurl"
	"lendlink/resolver/warning"
)

// Fate is what became of a pair of the link.
type Fate string

// The fates.
const (
	Used       Fate = "used"       // it gave a field of the citation
	Superseded Fate = "superseded" // it means a field, but another pair said it first or better, or the type has no such field
	Empty      Fate = "empty"      // its value says nothing
	Personal   Fate = "personal"   // it may hold personal data and was removed
	Other      Fate = "other"      // it is not about the wanted item
)

// Step is one pair of the link and what became of it: a line of the inspection.
type Step struct {
	Pair     openurl.Pair
	Fate     Fate
	Fields   []string // the fields of the citation it gave, by their CSL names
	Warnings warning.List
}

// Steps tells what became of every pair of the link, in the order sent.
func (r *Resolution) Steps() []Step {
	steps := make([]Step, len(r.Link.Pairs))
	for i, p := range r.Link.Pairs {
		steps[i] = Step{Pair: p, Fate: fate(p), Warnings: about(r.Warnings, p.Key)}
	}
	for _, f := range r.Used {
		s := &steps[f.Pair]
		s.Fate = Used
		if !slices.Contains(s.Fields, f.Field) {
			s.Fields = append(s.Fields, f.Field)
		}
	}
	for i := range steps {
		if what := decides[steps[i].Pair.Field]; what != "" && steps[i].Fate == Superseded {
			steps[i].Fate, steps[i].Fields = Used, []string{what}
		}
	}
	return steps
}

// decides are the keys that give no field of the citation, and what they help to decide.
var decides = map[openurl.Field]string{
	openurl.Genre: "type", openurl.Format: "type", openurl.ObjectType: "type", openurl.DCType: "type", openurl.Degree: "type",
	openurl.RfrID: "source", openurl.Sid: "source",
}

func fate(p openurl.Pair) Fate {
	switch {
	case p.Personal:
		return Personal
	case p.Empty:
		return Empty
	case p.Field == openurl.NoField:
		return Other
	}
	return Superseded
}

// about gives the warnings about a key.
func about(all warning.List, key string) warning.List {
	var found warning.List
	for _, w := range all {
		if strings.EqualFold(w.Field, key) {
			found = append(found, w)
		}
	}
	return found
}
