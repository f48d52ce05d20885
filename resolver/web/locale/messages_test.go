package locale

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lendlink/resolver/library"
	"lendlink/templates"
)

// TestEveryLanguageIsWhole holds the texts against that of the default
// language: the same texts, with the same places for what is put into them.
func TestEveryLanguageIsWhole(t *testing.T) {
	read := func(language string) Messages {
		b, err := templates.Files.ReadFile("locales/" + language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		c := Messages{}
		if err := json.Unmarshal(b, &c); err != nil {
			t.Fatal(err)
		}
		return c
	}
	places := regexp.MustCompile(`\{\d\}`)
	of := func(text string) string {
		return fmt.Sprint(slices.Sorted(slices.Values(places.FindAllString(text, -1))))
	}
	model := read(Default)
	for _, language := range library.Languages {
		c := read(language)
		if n := strings.Count(c["date.months"], ", "); n != 11 {
			t.Errorf("%s: %d months", language, n+1)
		}
		for key, text := range model {
			if c[key] == "" {
				t.Errorf("%s: no %q", language, key)
			} else if of(c[key]) != of(text) {
				t.Errorf("%s: %q holds %s, want %s", language, key, of(c[key]), of(text))
			}
		}
		for key := range c {
			if model[key] == "" {
				t.Errorf("%s: %q is in no other language", language, key)
			}
		}
	}
}

// README says among the limits which languages there are.
func TestReadmeHasEveryLanguage(t *testing.T) {
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, limits, _ := strings.Cut(string(readme), "\n## Limits")
	for _, tag := range library.Languages {
		if name := display.English.Languages().Name(language.MustParse(tag)); !strings.Contains(limits, name) {
			t.Errorf("%s is not among the limits", name)
		}
	}
}

func TestTextTakesItsArguments(t *testing.T) {
	c := Messages{"length": "{2} of {1}"}
	if got := c.T("length", 2000, "ten"); got != "ten of 2000" {
		t.Errorf("got %q", got)
	}
	if got := c.T("no.such.key"); got != "no.such.key" {
		t.Errorf("a missing text reads %q", got)
	}
}

func TestDirectionFollowsTheScript(t *testing.T) {
	for language, want := range map[string]string{"en": "ltr", "ar": "rtl", "he": "rtl", "fa": "rtl", "ur": "rtl", "zh": "ltr"} {
		if got := Direction(language); got != want {
			t.Errorf("%s runs %s", language, got)
		}
	}
}
