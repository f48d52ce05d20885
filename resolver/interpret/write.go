package interpret

import (
	"net/url"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/name"
)

// writtenTypes are the format and genre of each type, and the keys of its title and of
// its container's.
var writtenTypes = map[citation.Type]struct{ format, genre, title, container string }{
	citation.Book:       {"book", "book", "rft.btitle", "rft.series"},
	citation.Chapter:    {"book", "bookitem", "rft.atitle", "rft.btitle"},
	citation.Article:    {"journal", "article", "rft.atitle", "rft.jtitle"},
	citation.Paper:      {"book", "proceeding", "rft.atitle", "rft.btitle"},
	citation.Periodical: {"journal", "journal", "rft.jtitle", ""},
	citation.Thesis:     {"dissertation", "dissertation", "rft.title", ""},
	citation.Report:     {"book", "report", "rft.btitle", "rft.series"},
	citation.Patent:     {"patent", "", "rft.title", ""},
	citation.Document:   {"dc", "", "rft.title", ""},
}

// writtenFields are the keys of the fields that every type writes alike.
var writtenFields = []struct {
	key   string
	value func(c *citation.Citation) string
}{
	{"rft_id", func(c *citation.Citation) string { return prefixed("info:doi/", c.DOI) }},
	{"rft_id", func(c *citation.Citation) string { return prefixed("info:pmid/", c.PMID) }},
	{"rft_id", func(c *citation.Citation) string { return prefixed("info:oclcnum/", c.Custom.OCLC) }},
	{"rft_id", func(c *citation.Citation) string { return prefixed("info:lccn/", c.Custom.LCCN) }},
	{"rft_id", func(c *citation.Citation) string { return prefixed("info:pmcid/", c.PMCID) }},
	{"rft_id", func(c *citation.Citation) string { return prefixed("info:arxiv/", c.Custom.ArXiv) }},
	{"rft_id", func(c *citation.Citation) string { return prefixed("info:bibcode/", c.Custom.Bibcode) }},
	{"rft_id", func(c *citation.Citation) string { return prefixed("info:hdl/", c.Custom.Handle) }},
	{"rft.isbn", func(c *citation.Citation) string { return c.ISBN }},
	{"rft.issn", func(c *citation.Citation) string { return c.ISSN }},
	{"rft.date", func(c *citation.Citation) string { return c.Issued.String() }},
	{"rft.volume", func(c *citation.Citation) string { return c.Volume }},
	{"rft.issue", func(c *citation.Citation) string { return c.Issue }},
	{"rft.pages", func(c *citation.Citation) string { return c.Page }},
	{"rft.edition", func(c *citation.Citation) string { return c.Edition }},
	{"rft.pub", func(c *citation.Citation) string { return c.Publisher }},
	{"rft.place", func(c *citation.Citation) string { return c.PublisherPlace }},
	{"rft.series", func(c *citation.Citation) string { return c.CollectionTitle }},
}

func prefixed(prefix, value string) string {
	if value == "" {
		return ""
	}
	return prefix + value
}

// maxWrittenNames bounds a link's length; forms take the first author.
const maxWrittenNames = 10

// Write returns an OpenURL 1.0 (KEV, inline) that means an item, such as Read reads. source
// names who makes it.
func Write(c *citation.Citation, source string) string {
	var w kevWriter
	t := writtenTypes[c.Type]
	w.add("url_ver", "Z39.88-2004")
	w.add("rft_val_fmt", prefixed("info:ofi/fmt:kev:mtx:", t.format))
	w.add("rft.genre", t.genre)
	w.add(t.title, c.Title)
	if t.container != "rft.series" || c.CollectionTitle == "" {
		w.add(t.container, c.ContainerTitle)
	}
	for i, n := range c.Author {
		if i == maxWrittenNames {
			break
		}
		w.author(n, i == 0)
	}
	for _, f := range writtenFields {
		w.add(f.key, f.value(c))
	}
	w.add("rfr_id", prefixed("info:sid/", source))
	return w.String()
}

// kevWriter writes pairs.
type kevWriter struct{ strings.Builder }

func (w *kevWriter) add(key, value string) {
	if key == "" || value == "" {
		return
	}
	if w.Len() > 0 {
		w.WriteByte('&')
	}
	w.WriteString(key + "=" + url.QueryEscape(value))
}

// author writes a name: the first person in parts, so that nothing is guessed.
func (w *kevWriter) author(n name.Name, first bool) {
	switch {
	case n.Literal != "":
		w.add("rft.aucorp", n.Literal)
	case first:
		w.add("rft.aulast", n.Family)
		w.add("rft.aufirst", n.Given)
		w.add("rft.ausuffix", n.Suffix)
	default:
		w.add("rft.au", n.String())
	}
}
