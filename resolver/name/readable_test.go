package name_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lendlink/resolver/name"
)

// TestReadableCases reads the names of the files in testdata, as README.md there explains.
func TestReadableCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file) //nolint:gosec // a file of this folder
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range strings.Split("\n"+string(source), "\n== ") {
			if i == 0 { // remarks before the first case
				continue
			}
			title, lines, _ := strings.Cut(text, "\n")
			checkNames(t, file+": "+title, lines)
		}
	}
}

// checkNames reads the names of one case, and compares them with what it wants.
func checkNames(t *testing.T, title, lines string) {
	t.Helper()
	values := map[string]string{}
	var want []string
	for line := range strings.Lines(lines) {
		line = strings.TrimSuffix(line, "\n")
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "author":
			want = append(want, value)
		case "au", "aulast", "aufirst", "order":
			values[key] = value
		default:
			if line != "" {
				t.Errorf("%s: nothing has the line %q", title, line)
			}
		}
	}
	got := readNames(values)
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s: got\n%s\nwant\n%s", title, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// readNames reads what came under the keys for names, and writes them as the files of cases do.
func readNames(values map[string]string) []string {
	names := name.ParseList(values["au"])
	if n, ok := name.FromParts(values["aulast"], values["aufirst"], values["order"] == "direct"); ok {
		names = append(names, n)
	}
	var out []string
	for _, n := range names {
		s := strings.Join([]string{n.Family, n.Given, n.Suffix}, " | ")
		if n.Literal != "" {
			s = "= " + n.Literal
		}
		for strings.HasSuffix(s, " | ") {
			s = strings.TrimSuffix(s, " | ")
		}
		if n.IsAmbiguous() {
			s += " (in doubt)"
		}
		out = append(out, s)
	}
	if out == nil {
		return []string{"none"}
	}
	return out
}
