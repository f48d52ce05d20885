// Package lookup asks open services for what a link left out, by the numbers that it has:
// DOI, PMID, PMCID, arXiv number, ISBN, OCLC number, LCCN, and a journal's ISSN. What was
// read of a reference without any of them is searched for by title, author and year.
// It also asks others for copies that are free to read.
//
// Patrons wait for a bounded time. There is one time budget for everything that is asked;
// sources are asked side by side and the first good answer wins; nothing is
// retried; a source that fails or is slow is left alone for a while; what was
// queried before is remembered. When the time is up the request goes on without an answer.
//
// Nothing about a patron leaves the server: a request holds an identifier, or the item's
// title, first author and year, and the library's contact. It goes to the configured
// addresses only, never to one in a link. This is the one package below web that
// knows HTTP and the clock; what answers mean and what they fill is in the pure
// packages source and record.
//
// It imports cache, citation, openaccess, record, source and warning.
package lookup

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"golang.org/x/sync/singleflight"

	"lendlink/resolver/lookup/cache"
	"lendlink/resolver/lookup/source"
)

const (
	defaultBudget   = 800 * time.Millisecond
	defaultRemember = 5000
	callBudgets     = 3   // how many budgets a call may take: late answers serve the next patron
	maxInFlight     = 256 // questions being asked at once
)

// Config says how lookups are made. Its zero value asks all services at their
// public addresses.
type Config struct {
	source.Settings                     // Sources nil is for all that need no key, Budget 0 for 800 ms
	Free            source.FreeSettings // for copies that are free to read
	Version         string              // of Lendlink, sent to the services; may be empty
	Remember        int                 // how many answers are kept in memory; 0 for 5000
	Observer        Observer            // may be nil
	Now             func() time.Time    // the clock for rate limits and the current year; nil for time.Now
}

// Service answers for identifiers. A nil Service, for libraries that want no
// lookups, never needs and never fills anything. It is safe for use by several
// goroutines at once.
type Service struct {
	budget   time.Duration
	queried  map[source.Scheme][]*sourceClient
	free     []*sourceClient
	shared   map[string]*access // by service and host
	cache    cache.Cache
	close    func() error
	calls    singleflight.Group
	inFlight chan struct{} // holds one for each call
	observer Observer
	now      func() time.Time
	client   *http.Client
}

// New makes a Service. Its errors say what is wrong with the configuration;
// services that do not answer are not an error.
func New(config Config) (*Service, error) {
	if config.Budget <= 0 {
		config.Budget = defaultBudget
	}
	if config.Remember <= 0 {
		config.Remember = defaultRemember
	}
	if config.Now == nil {
		config.Now = time.Now
	}
	if config.Observer == nil {
		config.Observer = unobserved{}
	}
	agent, err := newUserAgent(config.Version, config.Contact)
	if err != nil {
		return nil, err
	}
	s := &Service{
		budget: config.Budget, queried: map[source.Scheme][]*sourceClient{}, shared: map[string]*access{}, close: func() error { return nil },
		inFlight: make(chan struct{}, maxInFlight), observer: config.Observer, now: config.Now, client: newClient(),
	}
	if config.Sources == nil {
		for _, known := range source.All {
			if e := (source.Endpoint{Name: known.ConfigName}); known.Key == "" && !slices.Contains(config.Sources, e) {
				config.Sources = append(config.Sources, e)
			}
		}
	}
	for _, e := range config.Sources {
		clients, err := s.newSourceClients(source.All[:], e, agent)
		if err != nil {
			return nil, fmt.Errorf("source %q: %w", e.Name, err)
		}
		for _, a := range clients {
			for _, scheme := range a.Schemes() {
				s.queried[scheme] = append(s.queried[scheme], a)
			}
		}
	}
	if agent, err = newUserAgent(config.Version, config.Free.Contact); err != nil {
		return nil, fmt.Errorf("open access: %w", err)
	}
	for _, e := range config.Free.Sources {
		clients, err := s.newSourceClients(source.Free[:], e, agent)
		if err != nil {
			return nil, fmt.Errorf("open access: source %q: %w", e.Name, err)
		}
		s.free = append(s.free, clients...)
	}
	memory := cache.NewMemory(config.Remember)
	s.cache = memory
	if config.Cache != "" {
		shared, err := cache.NewShared(config.Cache, memory, config.Observer.SharedCacheUsed)
		if err != nil {
			return nil, err
		}
		s.cache, s.close = shared, shared.Close
	}
	return s, nil
}

// Close ends idle connections, and those to the shared cache.
func (s *Service) Close() error {
	if s == nil {
		return nil
	}
	s.client.CloseIdleConnections()
	return s.close()
}
