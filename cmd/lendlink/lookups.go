package main

import (
	"reflect"
	"sync/atomic"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup"
	"lendlink/resolver/lookup/source"
)

// asking is what the settings say of open services.
type asking struct {
	gaps   *source.Settings
	copies *source.FreeSettings
}

func askingOf(s *library.Settings) asking { return asking{s.Lookup, s.OpenAccess} }

// newLookup makes what asks open services as the settings say. Without settings it
// asks all of them that fill gaps.
func newLookup(as asking, observer lookup.Observer) (*lookup.Service, error) {
	config := lookup.Config{Version: built(), Observer: observer}
	if as != (asking{}) {
		config.Sources = []source.Endpoint{} // none, where only copies are asked for
	}
	if as.gaps != nil {
		config.Settings = *as.gaps
	}
	if as.copies != nil {
		config.Free = *as.copies
	}
	return lookup.New(config)
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
