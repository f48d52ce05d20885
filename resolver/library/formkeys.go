package library

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"lendlink/resolver/placeholder"
	"lendlink/resolver/requestform"
	"lendlink/resolver/spelling"
)

// fileKeys are the keys of a form and their templates, in the order of the file.
type fileKeys []requestform.Key

const wantTemplate = "text with placeholders such as {title}, a list of such texts, or nothing for a key that is not sent"

func (f *fileKeys) readNode(r *reader, path string, n ast.Node) {
	entries, _ := r.entries(path, n)
	for _, e := range entries {
		p := join(path, e.name)
		r.places[p] = place{key: e.at, value: position(e.value), want: wantTemplate}
		r.checkKeyName(p, e)
		k := requestform.Key{Name: e.name}
		value := r.resolve(p, e.value)
		list, isList := value.(*ast.SequenceNode)
		switch {
		case isList:
			for _, item := range list.Values {
				k.From = r.addTemplate(k.From, p, r.resolve(p, item))
			}
		case value != nil && !isNull(value):
			k.From = r.addTemplate(k.From, p, value)
		}
		*f = append(*f, k)
	}
}

// checkKeyName reports a name that no form can have for a key.
func (r *reader) checkKeyName(path string, e entry) {
	if !paramKey.MatchString(e.name) {
		r.report(path, e.at, "%q is not a valid key; write letters, digits, dots, hyphens and underscores, such as rfr_id", e.name)
	}
}

// addTemplate reads a template. Empty text is none.
func (r *reader) addTemplate(list []placeholder.Template, path string, n ast.Node) []placeholder.Template {
	if n == nil {
		return list
	}
	text, ok := r.text(path, n)
	if !ok || text == "" {
		return list
	}
	t, err := placeholder.Parse(text, placeholder.Request)
	c := badTemplate(err, placeholder.Request)
	if strings.ContainsFunc(text, unicode.IsControl) {
		c = complaint{"has a line break or a control character", ""}
	}
	if c == (complaint{}) {
		return append(list, t)
	}
	if c.advice == "" {
		c.advice = "write " + r.wanted(path)
	}
	r.report(path, position(n), "`%s` %s; %s", keyOf(path), c.wrong, c.advice)
	return list
}

// keyOf returns the form's key at the end of a path. It may have dots of its own.
func keyOf(path string) string {
	_, key, _ := strings.Cut(path[strings.LastIndex(path, "keys."):], ".")
	return key
}

// badTemplate is what is wrong with a template that placeholder.Parse refuses.
func badTemplate(err error, s placeholder.Scope) complaint {
	if e, ok := errors.AsType[*placeholder.UnknownError](err); ok {
		return complaint{fmt.Sprintf("has an unknown placeholder {%s}", e.Name), spelling.DidYouMean(e.Name, placeholder.Known(s))}
	}
	if e, ok := errors.AsType[*placeholder.SyntaxError](err); ok {
		return complaint{fmt.Sprintf("has a %c without its partner", e.Brace), "write each placeholder as {name}"}
	}
	return complaint{}
}
