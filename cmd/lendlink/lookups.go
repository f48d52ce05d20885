package main

import (
	"reflect"
	"sync/atomic"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup"
)

// newLookup makes what asks open services as the settings say. Without settings it
// asks all of them.
func newLookup(as *library.Lookups, observer lookup.Observer) (*lookup.Service, error) {
	config := lookup.Config{Version: built(), Observer: observer}
	if as != nil {
		config.Budget, config.Contact, config.Cache = as.Budget, as.Contact, as.Cache
		for _, s := range as.Sources {
			config.Sources = append(config.Sources, lookup.Endpoint{Source: s.Name, Address: s.Address})
		}
	}
	return lookup.New(config)
}

// lookups keeps what asks open services in step with the settings.
type lookups struct {
	observer lookup.Observer
	as       *library.Lookups
	service  atomic.Pointer[lookup.Service]
}

// follow takes what the settings say now. What is remembered is lost only when they
// say something else than before. It is for one goroutine at a time.
func (l *lookups) follow(as *library.Lookups) error {
	if reflect.DeepEqual(as, l.as) {
		return nil
	}
	var service *lookup.Service
	if as != nil {
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
