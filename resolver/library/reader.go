package library

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"time"

	"lendlink/resolver/spelling"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"lendlink/resolver/library/disk"
)

// reader brings a YAML tree into Go values. goccy's own decoder stops at the
// first unknown field or wrong type; this one goes on and tells all of them. It
// remembers where each value stands for the checks that come after.
type reader struct {
	file     string
	kind     fileKind
	lines    []string
	env      Lookup
	anchors  map[string]ast.Node
	places   map[string]place // by path, such as libraries[0].form.url
	failed   map[string]bool  // paths with a problem: a second one would only confuse
	problems Problems
	warnings Problems
	today    time.Time  // a closure before it is past; the zero time is before every one
	disk     *disk.Disk // that a folder of libraries is on
	skipped  []string   // files of it that are no regular ones
}

// fileKind is what a file is to hold, for advice about the whole of it.
type fileKind struct{ example, least string }

var (
	settingsFile = fileKind{"listen: \":8080\"", "at least one library under `libraries`"}
	libraryFile  = fileKind{"code: demo", "a library's code, name and form"}
)

func newReader(file string, env Lookup, kind fileKind) *reader {
	return &reader{
		file: file, kind: kind, env: env,
		anchors: map[string]ast.Node{}, places: map[string]place{}, failed: map[string]bool{},
	}
}

// A defaulter knows its values for what a file leaves out.
type defaulter interface{ setDefaults() }

// A nodeReader takes YAML of more than one shape.
type nodeReader interface {
	readNode(r *reader, path string, n ast.Node)
}

// report adds a problem with the value at a path.
func (r *reader) report(path string, at *token.Position, format string, args ...any) {
	r.failed[path] = true
	p := Problem{File: r.file, Line: at.Line, Column: at.Column, Message: fmt.Sprintf(format, args...)}
	if 0 < p.Line && p.Line <= len(r.lines) {
		p.Source = r.lines[p.Line-1]
	}
	r.problems = append(r.problems, p)
}

// The kinds of values, for a message.
const (
	aList    = "a list"
	aMapping = "a mapping of names to values"
	aValue   = "a single value"
	someText = "text"
)

// mismatch reports a value that is not of the right kind.
func (r *reader) mismatch(path string, n ast.Node, right string) {
	wrong := "must be " + right
	if isEmpty(n) {
		wrong = "is empty"
	}
	r.report(path, position(n), "%s %s; write %s", subject(path), wrong, r.wanted(path))
}

// unreadable reports a value of the right kind that means nothing.
func (r *reader) unreadable(path string, n ast.Node) {
	r.report(path, position(n), "`%s` cannot be read; write %s", fieldName(path), r.wanted(path))
}

// read brings a node into v.
func (r *reader) read(path string, n ast.Node, v reflect.Value) {
	if d, ok := v.Addr().Interface().(defaulter); ok {
		d.setDefaults()
	}
	if n = r.resolve(path, n); n == nil {
		return
	}
	if isNull(n) {
		return
	}
	switch d := v.Addr().Interface().(type) {
	case nodeReader:
		d.readNode(r, path, n)
		return
	case encoding.TextUnmarshaler:
		if text, ok := r.text(path, n); ok && d.UnmarshalText([]byte(text)) != nil {
			r.unreadable(path, n)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.read(path, n, v.Elem())
	case reflect.Struct:
		r.readStruct(path, n, v)
	case reflect.Slice:
		r.readList(path, n, v)
	case reflect.Map:
		r.readMap(path, n, v)
	default:
		r.readScalar(path, n, v)
	}
}

func (r *reader) readStruct(path string, n ast.Node, v reflect.Value) {
	fields, names := map[string]int{}, []string{}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name := f.Tag.Get("yaml")
		fields[name] = i
		names = append(names, name)
		r.places[join(path, name)] = place{want: f.Tag.Get("want")}
	}
	entries, ok := r.entries(path, n)
	if !ok {
		return
	}
	for _, e := range entries {
		i, known := fields[e.name]
		if !known {
			p := join(path, e.name)
			advice := spelling.DidYouMean(e.name, names)
			if in := home(e.name, v.Type()); in != "" {
				advice = "it belongs under `" + in + "`"
			}
			r.report(p, e.at, "unknown field `%s`; %s", e.name, advice)
			if meant := spelling.Nearest(e.name, names); meant != "" {
				r.failed[join(path, meant)] = true // not missing as well
			}
			r.resolve(p, e.value) // it may have an anchor
			continue
		}
		p := join(path, e.name)
		r.places[p] = place{key: e.at, value: position(e.value), want: r.places[p].want}
		r.read(p, e.value, v.Field(i))
	}
}

// home gives the field of a struct under which a misplaced name belongs, or "".
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

func (r *reader) readList(path string, n ast.Node, v reflect.Value) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		r.mismatch(path, n, aList)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(list.Values), len(list.Values)))
	for i, item := range list.Values {
		p := fmt.Sprintf("%s[%d]", path, i)
		r.places[p] = place{value: position(item), want: r.wanted(path)}
		if isNull(item) {
			r.mismatch(p, item, aValue)
			continue
		}
		r.read(p, item, v.Index(i))
	}
}

func (r *reader) readMap(path string, n ast.Node, v reflect.Value) {
	entries, ok := r.entries(path, n)
	if !ok {
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(entries)))
	for _, e := range entries {
		p := fmt.Sprintf("%s[%s]", path, e.name)
		r.places[p] = place{key: e.at, value: position(e.value), want: r.wanted(path)}
		item := reflect.New(v.Type().Elem()).Elem()
		r.read(p, e.value, item)
		v.SetMapIndex(reflect.ValueOf(e.name).Convert(v.Type().Key()), item)
	}
}

func (r *reader) readScalar(path string, n ast.Node, v reflect.Value) {
	text, ok := r.text(path, n)
	if !ok {
		return
	}
	var err error
	switch v.Kind() {
	case reflect.String:
		if _, isBool := n.(*ast.BoolNode); isBool {
			r.mismatch(path, n, someText)
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
	case reflect.Int64: // settings have no other int64 than a time.Duration
		var d time.Duration
		d, err = time.ParseDuration(text)
		v.SetInt(int64(d))
	default:
		panic("settings cannot hold a " + v.Type().String())
	}
	if err != nil {
		r.unreadable(path, n)
	}
}

// text gives a scalar as written, with the environment's values in it. Numbers
// count as text too: a code may well be one.
func (r *reader) text(path string, n ast.Node) (string, bool) {
	var text string
	switch n := n.(type) {
	case *ast.StringNode:
		text = n.Value
	case *ast.LiteralNode:
		text = n.Value.Value
	case *ast.BoolNode, *ast.IntegerNode, *ast.FloatNode:
		return n.GetToken().Value, true
	default:
		r.mismatch(path, n, aValue)
		return "", false
	}
	text, complaints := expand(text, r.env)
	for _, c := range complaints {
		r.report(path, position(n), "%s", c)
	}
	return text, complaints == nil
}
