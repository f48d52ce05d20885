// Package ges writes the General Electronic Services with which Ex Libris Alma
// and Primo lead patrons to Lendlink: for each the fields of Alma's "Add Service"
// form, the URL template, and the Service Availability Rules.
//
// Alma puts the value of an attribute in the place of {rft.attribute}, form-encoded,
// and nothing where there is no value. So every template here has one attribute
// to one key of the same name and combines none: what Alma knows arrives as it is,
// and an empty key says no more than that. Templates published for other systems
// join names and choose between titles, and lose what the record had.
//
// It imports citation.
package ges

import (
	"slices"
	"strings"

	"lendlink/resolver/citation"
)

// Service is one General Electronic Service.
type Service struct {
	Type        citation.Type // of the items it is for; "" for all
	Code        string        // unique in Alma, no spaces; names the library, as institutions can share services
	Name        string        // unique in Alma too
	Description string
	PublicName  string // the link that patrons see
	Template    string // the URL template
	Rules       []Rule // Service Availability Rules, from the top; nil for none but Alma's default
}

// Rule is one Service Availability Rule. The first that fits decides.
type Rule struct {
	Parameter, Operator, Value string // all "" for the default rule, which always fits
	Show                       bool   // Alma's IsDisplay
}

// Default reports whether the rule fits everything.
func (r Rule) Default() bool { return r.Parameter == "" }

// String is the rule in one line: "rft.genre = book: show".
func (r Rule) String() string {
	verb := "hide"
	if r.Show {
		verb = "show"
	}
	if r.Default() {
		return "otherwise: " + verb
	}
	return r.Parameter + " " + r.Operator + " " + r.Value + ": " + verb
}

// Universal is the one service that a library needs: it takes items of every type,
// because Lendlink works out the type itself. Address is the OpenURL base address of the
// library with that code, ending in "?".
func Universal(library, address string) Service {
	return Service{
		Code:        serviceCode(library),
		Name:        "Lendlink: " + library,
		Description: "Interlibrary loan request through Lendlink",
		PublicName:  "Request through interlibrary loan",
		Template:    address + template(attributes),
	}
}

// ByType lists a service for each of the types that patrons ask for most, for
// libraries that want a label of its own for each. Together they show one link for
// every record: that for books shows where no other does, since Alma has no rule
// for records whose genre is unknown.
func ByType(library, address string) []Service {
	all := make([]Service, len(kinds))
	for i, k := range kinds {
		all[i] = Service{
			Type:        k.itemType,
			Code:        serviceCode(library) + "_" + k.code,
			Name:        "Lendlink: " + library + ", " + k.plural,
			Description: "Interlibrary loan request for " + k.plural + " through Lendlink",
			PublicName:  k.publicName,
			Template: address + template(slices.DeleteFunc(slices.Clone(attributes),
				func(a string) bool { return slices.Contains(k.without, a) })),
			Rules: k.rules,
		}
	}
	return all
}

// serviceCode returns "LENDLINK_NORTH_HALL" for the library north-hall.
func serviceCode(library string) string {
	return "LENDLINK_" + strings.ToUpper(strings.ReplaceAll(library, "-", "_"))
}

// template writes one key for each attribute.
func template(attributes []string) string {
	var b strings.Builder
	for i, a := range attributes {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(a + "={" + a + "}")
	}
	return b.String()
}
