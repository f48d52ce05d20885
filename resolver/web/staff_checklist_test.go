package web_test

import (
	"strings"
	"testing"

	"lendlink/resolver/library"
)

// The test list of a closed library says where its links really lead.
func TestTestListOfAClosedLibrary(t *testing.T) {
	const straight = "Leads straight to the form."
	for _, tc := range []struct {
		name        string
		closed      *library.Closed
		want, never []string
	}{
		{"open", nil, []string{straight + " By the practice form’s rule, the form"}, []string{"is closed"}},
		{"takes requests", &library.Closed{From: day(2026, 11, 20), Until: day(2027, 1, 3), Accept: true},
			[]string{"The library is closed until January 3, 2027.", "before the form", "requests wait until the library is open again"}, []string{straight}},
		{"takes none", &library.Closed{From: day(2026, 11, 20), Until: day(2027, 1, 3)},
			[]string{"The library is closed until January 3, 2027.", "It takes no requests", "and to no form", "When it is open, by the practice form’s rule, the form"}, []string{straight, "confirmation page first"}},
		{"another time", &library.Closed{From: day(2025, 11, 20), Until: day(2025, 12, 3)}, []string{straight}, []string{"is closed"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			body := get(t, newServer(t, func() *library.Settings {
				l := fullLibrary()
				l.Confirm = library.ConfirmIncomplete
				l.Closed = tc.closed
				return library.New(l)
			}), "/demo/setup/test").Body.String()
			for _, want := range tc.want {
				if !strings.Contains(body, want) {
					t.Errorf("the page lacks %q", want)
				}
			}
			for _, never := range tc.never {
				if strings.Contains(body, never) {
					t.Errorf("the page has %q", never)
				}
			}
		})
	}
}
