// Package placeholder fills templates such as "https://…?q={title}" or
// "From {source}{, record {record}}" with the values of an item. The rows of the
// request forms, the keys of a library's settings and its check_first addresses are
// such templates.
//
// {name} is a placeholder. Braces around text that itself holds a placeholder are a
// group: it is left out when a value in it is missing. Without a value for a placeholder
// outside of every group the whole template has none.
//
// It imports citation.
package placeholder

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Template is a text with placeholders. The zero value has no text.
type Template struct {
	source string
	parts  []part
}

// String returns the template as it was written.
func (t Template) String() string { return t.source }

// Equal reports whether two templates are the same text.
func (t Template) Equal(other Template) bool { return t.source == other.source }

// part is a text, a placeholder or a group.
type part struct {
	text  string
	value *value
	group []part
}

// UnknownError is a placeholder that does not exist, or not in this scope.
type UnknownError struct{ Name string }

func (e *UnknownError) Error() string { return fmt.Sprintf("unknown placeholder {%s}", e.Name) }

// SyntaxError is a brace without its partner.
type SyntaxError struct{ Brace byte }

func (e *SyntaxError) Error() string { return fmt.Sprintf("%q without its partner", e.Brace) }

// Parse reads a template whose placeholders are those of the scope. The error is an
// [UnknownError] or a [SyntaxError].
func Parse(text string, s Scope) (Template, error) {
	parts, rest, err := parse(text, s)
	if err == nil && rest != "" {
		err = &SyntaxError{'}'}
	}
	if err != nil {
		return Template{}, err
	}
	return Template{text, parts}, nil
}

// MustParse is Parse for the templates of the program itself; it panics on an error.
func MustParse(text string) Template {
	t, err := Parse(text, Request)
	if err != nil {
		panic(fmt.Sprintf("template %q: %v", text, err))
	}
	return t
}

// parse reads up to the end or a closing brace, with which rest then begins.
func parse(s string, scope Scope) (parts []part, rest string, err error) {
	for s != "" {
		i := strings.IndexAny(s, "{}")
		if i < 0 {
			return append(parts, part{text: s}), "", nil
		}
		if i > 0 {
			parts = append(parts, part{text: s[:i]})
		}
		if s[i] == '}' {
			return parts, s[i:], nil
		}
		var p part
		if p, s, err = parseBraces(s[i+1:], scope); err != nil {
			return nil, "", err
		}
		parts = append(parts, p)
	}
	return parts, "", nil
}

// parseBraces reads what follows an opening brace: a name, or a group.
func parseBraces(s string, scope Scope) (p part, rest string, err error) {
	i := strings.IndexAny(s, "{}")
	if i < 0 {
		return part{}, "", &SyntaxError{'{'}
	}
	if s[i] == '}' {
		name := s[:i]
		v := find(name, scope)
		if v == nil {
			return part{}, "", &UnknownError{name}
		}
		return part{value: v}, s[i+1:], nil
	}
	if p.group, rest, err = parse(s, scope); err != nil {
		return part{}, "", err
	}
	if rest == "" {
		return part{}, "", &SyntaxError{'{'}
	}
	return p, rest[1:], nil
}

// Expand returns the template filled with the item's values, each of them escaped,
// if escape is not nil. It reports false when a required value is missing.
func (t Template) Expand(it *Item, escape func(string) string) (string, bool) {
	if t.isPlain() {
		s := t.parts[0].expand(it, escape)
		return s, s != ""
	}
	var room [256]byte // stays on the stack
	b, ok := expand(room[:0], t.parts, it, escape)
	b = bytes.TrimSpace(b) // where a group at an end is gone
	return string(b), ok && len(b) > 0
}

// ExpandInto is Expand with the value as a part of the text that a buffer collects.
func (t *Template) ExpandInto(text *strings.Builder, it *Item) (string, bool) {
	if t.isPlain() {
		s := t.parts[0].expand(it, nil)
		return s, s != ""
	}
	var room [256]byte // stays on the stack
	b, ok := expand(room[:0], t.parts, it, nil)
	b = bytes.TrimSpace(b)
	if !ok || len(b) == 0 {
		return "", false
	}
	from := text.Len()
	text.Write(b)
	return text.String()[from:], true
}

// isPlain reports whether a template is one text or placeholder and nothing else.
func (t *Template) isPlain() bool { return len(t.parts) == 1 && t.parts[0].group == nil }

// expand appends the parts to b. A group without one of its values is taken back.
func expand(b []byte, parts []part, it *Item, escape func(string) string) ([]byte, bool) {
	start := len(b)
	for i := range parts {
		p := &parts[i]
		if p.group != nil {
			b, _ = expand(b, p.group, it, escape)
			continue
		}
		s := p.expand(it, escape)
		if s == "" {
			return b[:start], false
		}
		b = append(b, s...)
	}
	return b, true
}

// expand returns the text of a part that is not a group.
func (p *part) expand(it *Item, escape func(string) string) string {
	if p.value == nil {
		return p.text
	}
	s := p.value.of(it)
	if escape != nil {
		s = escape(s)
	}
	return s
}

// Text returns the template without its placeholders.
func (t Template) Text() string { return text("", t.parts) }

func text(s string, parts []part) string {
	for _, p := range parts {
		s = text(s+p.text, p.group)
	}
	return s
}

// Required returns the names of the placeholders without which there is no value.
func (t Template) Required() []string { return names(nil, t.parts, false) }

// Names returns the names of all placeholders.
func (t Template) Names() []string { return names(nil, t.parts, true) }

func names(list []string, parts []part, groups bool) []string {
	for _, p := range parts {
		switch {
		case p.value != nil && !slices.Contains(list, p.value.name):
			list = append(list, p.value.name)
		case groups:
			list = names(list, p.group, groups)
		}
	}
	return list
}
