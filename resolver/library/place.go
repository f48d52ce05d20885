package library

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// place is where a value stands and what belongs there.
type place struct {
	key, value *token.Position // nil when the file does not have it
	want       string
}

// wanted is what belongs at a path, by its own tag or by that of what holds it.
func (r *reader) wanted(path string) string {
	for ; path != ""; path = parent(path) {
		if w := r.places[path].want; w != "" {
			return w
		}
	}
	return "names and values, such as " + r.kind.example
}

// at gives the place to point at: the value's, or where it is missing, that of
// what it should be in.
func (r *reader) at(path string) *token.Position {
	for ; path != ""; path = parent(path) {
		if p := r.places[path]; p.value != nil {
			return p.value
		}
	}
	return &token.Position{Line: 1, Column: 1}
}

// hasFailed tells whether a problem with the value at a path, or with what it is
// in, has been told.
func (r *reader) hasFailed(path string) bool {
	for ; path != "" && !r.failed[path]; path = parent(path) {
	}
	return r.failed[path]
}

// fieldName is the name that a message uses for a path: without what it is in.
func fieldName(path string) string {
	path = path[strings.LastIndexByte(path, '.')+1:]
	name, _, _ := strings.Cut(path, "[")
	return name
}

// subject is what a message about a path is about.
func subject(path string) string {
	if path == "" {
		return "the file"
	}
	return "`" + fieldName(path) + "`"
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// parent cuts the last step off a path: an index, a key, or a field's name.
func parent(path string) string {
	return path[:max(strings.LastIndexByte(path, '.'), strings.LastIndexByte(path, '['), 0)]
}
