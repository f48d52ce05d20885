package library

import (
	"net/url"
	"strconv"
	"strings"

	"lendlink/resolver/citation"
)

// CheckLink is a place to look before a request is made, such as the catalogue.
type CheckLink struct {
	Label string
	URL   string // https, with placeholders such as {title}
}

// placeholders are the parts of an item that a check_first address can hold.
var placeholders = map[string]func(*citation.Citation) string{
	"title":           func(c *citation.Citation) string { return c.Title },
	"container-title": func(c *citation.Citation) string { return c.ContainerTitle },
	"author":          firstAuthor,
	"year":            year,
	"volume":          func(c *citation.Citation) string { return c.Volume },
	"issue":           func(c *citation.Citation) string { return c.Issue },
	"isbn":            func(c *citation.Citation) string { return c.ISBN },
	"issn":            func(c *citation.Citation) string { return c.ISSN },
	"doi":             func(c *citation.Citation) string { return c.DOI },
	"pmid":            func(c *citation.Citation) string { return c.PMID },
	"oclc":            func(c *citation.Citation) string { return c.Custom.OCLC },
}

// Address fills the item in, percent-encoded. It is false when the item lacks
// one of the values: a search for nothing helps nobody.
func (l CheckLink) Address(c *citation.Citation) (string, bool) {
	var b strings.Builder
	rest := l.URL
	for {
		before, name, after, found := cutPlaceholder(rest)
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		value := placeholders[name]
		if value == nil || value(c) == "" {
			return "", false
		}
		// %20 is a space in a path as well as in a query; + only in a query.
		b.WriteString(strings.ReplaceAll(url.QueryEscape(value(c)), "+", "%20"))
		rest = after
	}
}

// cutPlaceholder splits an address at its first {name}.
func cutPlaceholder(s string) (before, name, after string, found bool) {
	before, rest, open := strings.Cut(s, "{")
	name, after, closed := strings.Cut(rest, "}")
	if !open || !closed {
		return s, "", "", false
	}
	return before, name, after, true
}

func firstAuthor(c *citation.Citation) string {
	if len(c.Author) == 0 {
		return ""
	}
	if a := c.Author[0]; a.Family != "" {
		return a.Family
	}
	return c.Author[0].Literal
}

func year(c *citation.Citation) string {
	if c.Issued.IsZero() {
		return ""
	}
	return strconv.Itoa(c.Issued.Year)
}
