package name_test

import (
	"testing"

	"lendlink/resolver/name"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"|Ann", "Ann|"},
		{"|", ""},
		{"*|", ""},
		{"*|Ann", "Ann|"},
		{"Roe|*", "Roe|"},
		{"Roe|A. (Ann)", "Roe|A."},
		{"Roe|Ann|, Jr.", "Roe|Ann|Jr."},
		{"[Weir Society.]", "[Weir Society]"},
		{"[Weir\u00a0 <i>Society</i>]", "[Weir Society]"},
		{" Roe* |  Ann  B.", "Roe|Ann B."},
	} {
		clean := name.Clean([]name.Name{parts(tt.in)})
		if got := show(clean); got != tt.want {
			t.Errorf("%s is cleaned to %s, want %s", tt.in, got, tt.want)
		}
		if again := show(name.Clean(clean)); again != tt.want {
			t.Errorf("%s is cleaned to %s, and then to %s", tt.in, tt.want, again)
		}
	}
}
