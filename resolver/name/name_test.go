package name_test

import (
	"encoding/json"
	"strings"
	"testing"

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

func TestName(t *testing.T) {
	for _, tt := range []struct {
		n            name.Name
		text, asJSON string
	}{
		{name.Name{Family: "Garner", Given: "W. L.", Suffix: "Jr."}, "Garner, W. L., Jr.", `{"family":"Garner","given":"W. L.","suffix":"Jr."}`},
		{name.Name{Family: "Kim", Suffix: "III"}, "Kim, III", `{"family":"Kim","suffix":"III"}`},
		{name.Name{Family: "Plato"}, "Plato", `{"family":"Plato"}`},
		{name.Name{Literal: "Weir Society"}, "Weir Society", `{"literal":"Weir Society"}`},
		{name.Name{}, "", `{}`},
	} {
		if got := tt.n.String(); got != tt.text {
			t.Errorf("%+v is written as %q, want %q", tt.n, got, tt.text)
		}
		if got, err := json.Marshal(tt.n); string(got) != tt.asJSON || err != nil {
			t.Errorf("%+v is %s, %v, want %s", tt.n, got, err, tt.asJSON)
		}
		if isPerson := tt.n.Literal == ""; tt.n.IsPerson() != isPerson {
			t.Errorf("%+v is a person: %t", tt.n, !isPerson)
		}
		if tt.n.Suffix != "" || tt.n.Family == "" {
			continue
		}
		if again := name.ParseList(tt.n.String()); len(again) != 1 || again[0] != tt.n { // a heading is read back
			t.Errorf("%q is read as %+v", tt.n, again)
		}
	}
}
