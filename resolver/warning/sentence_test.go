package warning_test

import (
	"go/ast"
	"go/parser"
	"go/token"
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
