package report

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"lendlink/resolver"
)

// Change is a field that two resolutions of the same link differ in. Fields are
// those of the citation, missing, confidence, action, location (the address of the
// form), and the keys that the form is sent, as form.rft.title.
type Change struct{ Field, Was, Is string }

// Changes returns what an upgrade or a new setting changes about a link. What the form is
// sent is compared only where the citation is the same, since it follows from that.
func Changes(was, is *resolver.Resolution) []Change {
	changes := differences(values(was), values(is))
	if slices.Equal(was.Citation.Details(), is.Citation.Details()) {
		changes = append(changes, differences(formKeys(was), formKeys(is))...)
	}
	return changes
}

func differences(before, after []Change) []Change {
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
	for _, f := range r.Citation.Details() {
		list = append(list, Change{Field: f.Name, Is: f.Value})
	}
	form, _ := cutLocation(r.Location)
	return append(list,
		Change{Field: "missing", Is: strings.Join(r.Missing, ", ")},
		Change{Field: "confidence", Is: string(r.Confidence)},
		Change{Field: "action", Is: string(r.Action)},
		Change{Field: "location", Is: form},
	)
}

// formKeys lists the keys of a location as values does the fields, with all values of each.
func formKeys(r *resolver.Resolution) []Change {
	_, query := cutLocation(r.Location)
	params, err := url.ParseQuery(query)
	if err != nil { // no answer of ours
		return nil
	}
	var list []Change
	for _, key := range slices.Sorted(maps.Keys(params)) {
		list = append(list, Change{Field: "form." + key, Is: strings.Join(params[key], " | ")})
	}
	return list
}

// cutLocation splits a location into the form's address, with the proxy before it, and
// what is sent, in which a question mark is always escaped.
func cutLocation(location string) (address, query string) {
	i := strings.LastIndexByte(location, '?')
	if i < 0 {
		return location, ""
	}
	return location[:i], location[i+1:]
}
