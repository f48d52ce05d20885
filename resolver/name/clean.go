package name

import (
	"strings"

	"lendlink/resolver/text"
)

// Clean trims names that are in parts already.
func Clean(names []Name) []Name {
	var out []Name
	for _, n := range names {
		n = Name{Family: text.Tidy(n.Family), Given: text.Tidy(n.Given), Suffix: text.Tidy(n.Suffix), Literal: text.Tidy(n.Literal)}
		if n.Literal != "" {
			n = Name{Literal: text.CutPeriod(n.Literal)}
		}
		n.Family = cleanFamily(n.Family)
		if given := cutFullerForms(n.Given); given != "" {
			n.setGiven(given)
		}
		n.Suffix = strings.Trim(n.Suffix, " ,")
		if n.Family == "" { // there was none, or marks only
			n.Family, n.Given = n.Given, ""
		}
		if n.Family != "" || n.Literal != "" {
			out = Add(out, n)
		}
	}
	return out
}
