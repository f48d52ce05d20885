package main

import (
	"net/http"
	"testing"
)

// A soak that lets everything pass would find nothing either.
func TestHarmless(t *testing.T) {
	to := func(location string) http.Header { return http.Header{"Location": {location}} }
	for _, c := range []struct {
		name string
		got  reply
		ok   bool
	}{
		{"on to the form", reply{302, to(forms[1] + "rft.title=a"), ""}, true},
		{"a plain refusal", reply{400, nil, "Nothing in this link can be used."}, true},
		{"markup that is escaped", reply{200, nil, "&lt;soak-mark>"}, true},
		{"a fault of the server", reply{500, nil, ""}, false},
		{"off to another host", reply{302, to("https://evil.example/"), ""}, false},
		{"to a host that begins like the form's", reply{302, to("https://12345.account.worldcat.org.evil.example/"), ""}, false},
		{"markup sent back", reply{200, nil, "You searched for <soak-mark>"}, false},
		{"a header that came with the link", reply{302, http.Header{"X-Smuggled": {"yes"}}, ""}, false},
	} {
		if err := checkHarmless(c.got); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
