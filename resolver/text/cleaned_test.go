package text_test

import "testing"

// cleaned has what becomes of each text. What is clean stays so: done again, it changes nothing.
type cleaned map[string]string

func (c cleaned) check(t *testing.T, clean func(string) string) {
	t.Helper()
	for in, want := range c {
		got := clean(in)
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
		if again := clean(got); again != got {
			t.Errorf("%q: it is %q, and done again %q", in, got, again)
		}
	}
}
