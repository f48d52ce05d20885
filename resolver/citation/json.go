package citation

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// MarshalJSON writes the citation as an item of CSL-JSON. What is empty is left out.
func (c Citation) MarshalJSON() ([]byte, error) {
	w := objectWriter{}
	w.member("type", c.Type)
	custom := objectWriter{}
	for i := range Fields {
		f := &Fields[i]
		if f.Empty(&c) {
			continue
		}
		if f.Custom {
			custom.member(f.Name, f.json(&c))
		} else {
			w.member(f.Name, f.json(&c))
		}
	}
	if custom.b.Len() > 0 {
		w.member("custom", json.RawMessage(custom.object()))
	}
	return w.object(), w.err
}

// json returns the value of a field as CSL has it.
func (f *Field) json(c *Citation) any {
	switch f.Kind {
	case Names:
		return c.Author
	case Day:
		return c.Issued
	}
	return *f.At(c)
}

// objectWriter writes the members of an object in the order in which they come.
type objectWriter struct {
	b   bytes.Buffer
	err error
}

func (w *objectWriter) member(name string, value any) {
	if w.b.Len() > 0 {
		w.b.WriteByte(',')
	}
	fmt.Fprintf(&w.b, "%q:", name)
	text := json.NewEncoder(&w.b)
	text.SetEscapeHTML(false) // the encoder around does that where it is wanted
	if err := text.Encode(value); err != nil {
		w.err = fmt.Errorf("%s: %w", name, err)
	}
}

func (w *objectWriter) object() []byte { return fmt.Appendf(nil, "{%s}", w.b.Bytes()) }

// UnmarshalJSON reads an item of CSL-JSON. Members that are not fields are passed over.
func (c *Citation) UnmarshalJSON(b []byte) error {
	var members, custom map[string]json.RawMessage
	if err := json.Unmarshal(b, &members); err != nil {
		return err
	}
	if text, ok := members["custom"]; ok {
		if err := json.Unmarshal(text, &custom); err != nil {
			return fmt.Errorf("custom: %w", err)
		}
	}
	*c = Citation{}
	if text, ok := members["type"]; ok {
		if err := json.Unmarshal(text, &c.Type); err != nil {
			return fmt.Errorf("type: %w", err)
		}
	}
	for i := range Fields {
		f := &Fields[i]
		text, ok := members[f.Name]
		if f.Custom {
			text, ok = custom[f.Name]
		}
		if !ok {
			continue
		}
		if err := f.readJSON(c, text); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return nil
}

func (f *Field) readJSON(c *Citation, text []byte) error {
	switch f.Kind {
	case Names:
		return json.Unmarshal(text, &c.Author)
	case Day:
		return json.Unmarshal(text, &c.Issued)
	}
	var n json.Number // CSL lets numbers be numbers: "volume": 12
	if json.Unmarshal(text, &n) == nil {
		*f.At(c) = n.String()
		return nil
	}
	return json.Unmarshal(text, f.At(c))
}
