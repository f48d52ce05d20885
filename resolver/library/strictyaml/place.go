package strictyaml

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// place is where a value is and what belongs there.
type place struct {
	key, value *token.Position // nil when the file does not have it
	hint       string          // what to write
}

// Hint returns what belongs at a path, by its own tag or by that of what holds it.
func (r *Reader) Hint(path string) string {
	for ; path != ""; path = Parent(path) {
		if h := r.places[path].hint; h != "" {
			return h
		}
	}
	return "names and values, such as " + r.kind.Example
}

// At returns the place to point at: the value's, or where it is missing, that of
// what it should be in.
func (r *Reader) At(path string) *token.Position {
	for ; path != ""; path = Parent(path) {
		if p := r.places[path]; p.value != nil {
			return p.value
		}
	}
	return &token.Position{Line: 1, Column: 1}
}

// HasFailed reports whether a problem with the value at a path, or with what it is
// in, has been reported.
func (r *Reader) HasFailed(path string) bool {
	for ; path != "" && !r.failed[path]; path = Parent(path) {
	}
	return r.failed[path]
}

// FieldName is the name that a message uses for a path: without what it is in.
func FieldName(path string) string {
	path = path[strings.LastIndexByte(path, '.')+1:]
	name, _, _ := strings.Cut(path, "[")
	return name
}

// subject is what a message about a path is about.
func subject(path string) string {
	if path == "" {
		return "the file"
	}
	return "`" + FieldName(path) + "`"
}

// Join returns the path of a name below a path.
func Join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// Parent cuts the last step off a path: an index, a key, or a field's name.
func Parent(path string) string {
	return path[:max(strings.LastIndexByte(path, '.'), strings.LastIndexByte(path, '['), 0)]
}

// SetHint sets what belongs at a path.
func (r *Reader) SetHint(path, hint string) { r.places[path] = place{hint: hint} }

// Place sets where an entry is, and what belongs there.
func (r *Reader) Place(path string, e Entry, hint string) {
	r.places[path] = place{key: e.At, value: Position(e.Value), hint: hint}
}

// PlaceValue sets where a value without a name is, and what belongs there.
func (r *Reader) PlaceValue(path string, n ast.Node, hint string) {
	r.places[path] = place{value: Position(n), hint: hint}
}

// KeyAt returns where the name of a value is.
func (r *Reader) KeyAt(path string) *token.Position { return r.places[path].key }
