package openurl

import (
	"maps"
	"slices"
)

// EachKeyOut takes one key at a time out of what is known of keys, calls do with its name, and puts it back.
func EachKeyOut(do func(name string)) {
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		field := byName[name]
		delete(byName, name)
		forms := map[string]key{}
		for _, prefix := range []string{"", "rft.", "rft_"} {
			forms[prefix+name] = known[prefix+name]
			delete(known, prefix+name)
		}
		do(name)
		byName[name] = field
		for form, k := range forms {
			known[form] = k
		}
	}
}

// Keys returns the key of each field.
func Keys() []string {
	var keys []string
	for f := range fieldCount {
		if f != NoField {
			keys = append(keys, f.String())
		}
	}
	return keys
}

// Aliases returns the key of the field of each alias.
func Aliases() map[string]string {
	keys := map[string]string{}
	for alias, field := range aliases {
		keys[alias] = field.String()
	}
	return keys
}
