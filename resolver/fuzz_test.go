package resolver_test

import (
	"testing"

	"lendlink/resolver"
)

// FuzzResolve: whatever the link, the patron is led to the configured form, in
// plain ASCII and within the length.
func FuzzResolve(f *testing.F) {
	for _, c := range sources(f) {
		f.Add(c.Link)
	}
	lib := tipasa()
	f.Fuzz(func(t *testing.T, query string) {
		checkLocation(t, query, resolver.Resolve(lib, query, year).Location)
	})
}
