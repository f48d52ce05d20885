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
	} {
		if got := show(name.Clean([]name.Name{parts(tt.in)})); got != tt.want {
			t.Errorf("%s is cleaned to %s, want %s", tt.in, got, tt.want)
		}
	}
}
