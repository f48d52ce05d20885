package lookup_test

import (
	"strings"
	"testing"

	"lendlink/resolver/lookup"
	"lendlink/resolver/lookup/source"
)

func TestNewReportsErrors(t *testing.T) {
	for _, tt := range []struct {
		name, want string
		config     lookup.Config
	}{
		{"an unknown source", `source "scopus": no such source`, lookup.Config{Settings: source.Settings{Sources: []source.Endpoint{{Name: "scopus"}}}}},
		{"another scheme", `source "crossref": address "file:///etc": not an http or https address`, lookup.Config{Settings: source.Settings{Sources: []source.Endpoint{{Name: "crossref", Address: "file:///etc"}}}}},
		{"no host", `address "https:///x"`, lookup.Config{Settings: source.Settings{Sources: []source.Endpoint{{Name: "crossref", Address: "https:///x"}}}}},
		{"no address", `address "api.crossref.org"`, lookup.Config{Settings: source.Settings{Sources: []source.Endpoint{{Name: "crossref", Address: "api.crossref.org"}}}}},
		{"a contact that is not valid", `contact "ask at the desk"`, lookup.Config{Settings: source.Settings{Contact: "ask at the desk"}}},
		{"a contact that would add a header", `contact`, lookup.Config{Settings: source.Settings{Contact: "ill@example.edu\r\nX: y"}}},
		{"a cache that is not valid", `cache address: scheme "memcached"`, lookup.Config{Settings: source.Settings{Cache: "memcached://localhost"}}},
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
		s, err := lookup.New(lookup.Config{Settings: source.Settings{Contact: contact}})
		if err != nil {
			t.Errorf("contact %q: %v", contact, err)
			continue
		}
		s.Close()
	}
}
