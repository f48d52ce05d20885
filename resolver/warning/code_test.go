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

// A code that comes up nowhere is one whose rule was forgotten.
func TestEveryCodeComesUp(t *testing.T) {
	added := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(text), "warning.") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, text, 0)
		if err != nil {
			return err
		}
		for n := range ast.Preorder(file) {
			for _, value := range given(n) {
				if x, ok := value.(*ast.SelectorExpr); ok {
					if of, ok := x.X.(*ast.Ident); ok && of.Name == "warning" {
						added[x.Sel.Name] = true
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range declared(t) {
		if !added[name] {
			t.Errorf("%s comes up nowhere: it is in no row, and no call has it", name)
		}
	}
}

// given returns the expressions that a node passes on: the members of a row and the arguments of a call. To ask for a
// code, by Has, a comparison or a case, is not to add it, and neither is what a map says of it.
func given(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		if called, ok := n.Fun.(*ast.SelectorExpr); ok && called.Sel.Name == "Has" {
			return nil
		}
		return n.Args
	case *ast.CompositeLit:
		return n.Elts
	case *ast.KeyValueExpr:
		return []ast.Expr{n.Value}
	}
	return nil
}
