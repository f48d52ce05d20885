package record

import "lendlink/resolver/citation"

// types is a set of types.
type types map[citation.Type]bool

func only(list ...citation.Type) types {
	set := make(types, len(list))
	for _, t := range list {
		set[t] = true
	}
	return set
}

func allBut(list ...citation.Type) types {
	without := only(list...)
	set := make(types, len(citation.Types))
	for _, t := range citation.Types {
		set[t] = !without[t]
	}
	return set
}

// field is one field that can be filled.
type field struct {
	name       string
	of         types // the types whose request has a use for it
	ofPrinting bool  // it differs between printings of one work
	fill       func(c, from *citation.Citation) bool
}

// text makes the filling of a text field.
func text(at func(*citation.Citation) *string) func(c, from *citation.Citation) bool {
	return func(c, from *citation.Citation) bool {
		to, value := at(c), *at(from)
		if *to != "" || value == "" {
			return false
		}
		*to = value
		return true
	}
}

var (
	parts = only(citation.Chapter, citation.Article, citation.Paper)
	books = only(citation.Book, citation.Chapter, citation.Paper, citation.Thesis, citation.Report)
	all   = allBut()
)

// fields lists what can be filled. Volume is not filled in chapters: there it is
// the series' volume. ISSN is for journals alone: a form given the ISSN of a
// book's series asks for the series.
var fields = [...]field{
	{"title", all, false, text(func(c *citation.Citation) *string { return &c.Title })},
	{"container-title", parts, false, text(func(c *citation.Citation) *string { return &c.ContainerTitle })},
	{"collection-title", books, false, text(func(c *citation.Citation) *string { return &c.CollectionTitle })},
	{"author", allBut(citation.Periodical), false, fillAuthor},
	{"issued", allBut(citation.Periodical), false, fillIssued},
	{"publisher", allBut(citation.Patent), true, text(func(c *citation.Citation) *string { return &c.Publisher })},
	{"publisher-place", allBut(citation.Patent), true, text(func(c *citation.Citation) *string { return &c.PublisherPlace })},
	{"edition", only(citation.Book, citation.Chapter), true, text(func(c *citation.Citation) *string { return &c.Edition })},
	{"volume", only(citation.Article, citation.Paper), false, text(func(c *citation.Citation) *string { return &c.Volume })},
	{"issue", only(citation.Article), false, text(func(c *citation.Citation) *string { return &c.Issue })},
	{"page", parts, false, text(func(c *citation.Citation) *string { return &c.Page })},
	{"ISBN", books, true, text(func(c *citation.Citation) *string { return &c.ISBN })},
	{"ISSN", only(citation.Article, citation.Periodical), false, text(func(c *citation.Citation) *string { return &c.ISSN })},
	{"DOI", all, false, text(func(c *citation.Citation) *string { return &c.DOI })},
	{"PMID", all, false, text(func(c *citation.Citation) *string { return &c.PMID })},
	{"OCLC", books, true, text(func(c *citation.Citation) *string { return &c.Custom.OCLC })},
	{"LCCN", books, true, text(func(c *citation.Citation) *string { return &c.Custom.LCCN })},
}

func fillAuthor(c, from *citation.Citation) bool {
	if len(c.Author) > 0 || len(from.Author) == 0 {
		return false
	}
	c.Author = from.Author
	return true
}

func fillIssued(c, from *citation.Citation) bool {
	if !c.Issued.IsZero() || from.Issued.IsZero() {
		return false
	}
	c.Issued = from.Issued
	return true
}
