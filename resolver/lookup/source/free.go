package source

import (
	"net/http"
	"slices"

	"lendlink/resolver/citation"
)

// bookTypes are the types of items that are books or in books.
var bookTypes = []citation.Type{citation.Book, citation.Chapter, citation.Paper, citation.Thesis, citation.Report}

// Free lists the services that know of copies free to read, in order of preference. Their
// records have the item's title, what it was asked for by, and copies; none
// of what they say fills a gap.
var Free = [...]Known{
	// 422 is for an e-mail address that it does not accept, such as those of example.com.
	{ConfigName: "unpaywall", DefaultURL: "https://api.unpaywall.org/v2/",
		Source: unpaywall{}, Refusal: http.StatusUnprocessableEntity, Emails: true},
	{ConfigName: "openalex", DefaultURL: "https://api.openalex.org/", Source: openAlex{}, Key: "api_key"},
	{ConfigName: "europepmc", DefaultURL: "https://www.ebi.ac.uk/europepmc/webservices/rest/", Source: europePMCCopies{}},
	{ConfigName: "doab", DefaultURL: "https://directory.doabooks.org/rest/", Source: doab{}, Types: bookTypes},
	{ConfigName: "openlibrary", DefaultURL: "https://openlibrary.org/", Source: openLibraryCopies{}, Types: bookTypes},
	{ConfigName: "hathitrust", DefaultURL: "https://catalog.hathitrust.org/", Source: hathiTrust{}, Types: bookTypes},
}

// Question returns what the service is asked about a citation: by the first of its schemes
// that the citation has something for.
func (k Known) Question(c *citation.Citation) (Question, bool) {
	if k.Types != nil && !slices.Contains(k.Types, c.Type) {
		return Question{}, false
	}
	for _, scheme := range k.Schemes() {
		q, ok := By(scheme, c)
		if scheme == Book {
			q, ok = bookOf(c)
		}
		if ok {
			return q, true
		}
	}
	return Question{}, false
}

// bookOf returns the question for the book that an item is or is in. It is asked where the
// answer can be judged by more than the title.
func bookOf(c *citation.Citation) (Question, bool) {
	q := Question{Scheme: Book, Value: c.Title, Year: c.Issued.Year, ISBN: c.ISBN}
	switch c.Type {
	case citation.Chapter, citation.Paper:
		q.Value = c.ContainerTitle
	default:
		if len(c.Author) > 0 {
			q.Family = familyName(c.Author[0])
		}
	}
	titled := q.Value != "" && len(q.Value) <= longestTitle && len(q.Family) <= maxIdentifier
	return q, titled && (q.ISBN != "" || q.Year != 0)
}
