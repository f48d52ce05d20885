package lookup

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/sony/gobreaker/v2"

	"lendlink/resolver/lookup/record"
	"lendlink/resolver/lookup/source"
)

const (
	failures = 5                // in a row, until a source is left alone
	rest     = 30 * time.Second // for so long; then one request tries it
)

// sourceClient asks one source, within its limits and while it works.
type sourceClient struct {
	source.Known
	service *Service
	agent   userAgent
	base    *url.URL
	*access
}

// access is what the clients of one service share: its limits, and whether
// it works.
type access struct {
	breaker     *gobreaker.CircuitBreaker[record.Record]
	rateLimiter *rateLimiter
	semaphore   *semaphore
}

func newAccess(name string, accepted source.Limits) *access {
	return &access{
		rateLimiter: newRateLimiter(accepted), semaphore: newSemaphore(accepted.AtOnce),
		breaker: gobreaker.NewCircuitBreaker[record.Record](gobreaker.Settings{
			Name:         name,
			Timeout:      rest,
			ReadyToTrip:  func(c gobreaker.Counts) bool { return c.ConsecutiveFailures >= failures },
			IsSuccessful: func(err error) bool { return err == nil || errors.Is(err, source.ErrUnknown) },
			IsExcluded: func(err error) bool {
				return errors.Is(err, errHeld) || errors.Is(err, errContent) || errors.Is(err, context.Canceled)
			},
		}),
	}
}

// newSourceClients makes the clients of a service among those known by a name.
func (s *Service) newSourceClients(among []source.Known, e source.Endpoint, agent userAgent) ([]*sourceClient, error) {
	var clients []*sourceClient
	for _, known := range among {
		if known.ConfigName != e.Name {
			continue
		}
		base, err := url.Parse(cmp.Or(e.Address, known.DefaultURL))
		if err != nil || !isServiceAddress(base) {
			return nil, fmt.Errorf("address %q: not an http or https address", e.Address)
		}
		pool := cmp.Or(known.Pool, known.ConfigName) + " " + base.Host
		if s.shared[pool] == nil {
			s.shared[pool] = newAccess(pool, known.Limits(agent.email != ""))
		}
		clients = append(clients, &sourceClient{Known: known, service: s, agent: agent, base: base, access: s.shared[pool]})
	}
	if clients == nil {
		return nil, errors.New("no such source")
	}
	return clients, nil
}

// ask returns the source's record of an item. The error is source.ErrUnknown when
// the source does not know the item; any other says nothing about it.
func (a *sourceClient) ask(ctx context.Context, q source.Question) (record.Record, error) {
	start := time.Now()
	r, err := a.breaker.Execute(func() (record.Record, error) {
		if !a.rateLimiter.allow(a.service.now()) {
			return record.Record{}, errHeld
		}
		if !a.semaphore.acquire(ctx) {
			return record.Record{}, errHeld
		}
		defer a.semaphore.release()
		return a.request(ctx, q)
	})
	outcome := outcomeOf(err)
	took := time.Since(start)
	if outcome == Held {
		took = 0
	}
	a.service.observer.SourceQueried(a.Name(), outcome, took)
	return r, err
}

// request makes the request and reads the answer. Whatever an answer may hold,
// reading it does not end the process.
func (a *sourceClient) request(ctx context.Context, q source.Question) (r record.Record, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = record.Record{}, fmt.Errorf("%w: %v", errContent, p)
		}
	}()
	body, err := a.fetch(ctx, a.Address(a.base, q, a.agent.email))
	if err != nil {
		return record.Record{}, err
	}
	if r, err = a.Read(body, q, a.service.now().Year()); err != nil && !errors.Is(err, source.ErrUnknown) {
		err = fmt.Errorf("%w: %w", errContent, err)
	}
	return r, err
}

func outcomeOf(err error) Outcome {
	switch {
	case err == nil:
		return Found
	case errors.Is(err, source.ErrUnknown):
		return Unknown
	case errors.Is(err, errHeld), errors.Is(err, gobreaker.ErrOpenState), errors.Is(err, gobreaker.ErrTooManyRequests):
		return Held
	case errors.Is(err, context.Canceled):
		return Superseded
	case errors.Is(err, context.DeadlineExceeded):
		return TimedOut
	}
	return Failed
}

// isServiceAddress reports whether an address is one of HTTP, without a password in it.
func isServiceAddress(u *url.URL) bool {
	isHTTP := u.Scheme == "https" || u.Scheme == "http"
	return isHTTP && u.Host != "" && u.User == nil
}
