package statistics

import (
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/web/statistics/counts"
)

// elements is how many fields are counted.
const elements = len(counts.Elements)

// present reports for each element whether a citation has it.
func present(c *citation.Citation) [elements]bool {
	return [elements]bool{
		c.Title != "", c.ContainerTitle != "", len(c.Author) > 0, !c.Issued.IsZero(), c.Volume != "", c.Issue != "", c.Page != "",
		c.DOI != "", c.PMID != "", c.ISSN != "", c.ISBN != "",
	}
}

// elementAt returns the place of a field among the elements, or -1.
func elementAt(field string) int { return slices.Index(counts.Elements[:], field) }
