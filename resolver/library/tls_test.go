package library_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lendlink/resolver/library"
)

// A folder of the environment counts: check may run where the server does, as in a container.
func TestCheckWarnsWithoutAFolderForKeys(t *testing.T) {
	const want = "1:6: warning: `tls` needs a folder for its keys"
	const file = "tls: {hosts: [ill.library.edu]}\nlibraries: [{code: a, name: A, form: {service: practice}}]\n"
	for _, tc := range []struct {
		name, more, variable string
		warned               bool
	}{
		{"no folder", "", "", true},
		{"a folder in the settings", "state_dir: keys\n", "", false},
		{"a folder in the environment", "", library.StateVariable, false},
		{"a folder of systemd's", "", library.SystemdState, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, name := range []string{library.StateVariable, library.SystemdState} {
				t.Setenv(name, "")
			}
			if tc.variable != "" {
				t.Setenv(tc.variable, t.TempDir())
			}
			path := filepath.Join(t.TempDir(), "lendlink.yaml")
			if err := os.WriteFile(path, []byte(file+tc.more), 0o600); err != nil {
				t.Fatal(err)
			}
			checked, err := library.NewChecker(time.Now()).Check(path)
			if err != nil {
				t.Fatal(err)
			}
			var said strings.Builder
			for _, p := range checked.Problems {
				said.WriteString(p.String())
			}
			if strings.Contains(said.String(), want) != tc.warned || len(checked.Problems) > 1 {
				t.Errorf("warned of %s", said.String())
			}
		})
	}
}
