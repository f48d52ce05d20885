package source

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
)

// crossrefSearch is Crossref's search for works by what a reference says of them.
type crossrefSearch struct{}

func (crossrefSearch) Name() string      { return crossref{}.Name() }
func (crossrefSearch) Schemes() []Scheme { return []Scheme{Search} }

// Limits are Crossref's for lists, less than for single works; its answers may say otherwise.
func (crossrefSearch) Limits(polite bool) Limits {
	if polite {
		return Limits{Requests: 3, Per: time.Second, AtOnce: 3}
	}
	return Limits{Requests: 1, Per: time.Second, AtOnce: 1}
}

// longestTitle is how much of a title is searched for, in bytes. The longest of
// references go to some three hundred.
const longestTitle = 300

// SearchFor returns the question for an item that nothing identifies. It is asked only
// where the answer can be judged: by title, first author and year.
func SearchFor(c *citation.Citation) (Question, bool) {
	if c.Title == "" || len(c.Title) > longestTitle || len(c.Author) == 0 || c.Issued.Year == 0 {
		return Question{}, false
	}
	family := familyName(c.Author[0])
	q := Question{Scheme: Search, Value: c.Title, Family: family, Year: c.Issued.Year, Type: c.Type}
	if len(c.ContainerTitle)+len(c.Volume)+len(c.Page) <= maxIdentifier {
		q.Container, q.Volume, q.Page = c.ContainerTitle, c.Volume, c.Page
	}
	return q, family != "" && len(family) <= maxIdentifier
}

// crossrefFields are asked for, so that an answer does not hold the works' own references.
// Crossref refuses the whole question for a field that it does not select by: isbn-type,
// edition-number and institution are such.
const crossrefFields = "DOI,type,title,subtitle,short-title,original-title,container-title,author,editor,issued,published-print," +
	"publisher,publisher-location,volume,issue,page,article-number,ISBN,ISSN,issn-type"

func (crossrefSearch) Address(base *url.URL, q Question, contact string) string {
	query := mailTo(contact)
	query.Set("query.bibliographic", strings.Join([]string{q.Value, q.Family, strconv.Itoa(q.Year)}, " "))
	query.Set("rows", "3")
	query.Set("select", crossrefFields)
	return under(base, "works", query)
}

// Read reads /works, a list of what the search found: always something, however unlike.
func (s crossrefSearch) Read(body []byte, q Question, year int) (record.Record, error) {
	var answer struct {
		Message struct {
			Items list[crossrefWork] `json:"items"`
		} `json:"message"`
	}
	if err := decode(body, &answer); err != nil {
		return record.Record{}, err
	}
	for i := range answer.Message.Items {
		r, err := answer.Message.Items[i].record("", year)
		if err == nil && q.Answered(&r.Citation) {
			return r, nil
		}
	}
	return record.Record{}, ErrUnknown
}
