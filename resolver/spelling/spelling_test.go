package spelling_test

import (
	"testing"

	"lendlink/resolver/spelling"
)

func TestNearest(t *testing.T) {
	known := []string{"check", "listen", "max_length", "rft.genre"}
	for _, tc := range []struct{ name, word, want string }{
		{"two letters swapped", "chekc", "check"},
		{"a letter left out", "listn", "listen"},
		{"a letter too many", "listeen", "listen"},
		{"upper case, and a hyphen for an underscore", "Max-Length", "max_length"},
		{"nothing like it", "poem", ""},
		{"too short to guess from", "l", ""},
	} {
		if got := spelling.Nearest(tc.word, known); got != tc.want {
			t.Errorf("%s: Nearest(%q) = %q; want %q", tc.name, tc.word, got, tc.want)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	if got := spelling.DidYouMean("of", []string{"on", "off"}); got != "did you mean `on`?" {
		t.Errorf("a word near two others: %q", got)
	}
	if got := spelling.DidYouMean("sometimes", []string{"on", "off"}); got != "known here: on, off" {
		t.Errorf("a word near none: %q", got)
	}
}
