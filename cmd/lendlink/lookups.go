package main

import (
	"reflect"
	"sync/atomic"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup"
	"lendlink/resolver/lookup/source"
)

// lookupConfig is what the settings say of open services.
type lookupConfig struct {
	gaps   *source.Settings
	copies *source.FreeSettings
}

func lookupConfigOf(s *library.Settings) lookupConfig {
	if s.Lookup != nil && len(s.Lookup.Sources) == 0 && s.OpenAccess == nil {
		return lookupConfig{} // only the cache is named, for the statistics
	}
	return lookupConfig{s.Lookup, s.OpenAccess}
}

// newLookup makes what asks open services as the settings say. Without settings it
// asks all of them that fill gaps.
func newLookup(from lookupConfig, observer lookup.Observer) (*lookup.Service, error) {
	config := lookup.Config{Version: built(), Observer: observer}
	if from != (lookupConfig{}) {
		config.Sources = []source.Endpoint{} // none, where only copies are asked for
	}
	if from.gaps != nil {
		config.Settings = *from.gaps
	}
	if from.copies != nil {
		config.Free = *from.copies
	}
	return lookup.New(config)
}

// lookups keeps what asks open services in step with the settings.
type lookups struct {
	observer lookup.Observer
	config   lookupConfig
	service  atomic.Pointer[lookup.Service]
}

// follow takes what the settings say now. What is remembered is lost only when they
// say something else than before. It is for one goroutine at a time.
func (l *lookups) follow(config lookupConfig) error {
	if reflect.DeepEqual(config, l.config) {
		return nil
	}
	var service *lookup.Service
	if config != (lookupConfig{}) {
		var err error
		if service, err = newLookup(config, l.observer); err != nil {
			return err
		}
	}
	l.config = config
	return l.service.Swap(service).Close()
}

// close ends the connections.
func (l *lookups) close() { l.service.Load().Close() }
