package web

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"strconv"
	"strings"
)

// catalogue holds the texts of one language by their keys.
type catalogue map[string]string

// defaultLanguage is the one in which every text exists.
const defaultLanguage = "en"

// loadCatalogues reads locales/LANGUAGE.json. Where a language lacks a text, the
// default language stands in.
func loadCatalogues(files fs.FS) (map[string]catalogue, error) {
	names, err := fs.Glob(files, "locales/*.json")
	if err != nil {
		return nil, err
	}
	all := make(map[string]catalogue, len(names))
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		c := catalogue{}
		if err := json.Unmarshal(b, &c); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all[strings.TrimSuffix(path.Base(name), ".json")] = c
	}
	fallback, ok := all[defaultLanguage]
	if !ok {
		return nil, fmt.Errorf("no texts in the default language %q", defaultLanguage)
	}
	for language, c := range all {
		whole := maps.Clone(fallback)
		maps.Copy(whole, c)
		all[language] = whole
	}
	return all, nil
}

// t gives a text, with args in place of {1}, {2} and so on. A key without a text
// gives the key, which stands out on a page without breaking it.
func (c catalogue) t(key string, args ...any) string {
	text, ok := c[key]
	if !ok {
		return key
	}
	for i, arg := range args {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i+1)+"}", fmt.Sprint(arg))
	}
	return text
}
