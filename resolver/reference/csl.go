package reference

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"lendlink/resolver/citation"
	"lendlink/resolver/name"
)

// cslItem is what an item of CSL-JSON has besides the fields of a citation.
type cslItem struct {
	Type   string          `json:"type"`
	Editor people          `json:"editor"`
	URL    cslText         `json:"URL"`
	Note   cslText         `json:"note"`
	Custom json.RawMessage `json:"custom"`
}

// cslText is what may be a string, a number or a list of strings.
type cslText string

// UnmarshalJSON takes the first of a list, as Crossref sends titles.
func (t *cslText) UnmarshalJSON(b []byte) error {
	var list []string
	if json.Unmarshal(b, &list) == nil && len(list) > 0 {
		*t = cslText(list[0])
		return nil
	}
	var s string
	if json.Unmarshal(b, &s) != nil {
		s = strings.Trim(string(b), `"[]{} `)
	}
	if s != "null" {
		*t = cslText(s)
	}
	return nil
}

// people are names that may be a text, or a list of texts.
type people []name.Name

// UnmarshalJSON takes the names of a text as people write them.
func (p *people) UnmarshalJSON(b []byte) error {
	var names []name.Name
	if json.Unmarshal(b, &names) == nil {
		*p = names
		return nil
	}
	var list []cslText
	if json.Unmarshal(b, &list) != nil {
		list = make([]cslText, 1)
		_ = json.Unmarshal(b, &list[0]) // which takes everything
	}
	for _, t := range list {
		*p = name.AppendList(*p, string(t))
	}
	return nil
}

// cslTypes are types of CSL besides ours, and Crossref's.
var cslTypes = map[string]citation.Type{
	"article": citation.Article, "article-magazine": citation.Article, "article-newspaper": citation.Article, "review": citation.Article,
	"review-book": citation.Article, "journal-article": citation.Article, "entry-encyclopedia": citation.Chapter,
	"entry-dictionary": citation.Chapter,
	"entry":            citation.Chapter, "book-chapter": citation.Chapter, "monograph": citation.Book, "edited-book": citation.Book,
	"classic":             citation.Book,
	"proceedings-article": citation.Paper, "dissertation": citation.Thesis, "journal": citation.Periodical,
}

// isCSL reports whether a text begins as CSL-JSON does: an item or a list of them.
func isCSL(s string) bool {
	s = strings.TrimLeft(s, "\ufeff \t\r\n")
	list, isList := strings.CutPrefix(s, "[")
	if isList {
		s = strings.TrimLeft(list, " \t\r\n")
	}
	rest, ok := strings.CutPrefix(s, "{")
	return ok && strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), `"`)
}

// readCSL returns the items of a text.
func readCSL(s string, year int) ([]Item, []Problem) {
	var items []Item
	var problems []Problem
	d := json.NewDecoder(strings.NewReader(s))
	isList := s[strings.IndexAny(s, "[{")] == '['
	if isList {
		if _, err := d.Token(); err != nil {
			return nil, []Problem{{1, NotJSON}}
		}
	}
	line, counted := 1, 0
	for !isList || d.More() {
		begin := startOfValue(s, int(d.InputOffset()))
		line += strings.Count(s[counted:begin], "\n")
		counted = begin
		var raw json.RawMessage
		if err := d.Decode(&raw); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			rest := s[begin:]
			problems = append(problems, Problem{line + strings.Count(rest[:faultIn(rest)], "\n"), NotJSON})
			break
		}
		for _, one := range unwrapped(raw) {
			if item, ok := readCSLItem(one, year); ok {
				items = append(items, item)
			} else {
				problems = append(problems, Problem{line, Unreadable})
			}
		}
	}
	return items, problems
}

// unwrapped returns the items in what programs and services put around them: {"items":[…]},
// {"message":{…}}.
func unwrapped(raw json.RawMessage) []json.RawMessage {
	var around struct {
		Items   []json.RawMessage `json:"items"`
		Message *json.RawMessage  `json:"message"`
	}
	if json.Unmarshal(raw, &around) == nil && around.Message != nil {
		raw, around.Message = *around.Message, nil
		_ = json.Unmarshal(raw, &around) // a message that is not an object has no items
	}
	if len(around.Items) > 0 {
		return around.Items
	}
	return []json.RawMessage{raw}
}

// startOfValue returns where a value begins after the comma and the blanks before it.
func startOfValue(s string, at int) int {
	return len(s) - len(strings.TrimLeft(s[at:], ", \t\r\n"))
}

// faultIn returns where a value that is not JSON has its fault.
func faultIn(s string) int {
	var fault *json.SyntaxError
	var value json.RawMessage
	if errors.As(json.Unmarshal([]byte(s), &value), &fault) {
		return min(int(fault.Offset), len(s))
	}
	return 0
}

// readCSLItem reads an item as programs write it: numbers as text or not, types that lead
// to no form of their own.
func readCSLItem(raw []byte, year int) (Item, bool) {
	var in cslItem
	var members, custom map[string]json.RawMessage
	if json.Unmarshal(raw, &in) != nil || json.Unmarshal(raw, &members) != nil {
		return Item{}, false
	}
	_ = json.Unmarshal(in.Custom, &custom) // other programs may have something else there
	item := Item{Citation: citation.Citation{Type: cslType(in.Type)}, Note: string(in.Note)}
	for i := range citation.Fields {
		f := &citation.Fields[i]
		value, ok := members[f.Name]
		if f.Custom {
			value, ok = custom[f.Name]
		}
		if ok {
			readCSLField(&item.Citation, f, value, year)
		}
	}
	if len(item.Author) == 0 && item.ContainerTitle == "" {
		item.Author = in.Editor
	}
	citation.Clean(&item.Citation, year)
	if in.URL != "" {
		notes := []string{}
		addAddress(&item.Citation, &notes, string(in.URL))
		item.Note = strings.Join(append(nonEmpty(item.Note), notes...), "; ")
	}
	return item, !item.Empty()
}

// readCSLField sets a field to a value of any shape.
func readCSLField(c *citation.Citation, f *citation.Field, value json.RawMessage, year int) {
	switch f.Kind {
	case citation.Names:
		_ = json.Unmarshal(value, (*people)(&c.Author)) // which takes everything
	case citation.Day:
		c.Issued = cslDate(value, year)
	case citation.Text, citation.Identifier:
		var t cslText
		_ = json.Unmarshal(value, &t) // so does this
		*f.At(c) = string(t)
	}
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func cslType(s string) citation.Type {
	for _, t := range citation.Types {
		if string(t) == s {
			return t
		}
	}
	if t, known := cslTypes[s]; known {
		return t
	}
	return citation.Document
}

// cslDate reads a date in parts, as text or raw.
func cslDate(raw json.RawMessage, year int) citation.Date {
	var d citation.Date
	if json.Unmarshal(raw, &d) == nil && !d.IsZero() {
		return d
	}
	var words struct {
		Raw     string      `json:"raw"`
		Literal string      `json:"literal"`
		Parts   [][]cslText `json:"date-parts"`
	}
	if json.Unmarshal(raw, &words) != nil {
		return d
	}
	s := words.Raw + " " + words.Literal
	if len(words.Parts) > 0 {
		var parts []string
		for _, p := range words.Parts[0] {
			parts = append(parts, string(p))
		}
		s = strings.Join(parts, "-")
	}
	d, _ = citation.ParseDate(strings.TrimSpace(s), year+1)
	return d
}
