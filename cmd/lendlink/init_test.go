package main

import "testing"

func TestProgramName(t *testing.T) {
	for _, tc := range []struct{ program, want string }{
		{"lendlink", "lendlink"},
		{"/opt/lendlink/lendlink", "/opt/lendlink/lendlink"},
		{"bin/lendlink", "bin/lendlink"},
		{"./lendlink", "./lendlink"},
		{"/tmp/go-build123/b001/exe/lendlink", "go run ./cmd/lendlink"},
	} {
		if got := invoked(tc.program); got != tc.want {
			t.Errorf("started as %s, it is started again as %q; want %q", tc.program, got, tc.want)
		}
	}
}
