package lookup

import (
	"context"
	"errors"
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/lookup/source"
	"lendlink/resolver/warning"
)

// Filling is a citation after the lookup.
type Filling struct {
	Citation citation.Citation
	Filled   record.Filled // which source each filled field came from
	Warnings warning.List
}

// Needed reports whether a redirect should wait for a lookup: only when something
// that the request requires is missing or the type is doubtful, and there is something
// to ask about. Searched says that an item without an identifier may be searched for.
// It costs nothing.
func (s *Service) Needed(c *citation.Citation, missingOrDoubtful, searched bool) bool {
	return s != nil && missingOrDoubtful && len(s.questions(c, searched)) > 0
}

// questions returns what there is to ask the services about a citation.
func (s *Service) questions(c *citation.Citation, searched bool) []source.Question {
	return slices.DeleteFunc(source.Questions(c, searched), func(q source.Question) bool { return len(s.queried[q.Scheme]) == 0 })
}

// Fill fills the gaps of a citation within the budget of time, and within the
// context's. Doubtful says that the citation's type may be replaced, searched that an
// item without an identifier may be searched for. Questions are asked side by side; of
// their answers the first in the order of the questions that can be believed is taken.
// When there is none the citation comes back as it is.
func (s *Service) Fill(ctx context.Context, c citation.Citation, doubtful, searched bool) Filling {
	f := Filling{Citation: c}
	if s == nil {
		return f
	}
	questions := s.questions(&c, searched)
	if len(questions) == 0 {
		return f
	}
	ctx, cancel := context.WithTimeout(ctx, s.budget)
	defer cancel()
	answers := make([]chan answered, len(questions))
	for i, q := range questions {
		answers[i] = make(chan answered, 1)
		go func() {
			r, err := s.answer(ctx, q)
			answers[i] <- answered{r, err}
		}()
	}
	for i, q := range questions {
		if f.take(q, <-answers[i], doubtful) {
			break
		}
	}
	return f
}

// Complete is Fill in the shape in which the resolver asks.
func (s *Service) Complete(
	ctx context.Context, c citation.Citation, doubtful, searched bool,
) (citation.Citation, map[string]string, warning.List) {
	f := s.Fill(ctx, c, doubtful, searched)
	return f.Citation, f.Filled, f.Warnings
}

// answered is the answer to a question.
type answered struct {
	record.Record
	error
}

// names are the fields that questions come from.
var names = map[source.Scheme]string{
	source.DOI: "DOI", source.PMID: "PMID", source.PMCID: "PMCID", source.ArXiv: "arXiv",
	source.ISBN: "ISBN", source.OCLC: "OCLC", source.LCCN: "LCCN", source.ISSN: "ISSN", source.Search: "title",
}

// take fills from an answer and reports whether it was believed.
func (f *Filling) take(q source.Question, a answered, doubtful bool) bool {
	switch {
	case errors.Is(a.error, source.ErrUnknown) && q.Scheme == source.Search:
		return false // that it is not there says nothing about the reference
	case errors.Is(a.error, source.ErrUnknown):
		f.Warnings.Add(warning.LookupUnknown, names[q.Scheme], q.Value)
		return false
	case a.error != nil:
		f.Warnings.Add(warning.LookupUnanswered, names[q.Scheme], q.Value)
		return false
	}
	if q.Scheme == source.Search {
		differences, _ := record.Differences(&f.Citation, &a.Citation)
		for _, d := range differences {
			f.Warnings.Add(warning.LookupDiffers, d.Field, a.Source+": "+d.Found)
		}
	}
	merged, filled, warnings := record.Merge(f.Citation, doubtful, a.Record)
	f.Warnings = append(f.Warnings, warnings...)
	if warnings.Has(warning.LookupDistrusted) {
		return false
	}
	f.Citation, f.Filled = merged, filled
	return true
}
