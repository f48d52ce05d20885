package locale

import (
	"slices"
	"strings"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/fr"
	"golang.org/x/text/language"

	"lendlink/resolver/citation"
)

// locals are how dates and ordinal numbers are written in a language, from the
// Unicode Common Locale Data Repository.
var locals = map[string]locales.Translator{"en": en.New(), "es": es.New(), "fr": fr.New(), "de": de.New()}

// Localizer is a language: its texts, and how it writes dates and numbers.
type Localizer struct {
	Messages
	local locales.Translator
}

// Day writes a day out: December 20, 2026; 20 de diciembre de 2026. A month's first
// day may have a word of its own, as in French: 1er janvier 2027.
func (w Localizer) Day(t time.Time) string {
	text := w.local.FmtDateLong(t)
	if t.Day() == 1 {
		text = strings.Replace(text, "1", w.T("date.first"), 1)
	}
	return text
}

// Date writes a publication date as exactly as it is known.
func (w Localizer) Date(d citation.Date) string {
	t := time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
	switch {
	case d.Month == 0:
		return d.String()
	case d.Day == 0:
		return w.T("date.month", w.local.MonthWide(t.Month()), d.Year)
	}
	return w.Day(t)
}

// Ordinal writes a number as a place in a row, in a text that holds it: "2nd ed.".
// The messages have a text for each of the language's forms, KEY.one, KEY.two …
func (w Localizer) Ordinal(key string, n int) string {
	form := map[locales.PluralRule]string{
		locales.PluralRuleOne: "one", locales.PluralRuleTwo: "two", locales.PluralRuleFew: "few",
	}[w.local.OrdinalPluralRule(float64(n), 0)]
	if form == "" {
		form = "other"
	}
	return w.T(key+"."+form, n)
}

// FieldList names several fields in one sentence: "Author, Pages and Volume".
func (w Localizer) FieldList(names []string) string {
	whole := ""
	for i, name := range names {
		label := w.T("field." + name)
		switch {
		case i == 0:
			whole = label
		case i < len(names)-1:
			whole = w.T("list.comma", whole, label)
		default:
			whole = w.T("list.and", whole, label)
		}
	}
	return whole
}

// rightToLeft are the scripts that are written from right to left.
var rightToLeft = []string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"}

// Direction returns the value of HTML's dir attribute for a language.
func Direction(lang string) string {
	script, _ := language.Make(lang).Script()
	if slices.Contains(rightToLeft, script.String()) {
		return "rtl"
	}
	return "ltr"
}
