package locale

import "lendlink/resolver/citation"

// Fact is one detail of a citation, named as in CSL.
type Fact struct{ Name, Value string }

// Facts lists what is known of an item beside its titles and authors, in the order
// in which a reader wants it.
func Facts(c citation.Citation) []Fact {
	var known []Fact
	for _, f := range []Fact{
		{"issued", c.Issued.String()},
		{"edition", c.Edition},
		{"volume", c.Volume},
		{"issue", c.Issue},
		{"page", c.Page},
		{"publisher", c.Publisher},
		{"publisher-place", c.PublisherPlace},
		{"collection-title", c.CollectionTitle},
		{"ISBN", c.ISBN},
		{"ISSN", c.ISSN},
		{"DOI", c.DOI},
		{"PMID", c.PMID},
		{"OCLC", c.Custom.OCLC},
		{"LCCN", c.Custom.LCCN},
	} {
		if f.Value != "" {
			known = append(known, f)
		}
	}
	return known
}
