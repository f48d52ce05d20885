package strictyaml

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing wrong with a settings file, and what to do about it.
type Problem struct {
	File         string // as named by the caller
	Line, Column int    // from 1; the column in characters
	Source       string // the line as it is in the file
	Message      string
	Warning      bool // the settings can be used nevertheless
}

// String returns the place, the message, and the line with a mark under the place:
//
//	lendlink.yaml:4:5: unknown field `taget`; did you mean `target`?
//	   4 |     taget: x
//	     |     ^
func (p Problem) String() string {
	message := p.Message
	if p.Warning {
		message = "warning: " + message
	}
	return fmt.Sprintf("%s:%d:%d: %s\n%4d | %s\n     | %s^\n",
		p.File, p.Line, p.Column, message, p.Line, p.Source, indent(p.Source, p.Column-1))
}

// indent returns as much white space as the first n characters of a line take;
// tabs stay tabs, so that the mark is at the right column however wide they are.
func indent(line string, n int) string {
	var b strings.Builder
	for _, r := range line {
		if b.Len() >= n {
			break
		}
		if r != '\t' {
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String() + strings.Repeat(" ", max(0, n-b.Len()))
}

// Problems is everything wrong with a settings file, in the order of the file.
type Problems []Problem

// Error returns all problems, one after the other, as a person wants to read them.
func (ps Problems) Error() string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.String())
	}
	return b.String()
}

// InOrder returns the problems in the order of the file, each once: an anchor's
// value is read wherever it is used.
func (ps Problems) InOrder() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(ps)
}

// Errors returns those that keep the settings from being used.
func (ps Problems) Errors() Problems {
	return slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool { return p.Warning })
}
