package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var testName = regexp.MustCompile(`\b(?:Test|Fuzz|Benchmark)[A-Z][A-Za-z0-9]*\b`)

// TestNamedTestsExist finds tests that documents or the CI script name and that do not exist: the CI script would not
// notice that a test to be run alone was renamed.
func TestNamedTestsExist(t *testing.T) {
	t.Parallel()

	known := map[string]bool{}

	for _, path := range goFiles(t, "..") {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}

		for _, declared := range file.Decls {
			if function, ok := declared.(*ast.FuncDecl); ok {
				known[function.Name.Name] = true
			}
		}
	}

	documents, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}

	for _, path := range append(documents, "../README.md", "../SECURITY.md", "../.ci/run") {
		text, err := os.ReadFile(path) //nolint:gosec // files of this repository
		if err != nil {
			t.Fatal(err)
		}

		for _, name := range testName.FindAllString(string(text), -1) {
			if !known[name] {
				t.Errorf("%s names %s, which is no test", path, name)
			}
		}
	}
}

var namedFile = regexp.MustCompile("`([a-z]+/[a-z_/]+\\.go)`")

// TestNamedFilesExist finds files that the page about the code sends people to and that are not there.
func TestNamedFilesExist(t *testing.T) {
	t.Parallel()

	text, err := os.ReadFile("../docs/code.md")
	if err != nil {
		t.Fatal(err)
	}
	found := namedFile.FindAllSubmatch(text, -1)
	if len(found) == 0 {
		t.Fatal("the page names no file")
	}
	for _, match := range found {
		if _, err := os.Stat(filepath.Join("..", string(match[1]))); err != nil {
			t.Errorf("docs/code.md names %s, which is no file", match[1])
		}
	}
}
