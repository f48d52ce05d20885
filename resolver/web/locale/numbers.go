package locale

import (
	"net/url"

	"lendlink/resolver/citation"
)

// Number is a number that names an item, and the address of the page that it leads to, or
// "".
type Number struct{ Name, Value, Address string }

// numberPages begin the addresses of the pages that identifiers lead to.
var numberPages = map[string]string{
	"DOI":  "https://doi.org/",
	"PMID": "https://pubmed.ncbi.nlm.nih.gov/",
}

// numbersOf lists the numbers that name an item.
func numbersOf(c citation.Citation) []Number {
	var known []Number
	for _, n := range []Number{
		{Name: "ISBN", Value: c.ISBN}, {Name: "ISSN", Value: c.ISSN}, {Name: "DOI", Value: c.DOI}, {Name: "PMID", Value: c.PMID},
		{Name: "OCLC", Value: c.Custom.OCLC},
	} {
		if n.Value == "" {
			continue
		}
		if page := numberPages[n.Name]; page != "" {
			n.Address = (&url.URL{Path: n.Value}).EscapedPath()
			n.Address = page + n.Address
		}
		n.Value = shorten(n.Value, longestValue)
		known = append(known, n)
	}
	return known
}
