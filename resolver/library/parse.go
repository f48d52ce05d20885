package library

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Load reads a settings file, with the environment of the process. What is wrong
// in the file comes as [Problems].
func Load(path string) (*Settings, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	return Parse(path, src, os.LookupEnv)
}

// Parse reads settings. The name stands in the problems; env gives the variables
// that the file asks for. The error, when there is one, is [Problems].
func Parse(name string, src []byte, env Lookup) (*Settings, error) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")) // goccy miscounts lines else
	r := &reader{
		file: name, lines: strings.Split(string(src), "\n"), env: env,
		anchors: map[string]ast.Node{}, places: map[string]place{}, failed: map[string]bool{},
	}
	var f fileSettings
	if root := r.root(src); root != nil {
		r.read("", root, reflect.ValueOf(&f).Elem())
		r.check(&f)
	}
	if r.problems != nil {
		return nil, r.problems.inOrder()
	}
	return f.settings(), nil
}

// root gives what the file holds, or nil when that is not one YAML document; the
// problem is then reported.
func (r *reader) root(src []byte) ast.Node {
	start := &token.Position{Line: 1, Column: 1}
	tree, err := parser.ParseBytes(src, 0, parser.AllowDuplicateMapKey()) // told by entries, all of them
	if err != nil {
		var syntax yaml.Error
		if errors.As(err, &syntax) {
			r.report("", syntax.GetToken().Position, "this is no YAML: %s", syntax.GetMessage())
		} else {
			r.report("", start, "this is no YAML: %v", err)
		}
		return nil
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		r.report("", start, "the file says nothing; write at least one library under `libraries`")
		return nil
	}
	if len(tree.Docs) > 1 {
		r.report("", tree.Docs[1].Start.Position, "a second document begins here; write one only")
	}
	return tree.Docs[0].Body
}
