package web

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"strings"

	"lendlink/resolver/citation"
)

// typedByPatron is what a page says of its fields where it showed nothing in them, and
// what staff read of such a request.
const (
	nothingShown  = "nothing"
	typedByPatron = "typed by the patron"
	changedBy     = "changed by patron: "
)

// fingerprints say what a page showed in the fields of its form, so that the request
// can name the fields that the patron typed or changed without anything being kept
// here: NAME.HASH of each field that was not empty.
func fingerprints(e *entry) string {
	list := []string{fingerprint("type", string(e.Type))}
	for _, f := range formFields() {
		if text := e.text[f.Name]; text != "" {
			list = append(list, fingerprint(f.Name, text))
		}
	}
	return strings.Join(list, " ")
}

func fingerprint(name, text string) string {
	h := fnv.New32a()
	h.Write([]byte(strings.Join(strings.Fields(text), " ")))
	return fmt.Sprintf("%s.%08x", name, h.Sum32())
}

// changed returns what staff read about an entry that came with these fingerprints: the
// fields, never what was in them; "" where none was changed.
func changed(shown string, e *entry) string {
	switch shown {
	case "":
		return ""
	case nothingShown:
		return typedByPatron
	}
	was := map[string]string{}
	for _, print := range strings.Fields(shown) {
		name, _, _ := strings.Cut(print, ".")
		was[name] = print
	}
	var names []string
	if was["type"] != fingerprint("type", string(e.Type)) {
		names = append(names, "type")
	}
	for _, f := range formFields() {
		text := e.text[f.Name]
		same := text == "" && was[f.Name] == "" || text != "" && was[f.Name] == fingerprint(f.Name, text)
		if !same && (text != "" || f.On(e.Type)) {
			names = append(names, fieldWord(f))
		}
	}
	if names == nil {
		return ""
	}
	return changedBy + strings.Join(names, ", ")
}

// fieldWord is what staff call a field: as in templates.
func fieldWord(f *citation.Field) string { return cmp.Or(f.Placeholder, f.Name) }
