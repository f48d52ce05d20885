package citation

import (
	"lendlink/resolver/identifier"
	"lendlink/resolver/name"
)

// Clean puts a citation that came from elsewhere (a form that a patron filled
// in, a bibliographic service) in the same order as one read from a link. What
// is clean already stays as it is, and so does what follows a stroke in a title: the
// statement of responsibility is gone by then, behind the last of two strokes. Numbers
// that are not valid are left out; year is the current one.
func Clean(c *Citation, year int) {
	c.Title = CleanTitle(c.Title, CleanedTitle)
	c.ContainerTitle = CleanTitle(c.ContainerTitle, CleanedTitle)
	c.CollectionTitle = CleanSeries(c.CollectionTitle)
	c.Author = name.Clean(c.Author)
	c.Publisher = CleanPublisher(c.Publisher)
	c.PublisherPlace = CleanPlace(c.PublisherPlace)
	c.Edition = CleanEdition(c.Edition)
	c.Volume = CleanNumber(c.Volume)
	c.Issue = CleanNumber(c.Issue)
	c.Page = CleanPages(c.Page)
	c.ISBN, _ = identifier.ParseISBN(c.ISBN)
	c.ISSN, _ = identifier.ParseISSN(c.ISSN)
	c.DOI, _ = identifier.ParseDOI(c.DOI)
	c.PMID, _ = identifier.ParsePMID(c.PMID)
	c.Custom.OCLC, _ = identifier.ParseOCLC(c.Custom.OCLC)
	c.Custom.LCCN, _ = identifier.ParseLCCN(c.Custom.LCCN)
	if c.Issued.Year < 1000 || c.Issued.Year > year+1 {
		c.Issued = Date{}
	}
	if c.Type.HasYearOnly() {
		c.Issued = Date{Year: c.Issued.Year}
	}
}
