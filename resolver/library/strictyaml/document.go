// Package strictyaml reads YAML into structs and reports everything that does not fit, at
// once: each problem with its line, its column and what to write. It knows nothing of
// what the files are about: the structs say what belongs where, by the tags yaml (the
// name of a field) and hint (what an error message says to write).
//
// It imports spelling.
package strictyaml

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// ReadFile reads a whole file into the struct that f points to. It reports whether the
// file is YAML at all.
func (r *Reader) ReadFile(src []byte, f any) bool {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")) // goccy miscounts lines else
	r.lines = strings.Split(string(src), "\n")
	if !r.isText() {
		return false
	}
	root := r.root(src)
	if root == nil {
		return false
	}
	r.Read("", root, reflect.ValueOf(f).Elem())
	return true
}

// isText reports whether the file is UTF-8; if not, the first byte that is not UTF-8 is
// reported.
func (r *Reader) isText() bool {
	for i, line := range r.lines {
		if !utf8.ValidString(line) {
			valid := strings.ToValidUTF8(line, "\x00")
			column := utf8.RuneCountInString(valid[:strings.IndexByte(valid, 0)]) + 1
			r.lines[i] = strings.ToValidUTF8(line, "\uFFFD")
			r.Report("", &token.Position{Line: i + 1, Column: column}, "the file is not UTF-8; save it in that encoding")
			return false
		}
	}
	return true
}

// root returns what the file holds, or nil when that is not one YAML document; the
// problem is then reported.
func (r *Reader) root(src []byte) ast.Node {
	start := &token.Position{Line: 1, Column: 1}
	tree, err := parser.ParseBytes(src, 0, parser.AllowDuplicateMapKey()) // reported by entries, all of them
	if err != nil {
		var syntax yaml.Error
		if errors.As(err, &syntax) {
			r.Report("", syntax.GetToken().Position, "not valid YAML%s", hint(syntax.GetMessage()))
		} else {
			r.Report("", start, "not valid YAML%s", hint(err.Error()))
		}
		return nil
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		r.Report("", start, "the file is empty; write %s", r.kind.Least)
		return nil
	}
	if len(tree.Docs) > 1 {
		r.Report("", tree.Docs[1].Start.Position, "a second document begins here; write one only")
	}
	return tree.Docs[0].Body
}
