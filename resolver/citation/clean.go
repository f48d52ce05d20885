package citation

import "strings"

// Clean puts a citation that came from elsewhere (a form that a patron filled
// in, a bibliographic service) in the same order as one read from a link. What
// is clean already stays as it is, and so does what follows a stroke in a title: the
// statement of responsibility is gone by then, behind the last of two strokes. Numbers
// that are not valid are left out; year is the current one.
func Clean(c *Citation, year int) {
	c.Title = title(c.Title, clearTitle)
	c.ContainerTitle = title(c.ContainerTitle, clearTitle)
	c.CollectionTitle = cleanSeries(c.CollectionTitle)
	c.Author = cleanNames(c.Author)
	c.Publisher = cleanPublisher(c.Publisher)
	c.PublisherPlace = cleanPlace(c.PublisherPlace)
	c.Edition = cleanEdition(c.Edition)
	c.Volume = cleanNumber(c.Volume)
	c.Issue = cleanNumber(c.Issue)
	c.Page = cleanPages(c.Page)
	c.ISBN, _ = ParseISBN(c.ISBN)
	c.ISSN, _ = ParseISSN(c.ISSN)
	c.DOI, _ = ParseDOI(c.DOI)
	c.PMID, _ = ParsePMID(c.PMID)
	c.Custom.OCLC, _ = ParseOCLC(c.Custom.OCLC)
	c.Custom.LCCN, _ = ParseLCCN(c.Custom.LCCN)
	if c.Issued.Year < 1000 || c.Issued.Year > year+1 {
		c.Issued = Date{}
	}
	if yearOnly[c.Type] {
		c.Issued = Date{Year: c.Issued.Year}
	}
}

// cleanNames trims names that are in parts already.
func cleanNames(names []Name) []Name {
	var out []Name
	for _, n := range names {
		n = Name{Family: tidy(n.Family), Given: tidy(n.Given), Suffix: tidy(n.Suffix), Literal: tidy(n.Literal)}
		switch {
		case n.Literal != "":
			n = Name{Literal: cutPeriod(n.Literal)}
		case n.Family == "" && n.Given == "":
			continue
		case n.Family == "":
			n.Family, n.Given = n.Given, ""
		}
		n.Family = cleanFamily(n.Family)
		if given := cutFullerForms(n.Given); given != "" {
			n.setGiven(given)
		}
		n.Suffix = strings.Trim(n.Suffix, " ,")
		if n.Family == "" { // it was marks only
			n.Family, n.Given = n.Given, ""
		}
		if n != (Name{}) {
			out = addName(out, n)
		}
	}
	return out
}
