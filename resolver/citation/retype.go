package citation

import "slices"

// wholes are the types of what an item is part of: its container is one. A row here is a
// pair of types between which titles move.
var wholes = map[Type]Type{
	Chapter: Book,
	Paper:   Book,
	Article: Periodical,
}

// WholeOf returns the type of what items of a type are part of, or "".
func WholeOf(t Type) Type { return wholes[t] }

// Parts returns the types that are part of something.
func Parts() []Type {
	return slices.DeleteFunc(slices.Clone(Types[:]), func(t Type) bool { return wholes[t] == "" })
}

// Retype returns an item as one of another type, what the change sets aside, and whether
// titles have moved. From a part to its whole the container's title becomes the title; from
// the whole to a part it is the other way round. The title and the identifiers of one
// are not those of the other: they are set aside, and restored when the type is changed
// back with what was set aside. What belongs to both, such as the ISBN, stays. Between
// other types nothing moves, nor where the title of the whole is not known: what was taken
// for a chapter is likelier a book then.
func Retype(c, aside Citation, to Type) (changed, left Citation, moved bool) {
	toWhole := c.ContainerTitle != "" && wholes[c.Type] == to
	toPart := c.Type != "" && wholes[to] == c.Type
	c.Type = to
	if !toWhole && !toPart {
		return c, aside, false
	}
	whole := c.Title
	if toWhole {
		whole = c.ContainerTitle
	}
	for i := range Fields {
		if f := &Fields[i]; f.Own() {
			at, other := f.At(&c), f.At(&aside)
			*at, *other = *other, *at
		}
	}
	if toPart {
		aside.Title = "" // it is the container's now
		c.ContainerTitle, aside.ContainerTitle = whole, c.ContainerTitle
		return c, aside, true
	}
	c.Title = whole
	c.ContainerTitle, aside.ContainerTitle = aside.ContainerTitle, ""
	return c, aside, true
}

// Own reports whether a part has another value in the field than its whole: the title and
// what identifies it.
func (f *Field) Own() bool {
	identifies := f.Kind == Identifier && !f.Whole && !f.Local
	return f.Name == "title" || identifies
}
