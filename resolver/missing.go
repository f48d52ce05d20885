package resolver

import (
	"slices"

	"lendlink/resolver/citation"
)

// Missing returns the fields that a request for the item needs and the citation
// lacks, by their CSL names, never nil. Where one of several is enough, it names
// the one that patrons can find most easily.
func Missing(c *citation.Citation) []string {
	missing := []string{}
	need := func(field string, has bool) {
		if !has {
			missing = append(missing, field)
		}
	}
	need("title", c.Title != "" || c.Type == citation.Article && (c.DOI != "" || c.PMID != ""))
	switch c.Type {
	case citation.Book:
		need("author", len(c.Author) > 0 || c.ISBN != "" || c.Custom.OCLC != "")
	case citation.Chapter:
		need("container-title", c.ContainerTitle != "")
		need("page", c.Page != "" || len(c.Author) > 0)
	case citation.Article:
		identified := c.DOI != "" || c.PMID != ""
		need("container-title", c.ContainerTitle != "" || identified)
		need("issued", !c.Issued.IsZero() || c.Volume != "" || identified)
	case citation.Thesis:
		need("author", len(c.Author) > 0)
	}
	return missing
}

// IsOptional reports whether a request for an item of a type never asks for a field.
func IsOptional(field string, t citation.Type) bool {
	return !slices.Contains(Missing(&citation.Citation{Type: t}), field)
}

// WantsLookup reports whether more should be looked up about the item before the
// patron goes on: something is missing, the type is doubtful, an article is known
// by an identifier alone, which leaves the fields of the form empty, or a page is
// shown anyway.
func (r *Resolution) WantsLookup() bool {
	c := &r.Citation
	incomplete := len(r.Missing) > 0 || c.Title == "" || c.Type == citation.Article && c.ContainerTitle == ""
	return incomplete || r.Action != Redirect || r.Confidence == Low
}
