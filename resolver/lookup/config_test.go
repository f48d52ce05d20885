package lookup_test

import (
	"strings"
	"testing"

	"lendlink/resolver/lookup"
)

func TestNewReportsErrors(t *testing.T) {
	for _, tt := range []struct {
		name, want string
		config     lookup.Config
	}{
		{"an unknown source", `source "scopus": no such source`, lookup.Config{Sources: []lookup.Endpoint{{Source: "scopus"}}}},
		{"another scheme", `source "crossref": address "file:///etc": not an http or https address`, lookup.Config{Sources: []lookup.Endpoint{{"crossref", "file:///etc"}}}},
		{"no host", `address "https:///x"`, lookup.Config{Sources: []lookup.Endpoint{{"crossref", "https:///x"}}}},
		{"no address", `address "api.crossref.org"`, lookup.Config{Sources: []lookup.Endpoint{{"crossref", "api.crossref.org"}}}},
		{"a contact that is none", `contact "ask at the desk"`, lookup.Config{Contact: "ask at the desk"}},
		{"a contact that would add a header", `contact`, lookup.Config{Contact: "ill@example.edu\r\nX: y"}},
		{"a cache that is none", `cache address: scheme "memcached"`, lookup.Config{Cache: "memcached://localhost"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := lookup.New(tt.config)
			if err == nil {
				s.Close()
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q, want %q in it", err, tt.want)
			}
		})
	}
}

func TestNewFromNothing(t *testing.T) {
	for _, contact := range []string{"", "ill@example.edu", "https://library.example.edu/ill"} {
		s, err := lookup.New(lookup.Config{Contact: contact})
		if err != nil {
			t.Errorf("contact %q: %v", contact, err)
			continue
		}
		s.Close()
	}
}
