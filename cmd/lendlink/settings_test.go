package main

import (
	"testing"

	"lendlink/resolver/library"
	"lendlink/resolver/lookup/source"
)

// With a cache for the statistics alone, no services are asked.
func TestCacheAloneAsksNobody(t *testing.T) {
	cache := &source.Settings{Sources: []source.Endpoint{}, Cache: "redis://127.0.0.1:1"}
	for _, tt := range []struct {
		name     string
		settings library.Settings
		asks     bool
	}{
		{"nothing", library.Settings{}, false},
		{"a cache", library.Settings{Lookup: cache}, false},
		{"a cache, and a source of free copies", library.Settings{Lookup: cache, OpenAccess: &source.FreeSettings{
			Sources: []source.Endpoint{{Name: "doab"}},
		}}, true},
		{"a source", library.Settings{Lookup: &source.Settings{Sources: []source.Endpoint{{Name: "crossref"}}}}, true},
	} {
		var l lookups
		if err := l.follow(lookupConfigOf(&tt.settings)); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		if asks := l.service.Load() != nil; asks != tt.asks {
			t.Errorf("%s: asks services: %t; want %t", tt.name, asks, tt.asks)
		}
		l.close()
	}
}

func TestStateDir(t *testing.T) {
	for _, tt := range []struct{ name, variable, setting, systemd, want string }{
		{"none is named", "", "", "", ""},
		{"the variable wins", "/a", "/b", "/c", "/a"},
		{"then the settings", "", "/b", "/c", "/b"},
		{"then what systemd provides for the unit", "", "", "/c", "/c"},
		{"of several, the first", "", "", "/c:/d", "/c"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv(stateVariable, tt.variable)
			t.Setenv(library.SystemdState, tt.systemd)
			if got := stateDir(&library.Settings{StateDir: tt.setting}); got != tt.want {
				t.Errorf("stateDir = %q; want %q", got, tt.want)
			}
		})
	}
}
