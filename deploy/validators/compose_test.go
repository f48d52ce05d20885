package validators

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

func TestCompose(t *testing.T) {
	project, err := load(t, compose(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, service := range project.Services {
		if !service.ReadOnly {
			t.Errorf("%s may write to its root", name)
		}
		if len(service.CapDrop) != 1 || service.CapDrop[0] != "ALL" {
			t.Errorf("%s keeps capabilities", name)
		}
	}
	if user := project.Services["lendlink"].User; user != "65532:65532" {
		t.Errorf("Lendlink runs as %q", user)
	}
}

func TestComposeRefuses(t *testing.T) {
	for _, tc := range []struct{ name, instead, of, want string }{
		{"a key that there is not", "readonly: true", "read_only: true", "readonly"},
		{"a value of another kind", "pids_limit: [256]", "pids_limit: 256", "pids_limit"},
		{"a service that is not there", "      lendlnk:\n        condition", "      lendlink:\n        condition", `depends on undefined service "lendlnk"`},
		{"a network that is not there", "networks: [outside]", "networks: [inside]", "refers to undefined network outside"},
		{"a time that is not one", "stop_grace_period: soon", "stop_grace_period: 30s", "soon"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			whole := compose(t)
			changed := strings.Replace(whole, tc.of, tc.instead, 1)
			if changed == whole {
				t.Fatalf("the file no longer holds %q", tc.of)
			}
			if _, err := load(t, changed); err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error %v, want %q in it", err, tc.want)
			}
		})
	}
}

func compose(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../compose.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// load reads a project as docker compose does, without the environment.
func load(t *testing.T, text string) (*types.Project, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "compose.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	options, err := cli.NewProjectOptions([]string{file})
	if err != nil {
		t.Fatal(err)
	}
	return options.LoadProject(t.Context())
}
