package citation

import (
	"slices"
	"strings"

	"lendlink/resolver/name"
)

// FieldNamed returns the field of that name, or nil.
func FieldNamed(name string) *Field {
	for i := range Fields {
		if Fields[i].Name == name {
			return &Fields[i]
		}
	}
	return nil
}

// On reports whether the form for items of a type has the field.
func (f *Field) On(t Type) bool { return slices.Contains(f.Types, t) }

// Value returns the field as one line of text. Authors are joined by semicolons.
func (f *Field) Value(c *Citation) string { return f.text(c, "; ") }

// Lines is Value with each author on a line.
func (f *Field) Lines(c *Citation) string { return f.text(c, "\n") }

func (f *Field) text(c *Citation, between string) string {
	switch f.Kind {
	case Names:
		names := make([]string, len(c.Author))
		for i, n := range c.Author {
			names[i] = n.String()
		}
		return strings.Join(names, between)
	case Day:
		return c.Issued.String()
	}
	return *f.At(c)
}

// SetLines sets the field from what a patron typed; latest is the latest year that a
// date can have. It is not cleaned yet.
func (f *Field) SetLines(c *Citation, typed string, latest int) {
	switch f.Kind {
	case Names:
		c.Author = nil
		for line := range strings.SplitSeq(typed, "\n") {
			c.Author = append(c.Author, name.ParseList(line)...)
		}
	case Day:
		c.Issued, _ = ParseDate(typed, latest)
	default:
		*f.At(c) = typed
	}
}

// Readable reports whether what a patron typed can be read as this field.
func (f *Field) Readable(typed string, latest int) bool {
	if f.Kind == Day {
		_, ok := ParseDate(typed, latest)
		return ok || IsUndated(typed)
	}
	return f.Kind != Identifier && !f.Checked || f.Clean(typed) != ""
}

// Empty reports whether the citation has nothing in the field.
func (f *Field) Empty(c *Citation) bool {
	switch f.Kind {
	case Names:
		return len(c.Author) == 0
	case Day:
		return c.Issued.IsZero()
	}
	return *f.At(c) == ""
}

// Copy puts what one citation has in the field into another.
func (f *Field) Copy(to, from *Citation) {
	switch f.Kind {
	case Names:
		to.Author = from.Author
	case Day:
		to.Issued = from.Issued
	default:
		*f.At(to) = *f.At(from)
	}
}

// Edit changes the text of a field; names and dates stay.
func (f *Field) Edit(c *Citation, change func(string) string) {
	if f.At != nil {
		*f.At(c) = change(*f.At(c))
	}
}
