package source

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"lendlink/resolver/citation"
)

// text is a JSON value of which some text is wanted, whatever its kind: of a
// number its digits, of a list the first text that says something, of an object
// its name, title or value.
type text string

func (t *text) UnmarshalJSON(b []byte) error {
	*t = ""
	switch b[0] {
	case '"':
		var s string
		if err := json.Unmarshal(b, &s); err != nil {
			return fmt.Errorf("text: %w", err)
		}
		*t = text(strings.TrimSpace(s))
	case '[':
		var l list[text]
		if err := l.UnmarshalJSON(b); err != nil {
			return err
		}
		*t = cmp.Or(l...)
	case '{':
		var o struct{ Name, Title, Value text }
		if err := json.Unmarshal(b, &o); err != nil {
			return fmt.Errorf("text: %w", err)
		}
		*t = cmp.Or(o.Name, o.Title, o.Value)
	case 't', 'f', 'n':
	default:
		*t = text(b)
	}
	return nil
}

// list is a JSON list, or a single value in a list's place. Elements that do not
// fit are left out.
type list[T any] []T

func (l *list[T]) UnmarshalJSON(b []byte) error {
	*l = nil
	var raw []json.RawMessage // a slice that held b would have b written over
	if b[0] != '[' {
		raw = append(raw, b)
	} else if err := json.Unmarshal(b, &raw); err != nil {
		return fmt.Errorf("list: %w", err)
	}
	for _, element := range raw {
		var v T
		if string(element) != "null" && json.Unmarshal(element, &v) == nil {
			*l = append(*l, v)
		}
	}
	return nil
}

// typed is a number with a word for what it numbers, such as an ISBN of a
// printed book.
type typed struct {
	Type  text `json:"type"`
	Value text `json:"value"`
}

// dateParts is a date as CSL has it; Crossref sends [[null]] for none.
type dateParts struct {
	Parts list[list[text]] `json:"date-parts"`
}

func (d dateParts) date() citation.Date {
	var date citation.Date
	if len(d.Parts) == 0 {
		return date
	}
	greatest := [...]int{9999, 12, 31}
	for i, p := range []*int{&date.Year, &date.Month, &date.Day} {
		if i >= len(d.Parts[0]) {
			break
		}
		n, err := strconv.Atoi(string(d.Parts[0][i]))
		if err != nil || n < 1 || n > greatest[i] {
			break
		}
		*p = n
	}
	return date
}

// decode reads JSON into v.
func decode(body []byte, v any) error {
	if err := shallow(body); err != nil {
		return err
	}
	if err := json.Unmarshal(body, v); err != nil {
		return fmt.Errorf("answer: %w", err)
	}
	return nil
}

// deepest is how deep an answer may be nested. The services' own go to eight or so.
const deepest = 32

// shallow checks the nesting before anything is built from an answer.
func shallow(body []byte) error {
	depth, inString := 0, false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{', c == '[':
			if depth++; depth > deepest {
				return fmt.Errorf("answer: nested deeper than %d", deepest)
			}
		case c == '}', c == ']':
			depth--
		}
	}
	return nil
}
