package web

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/fr"

	"lendlink/resolver/citation"
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
	pairs := make([]string, 0, 2*len(args))
	for i, arg := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", fmt.Sprint(arg))
	}
	return strings.NewReplacer(pairs...).Replace(text) // in one pass: an arg may hold {2}
}

// customs are how dates and ordinal numbers are written in a language, from the
// Unicode Common Locale Data Repository.
var customs = map[string]locales.Translator{"en": en.New(), "es": es.New(), "fr": fr.New(), "de": de.New()}

// wording is a language: its texts and its customs.
type wording struct {
	catalogue
	customs locales.Translator
}

// day writes a day out: December 20, 2026; 20 de diciembre de 2026. A month's first
// day may have a word of its own, as in French: 1er janvier 2027.
func (w wording) day(t time.Time) string {
	text := w.customs.FmtDateLong(t)
	if t.Day() == 1 {
		text = strings.Replace(text, "1", w.t("date.first"), 1)
	}
	return text
}

// date writes a publication date as exactly as it is known.
func (w wording) date(d citation.Date) string {
	t := time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
	switch {
	case d.Month == 0:
		return d.String()
	case d.Day == 0:
		return w.t("date.month", w.customs.MonthWide(t.Month()), d.Year)
	}
	return w.day(t)
}

// ordinal writes a number as a place in a row, in a text that holds it: "2nd ed.".
// The catalogue has a text for each of the language's forms, KEY.one, KEY.two …
func (w wording) ordinal(key string, n int) string {
	form := map[locales.PluralRule]string{
		locales.PluralRuleOne: "one", locales.PluralRuleTwo: "two", locales.PluralRuleFew: "few",
	}[w.customs.OrdinalPluralRule(float64(n), 0)]
	if form == "" {
		form = "other"
	}
	return w.t(key+"."+form, n)
}

// fieldList names several fields in one sentence: "Author, Pages and Volume".
func (w wording) fieldList(names []string) string {
	whole := ""
	for i, name := range names {
		label := w.t("field." + name)
		switch {
		case i == 0:
			whole = label
		case i < len(names)-1:
			whole = w.t("list.comma", whole, label)
		default:
			whole = w.t("list.and", whole, label)
		}
	}
	return whole
}
