package reference

import (
	"net/url"
	"regexp"

	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
	"lendlink/resolver/interpret"
	"lendlink/resolver/openurl"
)

// identifiers are what a text can be instead of a reference, the surest first. A number
// without a check digit must have its name with it.
var identifiers = []struct {
	whole *regexp.Regexp
	set   func(c *citation.Citation, value string)
}{
	{
		regexp.MustCompile(`(?i)^(?:doi|info:doi/|urn:doi)?[:\s/]*(10\.\d{4,9}/\S+)$`),
		func(c *citation.Citation, s string) { c.DOI, _ = identifier.ParseDOI(s) },
	},
	{
		regexp.MustCompile(`(?i)^(?:info:pmid/|pmid[:\s]*)(\d{1,9})$`),
		func(c *citation.Citation, s string) { c.PMID, _ = identifier.ParsePMID(s) },
	},
	{
		regexp.MustCompile(`(?i)^(?:pmcid[:\s]*|info:pmcid/)?(PMC\d{1,9})$`),
		func(c *citation.Citation, s string) { c.PMCID, _ = identifier.ParsePMCID(s) },
	},
	{
		regexp.MustCompile(`(?i)^(?:info:hdl/|hdl:)(\d[\d.]*/\S+)$`),
		func(c *citation.Citation, s string) { c.Custom.Handle, _ = identifier.ParseHandle(s) },
	},
	{
		regexp.MustCompile(`^(?:info:bibcode/|bibcode:\s*)?([12]\d{3}[A-Za-z][A-Za-z0-9.&]{13}[A-Z.])$`),
		func(c *citation.Citation, s string) { c.Custom.Bibcode, _ = identifier.ParseBibcode(s) },
	},
	{
		regexp.MustCompile(`(?i)^(?:info:oclcnum/|\(ocolc\)|ocm|ocn|on|oclc[:#\s]*)\s*(\d{1,12})$`),
		func(c *citation.Citation, s string) { c.Custom.OCLC, _ = identifier.ParseOCLC(s) },
	},
	{
		regexp.MustCompile(`(?i)^(?:info:lccn/|lccn[:#\s]*)\s*((?:[a-z]{0,3}\s?\d{2}|[a-z]{0,2}\s?\d{4})(?:-\d{1,6}|\d{6})(?:/\S*)?)$`),
		func(c *citation.Citation, s string) { c.Custom.LCCN, _ = identifier.ParseLCCN(s) },
	},
	{
		regexp.MustCompile(`(?i)^arxiv[:\s]*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?$`),
		func(c *citation.Citation, s string) { c.Custom.ArXiv, c.DOI = s, identifier.ArXivDOI(s) },
	},
	{
		regexp.MustCompile(`(?i)^(?:(?:e-?)?isbn(?:-1[03])?[:\s]*|urn:isbn:)?((?:97[89][-\s]?)?\d(?:[-\s]?\d){8}[-\s]?[\dx])(?:\s*\([^()]*\))?$`),
		func(c *citation.Citation, s string) { c.ISBN, _ = identifier.ParseISBN(s) },
	},
	{
		regexp.MustCompile(`(?i)^(?:(?:[ep]-?)?issn[:\s]*)?(\d{4}-\d{3}[\dx])$`),
		func(c *citation.Citation, s string) { c.ISSN, _ = identifier.ParseISSN(s) },
	},
	{
		regexp.MustCompile(`(?i)^issn[:\s]*(\d{7}[\dx])$`),
		func(c *citation.Citation, s string) { c.ISSN, _ = identifier.ParseISSN(s) },
	},
}

// isIdentifier reports whether a text is an identifier and nothing else.
func isIdentifier(text string) bool {
	for _, i := range identifiers {
		if i.whole.MatchString(text) {
			return true
		}
	}
	return false
}

// readIdentifier reads a text that is an identifier. What has the shape of an ISBN or
// ISSN and a wrong check digit is reported as that.
func readIdentifier(text string, year int) ([]Item, []Problem) {
	c, _ := parseIdentifier(text)
	if c.Empty() {
		return nil, []Problem{{1, BadNumber}}
	}
	c.Type = typeOfIdentifier(&c, year)
	return []Item{{Citation: c}}, nil
}

// parseIdentifier reads a text that has the shape of an identifier. The citation is empty
// where it is not valid.
func parseIdentifier(text string) (c citation.Citation, shaped bool) {
	c.Type = citation.Document
	for _, i := range identifiers {
		found := i.whole.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		if i.set(&c, found[1]); !c.Empty() {
			return c, true
		}
		shaped = true
	}
	return c, shaped
}

// typeOfIdentifier returns the type of identifiers alone: what a link that has only
// those is read as.
func typeOfIdentifier(c *citation.Citation, year int) citation.Type {
	if c.DOI != "" {
		if t := typeOfLink("rft_id=info:doi/"+url.QueryEscape(c.DOI), year); t != citation.Document {
			return t
		}
	}
	switch {
	case c.PMID != "":
		return typeOfLink("rft_id=info:pmid/"+c.PMID, year)
	case c.ISBN != "":
		return citation.Book
	case c.ISSN != "" && c.DOI != "":
		return citation.Article
	case c.ISSN != "":
		return citation.Periodical
	}
	return citation.Document
}

func typeOfLink(query string, year int) citation.Type {
	return interpret.Read(openurl.Parse(query), year).Citation.Type
}
