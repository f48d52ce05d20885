package web

import (
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/library"
)

// The test list must be right: staff trust it over their own setup.
func TestChecklistHolds(t *testing.T) {
	checks, err := loadChecklist()
	if err != nil {
		t.Fatal(err)
	}
	if len(checks) != 10 {
		t.Errorf("%d links, and the page speaks of ten", len(checks))
	}
	for _, c := range checks {
		r := resolver.Resolve(library.Demo().Libraries[0], c.Link, 2026)
		if string(r.Citation.Type) != c.Type {
			t.Errorf("%s: read as %s", c.Name, r.Citation.Type)
		}
		if r.Warnings.Has("isbn-invalid") || r.Warnings.Has("issn-invalid") || r.Warnings.Has("doi-invalid") {
			t.Errorf("%s: %v", c.Name, r.Warnings)
		}
	}
}
