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
	w.add("url_ver", "Z39.88-2004")
	w.add("rft_val_fmt", prefixed("info:ofi/fmt:kev:mtx:", writtenTypes[c.Type].format))
	w.item(c)
	w.add("rfr_id", prefixed("info:sid/", source))
	return w.String()
}

// WriteShort is Write without what Read can do without, for an item whose type has a genre.
func WriteShort(c *citation.Citation, source string) string {
	var w kevWriter
	w.item(c)
	w.add("sid", source)
	return w.String()
}

// kevWriter writes pairs.
type kevWriter struct{ strings.Builder }

// item writes the fields of a citation.
func (w *kevWriter) item(c *citation.Citation) {
	t := writtenTypes[c.Type]
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
	for i := range citation.Fields {
		if f := &citation.Fields[i]; f.Key != "" {
			w.add(f.Key, prefixed(f.Prefix, f.Value(c)))
		}
	}
}

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
