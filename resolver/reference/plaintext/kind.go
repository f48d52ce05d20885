package plaintext

import (
	"lendlink/resolver/citation"
	"lendlink/resolver/identifier"
)

// fact is what a finished reference says about its type.
type fact uint32

const (
	hasContainer fact = 1 << iota
	hasNumber         // a volume or an issue
	hasPages
	hasPublisher // or its place
	hasISBN
	hasEditors
	hasIn
	saysProceedings
	saysJournal
	saysThesis
	saysReport
	saysPatent
	hasAddress
	hasTitle
	isChapterDOI
	hasDate
)

// typeRules are tried in order: the first whose facts all hold and whose exceptions
// do not decides.
var typeRules = []struct {
	all, not fact
	is       citation.Type
}{
	{saysPatent, hasContainer, citation.Patent},
	{saysThesis, hasContainer | hasNumber, citation.Thesis},
	{isChapterDOI, 0, citation.Chapter},
	{hasContainer | saysProceedings, hasNumber, citation.Paper},
	{hasContainer | saysProceedings | hasIn, saysJournal, citation.Paper},
	{hasContainer | hasEditors, hasNumber, citation.Chapter},
	{hasContainer | hasEditors | hasPublisher, 0, citation.Chapter},
	{hasContainer | hasISBN, 0, citation.Chapter},
	{hasContainer | hasIn | hasPublisher, 0, citation.Chapter},
	{hasContainer | hasNumber, 0, citation.Article},
	{hasContainer | saysJournal, 0, citation.Article},
	{hasContainer | hasIn, 0, citation.Chapter},
	{hasContainer | hasPages | hasPublisher, 0, citation.Chapter},
	{hasContainer | hasPages, 0, citation.Article},
	{hasContainer | hasDate, hasPublisher | saysReport, citation.Article},
	{saysReport | hasTitle, hasISBN, citation.Report},
	{hasISBN, 0, citation.Book},
	{hasTitle | hasPublisher, hasAddress, citation.Book},
	{hasTitle | hasPublisher | hasDate, 0, citation.Book},
}

// kind returns the type that the fields and words suggest.
func (r *reading) kind(c *citation.Citation) citation.Type {
	facts := r.facts(c)
	for _, rule := range typeRules {
		if facts&rule.all == rule.all && facts&rule.not == 0 {
			return rule.is
		}
	}
	return citation.Document
}

func (r *reading) facts(c *citation.Citation) fact {
	var facts fact
	for _, f := range [...]struct {
		fact  fact
		holds bool
	}{
		{hasTitle, c.Title != ""},
		{hasContainer, c.ContainerTitle != ""},
		{hasNumber, c.Volume != "" || c.Issue != ""},
		{hasPages, c.Page != ""},
		{hasPublisher, c.Publisher != "" || c.PublisherPlace != ""},
		{hasISBN, c.ISBN != ""},
		{hasDate, c.Issued.Year != 0},
		{isChapterDOI, c.DOI != "" && c.Title != "" && identifier.IsChapterDOI(c.DOI)},
	} {
		if f.holds {
			facts |= f.fact
		}
	}
	for i, s := range r.segs {
		facts |= r.factsOf(&s, r.decided[i])
	}
	return facts
}

// factsOf returns what one part says about the type of the whole.
func (r *reading) factsOf(s *segment, l label) fact {
	switch l {
	case editors:
		if r.tokens[s.from].is(inWord) {
			return hasEditors | hasIn
		}
		return hasEditors
	case numberLabel:
		if r.tokens[s.from].is(webAddress) {
			return hasAddress
		}
	case container:
		return factsWhere(s.has, []wordFact{{fIn, hasIn}, {fJournal, saysJournal}}) | r.proceedings(s)
	case genre, note, publisherLabel:
		return factsWhere(s.has, []wordFact{{fThesis, saysThesis}, {fReport, saysReport}, {fPatent, saysPatent}})
	}
	return 0
}

type wordFact struct {
	feature features
	fact    fact
}

func factsWhere(has features, rules []wordFact) fact {
	var facts fact
	for _, r := range rules {
		if has&r.feature != 0 {
			facts |= r.fact
		}
	}
	return facts
}

// proceedings returns saysProceedings for a container that names a meeting.
func (r *reading) proceedings(s *segment) fact {
	for i := s.from; i < s.to; i++ {
		if r.tokens[i].is(meeting) {
			return saysProceedings
		}
	}
	return 0
}
