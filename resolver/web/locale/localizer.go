package locale

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"lendlink/resolver/citation"
)

// Localizer is a language: its texts, and how it writes dates and numbers. All that is
// the language's own is in its file; the forms of its ordinal numbers are those of the
// Unicode Common Locale Data Repository, by its code.
type Localizer struct {
	Messages
	tag language.Tag
}

// Day writes a day out: December 20, 2026; 20 de diciembre de 2026. A month's first
// day may have a word of its own, as in French: 1er janvier 2027.
func (w Localizer) Day(t time.Time) string {
	day := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		day = w.T("date.first")
	}
	return w.T("date.day", day, w.month(t.Month()), t.Year())
}

// Date writes a publication date as exactly as it is known.
func (w Localizer) Date(d citation.Date) string {
	switch {
	case d.Month == 0:
		return d.String()
	case d.Day == 0:
		return w.T("date.month", w.month(time.Month(d.Month)), d.Year)
	}
	return w.Day(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC))
}

// month returns the name of a month.
func (w Localizer) month(m time.Month) string {
	names := strings.Split(w.T("date.months"), ", ")
	if int(m) > len(names) {
		return strconv.Itoa(int(m))
	}
	return names[m-1]
}

// ordinalForms are the ends of the keys of texts for ordinal numbers. Most languages have
// one form alone.
var ordinalForms = map[plural.Form]string{plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}

// Ordinal writes a number as a place in a row, in a text that holds it: "2nd ed.".
// The messages have a text for each of the language's forms, KEY.one, KEY.two …, and
// KEY.other for all others.
func (w Localizer) Ordinal(key string, n int) string {
	form := ordinalForms[plural.Ordinal.MatchPlural(w.tag, n, 0, 0, 0, 0)]
	if _, ok := w.Messages[key+"."+form]; !ok {
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
