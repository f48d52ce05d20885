package citation

import (
	"strings"
)

// Field is one field of a citation as text.
type Field struct {
	Name  string // as in CSL; OCLC and LCCN without custom
	Value string
}

// Fields lists the fields that have something in them, in the order of a
// reference. Authors are joined by semicolons.
func (c *Citation) Fields() []Field {
	names := make([]string, len(c.Author))
	for i, n := range c.Author {
		names[i] = n.String()
	}
	all := [...]Field{
		{"type", string(c.Type)}, {"author", strings.Join(names, "; ")},
		{"title", c.Title}, {"container-title", c.ContainerTitle}, {"collection-title", c.CollectionTitle},
		{"edition", c.Edition}, {"volume", c.Volume}, {"issue", c.Issue}, {"page", c.Page},
		{"publisher-place", c.PublisherPlace}, {"publisher", c.Publisher}, {"issued", c.Issued.String()},
		{"ISBN", c.ISBN}, {"ISSN", c.ISSN}, {"DOI", c.DOI}, {"PMID", c.PMID}, {"OCLC", c.Custom.OCLC}, {"LCCN", c.Custom.LCCN},
	}
	fields := make([]Field, 0, len(all))
	for _, f := range all {
		if f.Value != "" {
			fields = append(fields, f)
		}
	}
	return fields
}
