package name_test

import (
	"strings"

	"lendlink/resolver/name"
)

// show writes names as family|given|suffix, organisations in brackets.
func show(names []name.Name) string {
	var parts []string
	for _, n := range names {
		switch {
		case n.Literal != "":
			parts = append(parts, "["+n.Literal+"]")
		case n.Suffix != "":
			parts = append(parts, n.Family+"|"+n.Given+"|"+n.Suffix)
		default:
			parts = append(parts, n.Family+"|"+n.Given)
		}
	}
	return strings.Join(parts, " + ")
}

// parts reads what show writes of one name.
func parts(s string) name.Name {
	if literal, ok := strings.CutPrefix(s, "["); ok {
		return name.Name{Literal: strings.TrimSuffix(literal, "]")}
	}
	p := append(strings.Split(s, "|"), "")
	return name.Name{Family: p[0], Given: p[1], Suffix: p[2]}
}
