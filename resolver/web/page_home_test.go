package web_test

import (
	"strings"
	"testing"

	"lendlink/resolver/library"
)

// The first page says of each sample what it leads to at the library that it is for.
func TestSamplesSayWhereTheyLead(t *testing.T) {
	for _, tc := range []struct {
		name     string
		change   func(*library.Library)
		want     string
		straight bool
	}{
		{"open", func(*library.Library) {}, "goes straight to the request form, because nothing needed is missing.", true},
		{"always a page", func(l *library.Library) { l.Confirm = library.ConfirmAlways }, "settings always show it", false},
		{"closed", func(l *library.Library) {
			l.Closed = &library.Closed{From: day(2026, 11, 20), Until: day(2027, 1, 3)}
		}, "the page leads no further, because the library is closed and takes no requests.", false},
	} {
		lib := library.Demo().Libraries[0]
		tc.change(lib)
		s := newServer(t, func() *library.Settings { return library.New(lib) })
		body := get(t, s, "/").Body.String()
		if !strings.Contains(body, tc.want) || strings.Contains(body, "straight to the request form") != tc.straight {
			t.Errorf("%s: lacks %q, or says that a sample goes straight on", tc.name, tc.want)
		}
	}
}
