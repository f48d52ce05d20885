package placeholder_test

import (
	"testing"

	"lendlink/resolver/placeholder"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"Dune":                       "Dune",
		"Dune (1965)":                "Dune (1965)",
		" Dune ":                     "Dune",
		"\u00a0Été\u3000":            "Été",
		"Dune\r\nLocation: x":        "Dune  Location: x",
		"Dune\x00\x1b[2J":            "Dune[2J",
		"Dune\x7f":                   "Dune",
		"one\u2028two":               "one two",
		"\ufeffDune":                 "Dune",
		"\u202eenuD\u202c":           "enuD",
		"Dune\xff\xfe":               "Dune",
		"\x00":                       "",
		"می\u200cخواهم":              "می\u200cخواهم", // a joiner that Persian needs
		"क्\u200dष":                  "क्\u200dष",
		"\ufffd stays: it was there": "\ufffd stays: it was there",
	} {
		got := placeholder.Clean(in)
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
		if again := placeholder.Clean(got); again != got {
			t.Errorf("%q: cleaned again it is %q", in, again)
		}
	}
}
