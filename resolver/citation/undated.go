package citation

import (
	"slices"
	"strings"
)

// undated is what people write in the place of a date that there is not, or not yet.
var undated = []string{
	"n.d.", "nd", "no date", "undated", "in press", "forthcoming", "to appear", "ahead of print",
	"s.f.", "s. f.", "sin fecha", "en prensa", "en preparación",
	"s.d.", "s. d.", "sans date", "sous presse", "à paraître",
	"o.J.", "o. J.", "ohne Jahr", "im Druck", "im Erscheinen", "in Vorbereitung",
}

// IsUndated reports whether a text says that there is no date.
func IsUndated(s string) bool {
	s = strings.Trim(s, " ()[]")
	return slices.ContainsFunc(undated, func(words string) bool { return strings.EqualFold(words, s) })
}
