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

// The codes are read from their declaration, so that a new one cannot be forgotten.
func TestEveryCodeHasASentence(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	codes, said := 0, map[string]warning.Code{}
	for n := range ast.Preorder(file) {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for _, v := range spec.Values {
			literal, ok := v.(*ast.BasicLit)
			if !ok {
				continue
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			code := warning.Code(text)
			codes++
			sentence := code.Sentence()
			if sentence == "" {
				t.Errorf("%s has no sentence", code)
			}
			if strings.Contains(sentence, " or ") {
				t.Errorf("%s leaves open which of two things happened: %s", code, sentence)
			}
			if other, ok := said[sentence]; ok {
				t.Errorf("%s and %s say the same", code, other)
			}
			said[sentence] = code
		}
	}
	if codes == 0 {
		t.Error("no codes found in code.go")
	}
}

// A code that comes up nowhere is one whose rule was forgotten.
func TestEveryCodeComesUp(t *testing.T) {
	var code strings.Builder
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		code.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for n := range ast.Preorder(file) {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for _, name := range spec.Names {
			if !regexp.MustCompile(`\bwarning\.` + name.Name + `\b`).MatchString(code.String()) {
				t.Errorf("%s comes up nowhere", name.Name)
			}
		}
	}
}
