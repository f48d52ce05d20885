package library_test

import (
	"strings"
	"testing"

	"lendlink/resolver/library"
)

const textsByLanguage = `
libraries:
  - code: a
    name: A
    languages: [es, en, de]
    form: {service: practice}
    notice: {es: "Hola", en: "Hello"}
    closed: {from: 2026-12-20, until: 2027-01-03, message: {en: "Closed"}}
    check_first:
      - {label: {es: "Buscar", en: "Search"}, url: "https://search.example.edu/?q={title}"}
      - {label: "WorldCat", url: "https://search.worldcat.org/search?q={title}"}
`

func TestTextsByLanguage(t *testing.T) {
	l := parse(t, textsByLanguage).Libraries[0]
	for _, c := range []struct {
		reason         string
		text           library.Text
		page, want, in string
	}{
		{"the page's language", l.Notice, "en", "Hello", "en"},
		{"none in the page's language", l.Notice, "de", "Hola", "es"},
		{"another language alone", l.Closed.Message, "es", "Closed", "en"},
		{"a label", l.CheckFirst[0].Label, "en", "Search", "en"},
		{"one text for all", l.CheckFirst[1].Label, "de", "WorldCat", "es"},
		{"no text", nil, "en", "", "es"},
	} {
		if text, in := c.text.In(c.page, l.Languages); text != c.want || in != c.in {
			t.Errorf("%s: %q in %s, want %q in %s", c.reason, text, in, c.want, c.in)
		}
	}
}

func TestTextsByLanguageAreStrict(t *testing.T) {
	for wrong, want := range map[string]string{
		`notice: {en: "Hello"}`:  "",
		`notice: {eng: "Hello"}`: "`eng` is not a language of the pages",
		`notice: {en: [Hello]}`:  "`en` must be a single value; write text in that language",
		`notice: {en: true}`:     "`en` must be text",
		`notice: [Hello]`:        "`notice` must be a single value",
	} {
		_, err := library.Parse("s.yaml", []byte("libraries:\n  - {code: a, name: A, form: {service: practice}, "+wrong+"}\n"), nil)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", wrong, got, want)
		}
	}
}
