// Package locale holds the texts of the pages by language, and how a language writes
// dates, ordinal numbers and the description of an item.
//
// It imports citation.
package locale

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// Messages holds the texts of one language by their keys.
type Messages map[string]string

// Default is the language in which every text exists.
const Default = "en"

// Load reads locales/LANGUAGE.json. Where a language lacks a text, that of the
// default language is used.
func Load(files fs.FS) (map[string]Localizer, error) {
	names, err := fs.Glob(files, "locales/*.json")
	if err != nil {
		return nil, err
	}
	all := make(map[string]Messages, len(names))
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		m := Messages{}
		if err := json.Unmarshal(b, &m); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all[strings.TrimSuffix(path.Base(name), ".json")] = m
	}
	fallback, ok := all[Default]
	if !ok {
		return nil, fmt.Errorf("no texts in the default language %q", Default)
	}
	localizers := make(map[string]Localizer, len(all))
	for code, m := range all {
		whole := maps.Clone(fallback)
		maps.Copy(whole, m)
		localizers[code] = Localizer{whole, language.Make(code)}
	}
	return localizers, nil
}

// T returns a text, with args in place of {1}, {2} and so on. A key without a text
// returns the key, which shows on a page without breaking it.
func (m Messages) T(key string, args ...any) string {
	text, ok := m[key]
	if !ok {
		return key
	}
	pairs := make([]string, 0, 2*len(args))
	for i, arg := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", fmt.Sprint(arg))
	}
	return strings.NewReplacer(pairs...).Replace(text) // in one pass: an arg may hold {2}
}
