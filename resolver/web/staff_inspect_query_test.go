package web

import (
	"net/url"
	"testing"
)

// An address made safe must still be the same link.
func TestAddressSafe(t *testing.T) {
	for _, tc := range []struct{ name, query, want string }{
		{"a clean query stays", "rft.btitle=Bees+%26+ants&a=b", "rft.btitle=Bees+%26+ants&a=b"},
		{"a broken escape stays broken", "title=100%&b=%u2019", "title=100%&b=%u2019"},
		{"a hash would end it", "title=C#", "title=C%23"},
		{"bytes that no address holds", "title=M\xe9 \"<é>", "title=M%E9%20%22%3C%C3%A9%3E"},
	} {
		if got := addressSafe(tc.query); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func FuzzAddressSafe(f *testing.F) {
	f.Add("title=M\xe9 #\"<é>%zz")
	f.Fuzz(func(t *testing.T, query string) {
		safe := addressSafe(query)
		if addressSafe(safe) != safe {
			t.Errorf("%q is made safe twice", safe)
		}
		if u, err := url.Parse("/x?" + safe); err != nil || u.RawQuery != safe {
			t.Errorf("%q does not survive in an address", safe)
		}
	})
}
