package warning_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lendlink/resolver/warning"
)

// declared returns the codes by their names in code.go, so that a new one cannot be forgotten.
func declared(t *testing.T) map[string]warning.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]warning.Code{}
	for n := range ast.Preorder(file) {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, v := range spec.Values {
			literal, ok := v.(*ast.BasicLit)
			if !ok {
				continue
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			all[spec.Names[i].Name] = warning.Code(text)
		}
	}
	if len(all) == 0 {
		t.Fatal("no codes found in code.go")
	}
	return all
}

// codes returns all codes.
func codes(t *testing.T) []warning.Code {
	t.Helper()
	var all []warning.Code
	for _, code := range declared(t) {
		all = append(all, code)
	}
	return all
}

// TestCodesAreTags: metrics and addresses have codes as they are, and each is another.
func TestCodesAreTags(t *testing.T) {
	nameOf := map[warning.Code]string{}
	for name, code := range declared(t) {
		if !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(string(code)) {
			t.Errorf("%s is %q", name, code)
		}
		if other, ok := nameOf[code]; ok {
			t.Errorf("%s and %s are both %q", name, other, code)
		}
		nameOf[code] = name
	}
}

// A code that comes up nowhere is one whose rule was forgotten. What is said of it is no place where it comes up.
func TestEveryCodeComesUp(t *testing.T) {
	var code strings.Builder
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		isCode := strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") && entry.Name() != "sentence.go"
		if err != nil || entry.IsDir() || !isCode {
			return err
		}
		text, err := os.ReadFile(path)
		code.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range declared(t) {
		if !regexp.MustCompile(`\bwarning\.` + name + `\b`).MatchString(code.String()) {
			t.Errorf("%s comes up nowhere", name)
		}
	}
}
