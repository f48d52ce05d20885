package library

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"lendlink/resolver/library/strictyaml"
	"lendlink/resolver/placeholder"
	"lendlink/resolver/requestform"
	"lendlink/resolver/spelling"
)

// fileKeys are the keys of a form and their templates, in the order of the file.
type fileKeys []requestform.Key

const wantTemplate = "text with placeholders such as {title}, a list of such texts, or nothing for a key that is not sent"

func (f *fileKeys) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	entries, _ := r.Entries(path, n)
	for _, e := range entries {
		p := strictyaml.Join(path, e.Name)
		r.Place(p, e, wantTemplate)
		checkKeyName(r, p, e)
		k := requestform.Key{Name: e.Name}
		value := r.Resolve(p, e.Value)
		list, isList := value.(*ast.SequenceNode)
		switch {
		case isList:
			for _, item := range list.Values {
				k.From = addTemplate(r, k.From, p, r.Resolve(p, item))
			}
		case value != nil && !strictyaml.IsNull(value):
			k.From = addTemplate(r, k.From, p, value)
		}
		*f = append(*f, k)
	}
}

// checkKeyName reports a name that no form can have for a key.
func checkKeyName(r *strictyaml.Reader, path string, e strictyaml.Entry) {
	if !paramKey.MatchString(e.Name) {
		r.Report(path, e.At, "%q is not a valid key; write letters, digits, dots, hyphens and underscores, such as rfr_id", e.Name)
	}
}

// addTemplate reads a template and adds it. Empty text adds none.
func addTemplate(r *strictyaml.Reader, list []placeholder.Template, path string, n ast.Node) []placeholder.Template {
	if n == nil {
		return list
	}
	text, ok := r.Text(path, n)
	if !ok || text == "" {
		return list
	}
	t, err := placeholder.Parse(text, placeholder.Request)
	c := badTemplate(err, placeholder.Request)
	if strings.ContainsFunc(text, unicode.IsControl) {
		c = violation{"has a line break or a control character", ""}
	}
	if c == (violation{}) {
		return append(list, t)
	}
	if c.advice == "" {
		c.advice = "write " + r.Hint(path)
	}
	r.Report(path, strictyaml.Position(n), "`%s` %s; %s", keyOf(path), c.wrong, c.advice)
	return list
}

// keyOf returns the form's key at the end of a path. It may have dots of its own.
func keyOf(path string) string {
	_, key, _ := strings.Cut(path[strings.LastIndex(path, "keys."):], ".")
	return key
}

// badTemplate is what is wrong with a template that placeholder.Parse refuses.
func badTemplate(err error, s placeholder.Scope) violation {
	if e, ok := errors.AsType[*placeholder.UnknownError](err); ok {
		return violation{fmt.Sprintf("has an unknown placeholder {%s}", e.Name), spelling.DidYouMean(e.Name, placeholder.Known(s))}
	}
	if e, ok := errors.AsType[*placeholder.SyntaxError](err); ok {
		return violation{fmt.Sprintf("has a %c without its partner", e.Brace), "write each placeholder as {name}"}
	}
	return violation{}
}

// fileParams are keys and values whose order counts.
type fileParams []requestform.Param

// paramKey is what OpenURL keys look like, and others that a form may read.
var paramKey = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{0,63}$`)

func (f *fileParams) ReadNode(r *strictyaml.Reader, path string, n ast.Node) {
	entries, _ := r.Entries(path, n)
	for _, e := range entries {
		p := strictyaml.Join(path, e.Name)
		r.SetHint(p, "text of one line, or nothing to remove the key")
		checkKeyName(r, p, e)
		param := requestform.Param{Key: e.Name}
		if value := r.Resolve(p, e.Value); value != nil && !strictyaml.IsNull(value) {
			param.Value, _ = r.Text(p, value)
		}
		if strings.ContainsFunc(param.Value, unicode.IsControl) {
			r.Report(p, strictyaml.Position(e.Value), "`%s` has a line break or a control character; write %s", e.Name, r.Hint(p))
		}
		*f = append(*f, param)
	}
}
