package primo

import (
	"slices"
	"strings"

	"lendlink/resolver/library"
)

// test is how the value of a field is compared.
type test string

const (
	is  test = "is"  // the value, whole
	has test = "has" // a part of it
)

// Rule is a condition under which a loan is an interlibrary loan: one of the fields of
// Primo's answer has one of the values. Neither case nor space around them counts.
type Rule struct {
	Fields []string
	Test   test
	Values []string
}

// The fields that say where a loan is from. Alma calls the library the main location.
const (
	libraryCode  = "mainlocationcode"
	libraryName  = "mainlocationname"
	locationCode = "secondarylocationcode"
	locationName = "secondarylocationname"
)

// Rules returns the conditions of a library, of which one is enough. They go into the
// script as they are, so that it and [Check] decide alike.
func Rules(l *library.PrimoLoans) []Rule {
	borrowing := []string{library.BorrowingLocation}
	all := []Rule{
		{[]string{libraryCode, libraryName}, is, l.Libraries},
		{[]string{locationCode, locationName}, is, l.Locations},
		{[]string{libraryName, locationName}, has, borrowing},
	}
	return slices.DeleteFunc(all, func(r Rule) bool { return len(r.Values) == 0 })
}

// fulfilledBy returns the first of the fields by which a loan fulfils the rule, and the value
// that it has; "" for none.
func (r Rule) fulfilledBy(loan map[string]string) (field, value string) {
	for _, field := range r.Fields {
		has := fold(loan[field])
		i := slices.IndexFunc(r.Values, func(wanted string) bool { return r.Test.holds(has, fold(wanted)) })
		if has != "" && i >= 0 {
			return field, r.Values[i]
		}
	}
	return "", ""
}

func (t test) holds(value, wanted string) bool {
	if t == has {
		return strings.Contains(value, wanted)
	}
	return value == wanted
}

func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
