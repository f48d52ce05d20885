// Package name reads the names of people and organisations as catalogues, databases and
// title pages write them: headings, lists, statements of responsibility, in direct or
// inverted order, with particles, suffixes, degrees, relators and dates.
//
// It follows MARC 21 (fields 100 and 110), RDA and AACR2 for headings, and MEDLINE and APA
// for lists. A [Name] is a name of CSL-JSON. It deviates from CSL in one point: particles
// are part of the family name.
//
// It imports text.
package name

// Name is a name of CSL-JSON: a person's in parts, or an organisation's as Literal.
type Name struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Suffix  string `json:"suffix,omitempty"` // Jr., III
	Literal string `json:"literal,omitempty"`
}

// String returns the name as catalogues write it: "Garner, W. L., Jr.".
func (n Name) String() string {
	if n.Literal != "" {
		return n.Literal
	}
	s := n.Family
	if n.Given != "" {
		s += ", " + n.Given
	}
	if n.Suffix != "" {
		s += ", " + n.Suffix
	}
	return s
}

// IsPerson reports whether the name is a person's.
func (n Name) IsPerson() bool { return n.Literal == "" }
