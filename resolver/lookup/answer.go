package lookup

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"lendlink/resolver/lookup/record"
	"lendlink/resolver/lookup/source"
)

const (
	recordTTL  = 7 * 24 * time.Hour // of a record in the cache
	unknownTTL = 15 * time.Minute   // of "unknown": new items are registered every day
	noCopyTTL  = 24 * time.Hour     // of one without a free copy: there may be one tomorrow
	maxCached  = 8 << 10            // of a record, in bytes; longer ones are asked for again
)

// errUnanswered means that sources could not be asked or did not answer, so
// that nothing is known about the item.
var errUnanswered = errors.New("no answer")

// answer returns the record for a question, from the cache or from the first
// source that has one, or source.ErrUnknown or errUnanswered.
func (s *Service) answer(ctx context.Context, q source.Question) (record.Record, error) {
	return s.once(ctx, q.Key(), q, s.race)
}

// once returns what is remembered under a key, or else asks. All who ask the same
// at the same time share the answer.
func (s *Service) once(
	ctx context.Context, key string, q source.Question, ask func(context.Context, source.Question) (record.Record, error),
) (record.Record, error) {
	if r, err, hit := s.remembered(ctx, key, q); hit {
		s.observer.CacheQueried(true)
		return r, err
	}
	s.observer.CacheQueried(false)
	// Patrons with the same question share a call, which goes on when they leave.
	call := s.calls.DoChan(key, func() (any, error) {
		select {
		case s.inFlight <- struct{}{}:
			defer func() { <-s.inFlight }()
		default:
			return nil, errUnanswered
		}
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), callBudgets*s.budget)
		defer cancel()
		r, err := ask(ctx, q)
		s.remember(ctx, key, r, err)
		return r, err
	})
	select {
	case shared := <-call:
		if shared.Err != nil {
			return record.Record{}, shared.Err
		}
		return shared.Val.(record.Record), nil
	case <-ctx.Done():
		return record.Record{}, errUnanswered
	}
}

// race asks the sources at the same time; the first good answer wins. Only when
// every source says so is the item unknown.
func (s *Service) race(ctx context.Context, q source.Question) (record.Record, error) {
	type result struct {
		record.Record
		error
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	clients := s.queried[q.Scheme]
	results := make(chan result, len(clients))
	for _, a := range clients {
		go func() {
			r, err := a.ask(ctx, q)
			results <- result{r, err}
		}()
	}
	failure := source.ErrUnknown
	var other record.Record // about another item than was asked for, unless its title says otherwise
	for range clients {
		switch r := <-results; {
		case r.error == nil && !q.Answered(&r.Citation):
			other = r.Record
		case r.error == nil:
			return r.Record, nil
		case !errors.Is(r.error, source.ErrUnknown):
			failure = errUnanswered
		}
	}
	if other.Source != "" {
		return other, nil
	}
	return record.Record{}, failure
}

// remembered looks in the cache for the answer to a question. An unknown item is kept as an
// empty text.
func (s *Service) remembered(ctx context.Context, key string, q source.Question) (r record.Record, err error, hit bool) {
	value, found := s.cache.Get(ctx, key)
	switch {
	case !found:
		return record.Record{}, nil, false
	case value == "":
		return record.Record{}, source.ErrUnknown, true
	case json.Unmarshal([]byte(value), &r) != nil:
		return record.Record{}, nil, false
	}
	if r, err = source.Check(r, s.now().Year()); err != nil || !q.MayDiffer() && !q.Answered(&r.Citation) {
		return record.Record{}, nil, false
	}
	return r, nil, true
}

// remember keeps an answer. That there was none is not kept.
func (s *Service) remember(ctx context.Context, key string, r record.Record, err error) {
	switch {
	case errors.Is(err, source.ErrUnknown):
		s.cache.Set(ctx, key, "", unknownTTL)
	case err == nil:
		if b, err := json.Marshal(r); err == nil && len(b) <= maxCached {
			s.cache.Set(ctx, key, string(b), ttl(key, &r))
		}
	}
}

// ttl returns how long a record is kept.
func ttl(key string, r *record.Record) time.Duration {
	if len(r.Copies) == 0 && strings.HasPrefix(key, freePrefix) {
		return noCopyTTL
	}
	return recordTTL
}
