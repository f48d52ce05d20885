package measure

import (
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"

	"lendlink/resolver"
)

func keysOf(m map[string]any) iter.Seq[string] { return maps.Keys(m) }

// citationOf returns the citation as the CSL-JSON that a label is compared with.
func citationOf(r *resolver.Resolution) map[string]any {
	text, _ := json.Marshal(r.Citation) // plain data
	var fields map[string]any
	if json.Unmarshal(text, &fields) != nil {
		return nil
	}
	return fields
}

// valueOf returns a field of a citation, also one within custom; nil where it is absent.
func valueOf(fields map[string]any, field string) any {
	if name, ok := strings.CutPrefix(field, "custom."); ok {
		custom, _ := fields["custom"].(map[string]any)
		return custom[name]
	}
	return fields[field]
}

// matches reports whether a value is what the label wants, or one of what it allows.
func matches(field string, want, got any) bool {
	if m, ok := want.(map[string]any); ok {
		if allowed, ok := m["any"].([]any); ok {
			return slices.ContainsFunc(allowed, func(w any) bool { return matches(field, w, got) })
		}
	}
	if field == "DOI" { // in whatever case
		return strings.EqualFold(fmt.Sprint(want), fmt.Sprint(got))
	}
	return reflect.DeepEqual(want, got)
}
