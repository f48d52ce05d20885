package text

import (
	"iter"
	"strings"
)

// ListLines returns the entries of a list that is embedded as a text file: its lines,
// without those that are empty or begin with #.
func ListLines(list string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}
