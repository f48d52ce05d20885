package library_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lendlink/resolver/library"
)

var update = flag.Bool("update", false, "write the messages found into testdata")

// env is the environment of the tests.
func env(name string) (string, bool) {
	value, ok := map[string]string{
		"HOST": "tipasa.example", "WORD": "much", "PORT": "7081", "EMPTY": "",
	}[name]
	return value, ok
}

// Each YAML file in testdata/bad has a text file of the same name with the errors that are reported for it.
func TestParseReportsEveryProblem(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no bad files found: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			settings, err := library.Parse(filepath.Base(file), src, env)
			var problems library.Problems
			if !errors.As(err, &problems) || settings != nil {
				t.Fatalf("Parse gives %v, %v; want problems only", settings, err)
			}
			golden := strings.TrimSuffix(file, ".yaml") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(err.Error()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, readErr := os.ReadFile(golden)
			if readErr != nil {
				t.Fatal(readErr)
			}
			if diff := cmp.Diff(string(want), err.Error()); diff != "" {
				t.Errorf("messages differ (-want +got):\n%s", diff)
			}
		})
	}
}
