package strictyaml

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"time"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"lendlink/resolver/spelling"
)

// Reader reads a YAML tree into Go values. goccy's own decoder stops at the
// first unknown field or wrong type; this one goes on and reports all of them. It
// keeps the place of each value for the checks that come after.
type Reader struct {
	File     string // as the caller names it
	kind     Kind
	lines    []string
	env      Env
	anchors  map[string]ast.Node
	places   map[string]place // by path, such as libraries[0].form.url
	failed   map[string]bool  // paths with a problem: a second one would only confuse
	Problems Problems         // so far
}

// Kind is what a file is to hold, for advice about the whole of it.
type Kind struct{ Example, Least string }

// NewReader returns a reader for a file of this name; env has the variables that its
// values ask for.
func NewReader(file string, env Env, kind Kind) *Reader {
	return &Reader{
		File: file, kind: kind, env: env,
		anchors: map[string]ast.Node{}, places: map[string]place{}, failed: map[string]bool{},
	}
}

// A Defaulter sets its values for what a file leaves out.
type Defaulter interface{ SetDefaults() }

// A NodeReader takes YAML of more than one shape.
type NodeReader interface {
	ReadNode(r *Reader, path string, n ast.Node)
}

// Report adds a problem with the value at a path.
func (r *Reader) Report(path string, at *token.Position, format string, args ...any) {
	r.failed[path] = true
	r.Problems = append(r.Problems, r.ProblemAt(at, fmt.Sprintf(format, args...)))
}

// ProblemAt returns a problem at a place of the file.
func (r *Reader) ProblemAt(at *token.Position, message string) Problem {
	p := Problem{File: r.File, Line: at.Line, Column: at.Column, Message: message}
	if 0 < p.Line && p.Line <= len(r.lines) {
		p.Source = r.lines[p.Line-1]
	}
	return p
}

// The kinds of values, for a message.
const (
	List    = "a list"
	Mapping = "a mapping of names to values"
	Value   = "a single value"
	Text    = "text"
)

// Mismatch reports a value that is not of the right kind.
func (r *Reader) Mismatch(path string, n ast.Node, right string) {
	wrong := "must be " + right
	if isEmpty(n) {
		wrong = "is empty"
	}
	r.Report(path, Position(n), "%s %s; write %s", subject(path), wrong, r.Hint(path))
}

// Unreadable reports a value of the right kind that means nothing.
func (r *Reader) Unreadable(path string, n ast.Node) {
	r.Report(path, Position(n), "`%s` cannot be read; write %s", FieldName(path), r.Hint(path))
}

// Read reads a node into v.
func (r *Reader) Read(path string, n ast.Node, v reflect.Value) {
	if d, ok := v.Addr().Interface().(Defaulter); ok {
		d.SetDefaults()
	}
	if n = r.Resolve(path, n); n == nil {
		return
	}
	if IsNull(n) {
		return
	}
	switch d := v.Addr().Interface().(type) {
	case NodeReader:
		d.ReadNode(r, path, n)
		return
	case encoding.TextUnmarshaler:
		if text, ok := r.Text(path, n); ok && d.UnmarshalText([]byte(text)) != nil {
			r.Unreadable(path, n)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.Read(path, n, v.Elem())
	case reflect.Struct:
		r.readStruct(path, n, v)
	case reflect.Slice:
		r.ReadList(path, n, v)
	case reflect.Map:
		r.readMap(path, n, v)
	default:
		r.readScalar(path, n, v)
	}
}

func (r *Reader) readStruct(path string, n ast.Node, v reflect.Value) {
	fields, names := map[string]int{}, []string{}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name := f.Tag.Get("yaml")
		fields[name] = i
		names = append(names, name)
		r.places[Join(path, name)] = place{hint: f.Tag.Get("hint")}
	}
	entries, ok := r.Entries(path, n)
	if !ok {
		return
	}
	for _, e := range entries {
		i, known := fields[e.Name]
		if !known {
			p := Join(path, e.Name)
			advice := spelling.DidYouMean(e.Name, names)
			if in := home(e.Name, v.Type()); in != "" {
				advice = "it belongs under `" + in + "`"
			}
			r.Report(p, e.At, "unknown field `%s`; %s", e.Name, advice)
			if meant := spelling.Nearest(e.Name, names); meant != "" {
				r.failed[Join(path, meant)] = true // not missing as well
			}
			r.Resolve(p, e.Value) // it may have an anchor
			continue
		}
		p := Join(path, e.Name)
		r.places[p] = place{key: e.At, value: Position(e.Value), hint: r.places[p].hint}
		r.Read(p, e.Value, v.Field(i))
	}
}

// home returns the field of a struct under which a misplaced name belongs, or "".
func home(name string, t reflect.Type) string {
	for i := range t.NumField() {
		f := t.Field(i)
		inner := f.Type
		if inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() != reflect.Struct {
			continue
		}
		for j := range inner.NumField() {
			if inner.Field(j).Tag.Get("yaml") == name {
				return f.Tag.Get("yaml")
			}
		}
	}
	return ""
}

// ReadList reads a list into a slice.
func (r *Reader) ReadList(path string, n ast.Node, v reflect.Value) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		r.Mismatch(path, n, List)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(list.Values), len(list.Values)))
	for i, item := range list.Values {
		p := fmt.Sprintf("%s[%d]", path, i)
		r.places[p] = place{value: Position(item), hint: r.Hint(path)}
		if IsNull(item) {
			r.Mismatch(p, item, Value)
			continue
		}
		r.Read(p, item, v.Index(i))
	}
}

func (r *Reader) readMap(path string, n ast.Node, v reflect.Value) {
	entries, ok := r.Entries(path, n)
	if !ok {
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(entries)))
	for _, e := range entries {
		p := fmt.Sprintf("%s[%s]", path, e.Name)
		r.places[p] = place{key: e.At, value: Position(e.Value), hint: r.Hint(path)}
		item := reflect.New(v.Type().Elem()).Elem()
		r.Read(p, e.Value, item)
		v.SetMapIndex(reflect.ValueOf(e.Name).Convert(v.Type().Key()), item)
	}
}

func (r *Reader) readScalar(path string, n ast.Node, v reflect.Value) {
	text, ok := r.Text(path, n)
	if !ok {
		return
	}
	var err error
	switch v.Kind() {
	case reflect.String:
		if _, isBool := n.(*ast.BoolNode); isBool {
			r.Mismatch(path, n, Text)
		}
		v.SetString(text)
	case reflect.Bool:
		var b bool
		b, err = strconv.ParseBool(text)
		v.SetBool(b)
	case reflect.Int:
		var i int
		i, err = strconv.Atoi(text)
		v.SetInt(int64(i))
	case reflect.Int64: // every int64 is a time.Duration
		var d time.Duration
		d, err = time.ParseDuration(text)
		v.SetInt(int64(d))
	default:
		panic("a field cannot be a " + v.Type().String())
	}
	if err != nil {
		r.Unreadable(path, n)
	}
}

// Text returns a scalar as written, with the environment's values in it. Numbers
// count as text too: a code may well be one.
func (r *Reader) Text(path string, n ast.Node) (string, bool) {
	var text string
	switch n := n.(type) {
	case *ast.StringNode:
		text = n.Value
	case *ast.LiteralNode:
		text = n.Value.Value
	case *ast.BoolNode, *ast.IntegerNode, *ast.FloatNode:
		return n.GetToken().Value, true
	default:
		r.Mismatch(path, n, Value)
		return "", false
	}
	text, violations := expand(text, r.env)
	for _, c := range violations {
		r.Report(path, Position(n), "%s", c)
	}
	return text, violations == nil
}
