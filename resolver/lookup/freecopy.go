package lookup

import (
	"context"
	"slices"

	"lendlink/resolver/citation"
	"lendlink/resolver/lookup/record"
	"lendlink/resolver/openaccess"
)

// freePrefix begins the keys of what services say of free copies.
const freePrefix = "free:"

// Within returns a context that ends with the budget of time: for one who asks more than
// once for the same patron.
func (s *Service) Within(ctx context.Context) (context.Context, context.CancelFunc) {
	if s == nil {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, s.budget)
}

// AsksForCopies reports whether there is a service to ask for a free copy of an item. It
// costs little.
func (s *Service) AsksForCopies(c *citation.Citation) bool {
	return s != nil && slices.ContainsFunc(s.free, func(a *sourceClient) bool { _, ok := a.Question(c); return ok })
}

// Prefetch begins to ask for free copies of an item, for FreeCopy to take.
func (s *Service) Prefetch(ctx context.Context, c *citation.Citation) {
	if s != nil {
		s.askForCopies(ctx, c)
	}
}

// FreeCopy returns the best copy of an item that is free to read among those that the
// services report before the budget or the context ends, and reports whether there is
// one. It does not wait for others once it has the published version. Borrowable says that
// a copy which is lent counts as well. Services that know nothing, fail or are slow make
// no difference.
func (s *Service) FreeCopy(ctx context.Context, c *citation.Citation, borrowable bool) (openaccess.Copy, bool) {
	if s == nil || len(s.free) == 0 {
		return openaccess.Copy{}, false
	}
	ctx, cancel := context.WithTimeout(ctx, s.budget)
	defer cancel()
	answers, count := s.askForCopies(ctx, c)
	records := make([]record.Record, len(s.free)) // in the order of the services, so that equal copies do not take turns
	for range count {
		answer := <-answers
		records[answer.service] = answer.Record
		if best, ok := record.FreeCopy(c, records, borrowable); ok && best.IsPublished() {
			return best, true
		}
	}
	return record.FreeCopy(c, records, borrowable)
}

// copyAnswer is what a service says of the copies of an item; an empty record where it says
// nothing.
type copyAnswer struct {
	service int // by its place
	record.Record
}

// askForCopies asks the services side by side, and returns how many answers come. Each
// is remembered by itself, so that one that is slow does not keep the others' answers away.
func (s *Service) askForCopies(ctx context.Context, c *citation.Citation) (<-chan copyAnswer, int) {
	answers, count := make(chan copyAnswer, len(s.free)), 0
	for i, a := range s.free {
		q, ok := a.Question(c)
		if !ok {
			continue
		}
		count++
		go func() {
			r, err := s.once(ctx, freePrefix+a.ConfigName+":"+q.Key(), q, a.ask)
			if err != nil || !q.Answered(&r.Citation) {
				r = record.Record{}
			}
			answers <- copyAnswer{i, r}
		}()
	}
	return answers, count
}
