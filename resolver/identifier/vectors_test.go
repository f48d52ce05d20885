package identifier_test

import "testing"

// vectors is a text and what is found in it; "" for nothing.
type vectors []struct{ name, in, want string }

func (v vectors) run(t *testing.T, parse func(string) (string, bool)) {
	t.Helper()
	for _, tt := range v {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := parse(tt.in)
			if ok != (tt.want != "") || got != tt.want {
				t.Errorf("%q: got %q, %v; want %q", tt.in, got, ok, tt.want)
			}
			if again, ok := parse(got); got != "" && (!ok || again != got) {
				t.Errorf("%q: reading %q again gives %q", tt.in, got, again)
			}
		})
	}
}
