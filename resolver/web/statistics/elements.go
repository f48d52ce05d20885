package statistics

import "lendlink/resolver/citation"

// Elements are the fields whose presence in links is counted by source and type, as NISO's
// IOTA work (RP-21-2013, "Improving OpenURLs Through Analytics") compares what vendors
// send. Its completeness index weighs the fields by what one resolver made of articles;
// here each field is shown by itself, for every type.
var Elements = [...]string{"title", "container-title", "author", "issued", "volume", "issue", "page", "DOI", "PMID", "ISSN", "ISBN"}

// elements is how many there are.
const elements = len(Elements)

// present reports for each element whether a citation has it.
func present(c *citation.Citation) [elements]bool {
	return [elements]bool{
		c.Title != "", c.ContainerTitle != "", len(c.Author) > 0, !c.Issued.IsZero(), c.Volume != "", c.Issue != "", c.Page != "",
		c.DOI != "", c.PMID != "", c.ISSN != "", c.ISBN != "",
	}
}

// elementAt returns the place of a field among the elements, or -1.
func elementAt(field string) int {
	for i := range Elements {
		if Elements[i] == field {
			return i
		}
	}
	return -1
}
