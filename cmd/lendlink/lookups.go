package main

import (
	"reflect"
	"sync/atomic"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup"
)

// asking is what the settings say of open services.
type asking struct {
	gaps   *library.Lookups
	copies *library.OpenAccess
}

func askingOf(s *library.Settings) asking { return asking{s.Lookup, s.OpenAccess} }

// newLookup makes what asks open services as the settings say. Without settings it
// asks all of them that fill gaps.
func newLookup(as asking, observer lookup.Observer) (*lookup.Service, error) {
	config := lookup.Config{Version: built(), Observer: observer}
	if as != (asking{}) {
		config.Sources = []lookup.Endpoint{} // none, where only copies are asked for
	}
	if l := as.gaps; l != nil {
		config.Budget, config.Contact, config.Cache = l.Budget, l.Contact, l.Cache
		config.Sources = endpoints(l.Sources)
	}
	if o := as.copies; o != nil {
		config.Free, config.FreeContact = endpoints(o.Sources), o.Contact
	}
	return lookup.New(config)
}

func endpoints(sources []library.Source) []lookup.Endpoint {
	list := make([]lookup.Endpoint, 0, len(sources))
	for _, s := range sources {
		list = append(list, lookup.Endpoint{Source: s.Name, Address: s.Address})
	}
	return list
}

// lookups keeps what asks open services in step with the settings.
type lookups struct {
	observer lookup.Observer
	as       asking
	service  atomic.Pointer[lookup.Service]
}

// follow takes what the settings say now. What is remembered is lost only when they
// say something else than before. It is for one goroutine at a time.
func (l *lookups) follow(as asking) error {
	if reflect.DeepEqual(as, l.as) {
		return nil
	}
	var service *lookup.Service
	if as != (asking{}) {
		var err error
		if service, err = newLookup(as, l.observer); err != nil {
			return err
		}
	}
	l.as = as
	return l.service.Swap(service).Close()
}

// close ends the connections.
func (l *lookups) close() { l.service.Load().Close() }
