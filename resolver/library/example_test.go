package library

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/requestform"
)

// TestExampleExplainsEverySetting: a setting that is added is in the example, which is where
// people look for it.
func TestExampleExplainsEverySetting(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type, string)
	walk = func(of reflect.Type, path string) {
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice || of.Kind() == reflect.Map {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || seen[of] {
			return
		}
		seen[of] = true
		for i := range of.NumField() {
			field := of.Field(i)
			name := field.Tag.Get("yaml")
			if name == "" {
				continue
			}
			if !regexp.MustCompile(`(?m)[\s{]` + regexp.QuoteMeta(name) + `:`).Match(Example) {
				t.Errorf("%s%s is not in example.yaml", path, name)
			}
			walk(field.Type, path+name+".")
		}
	}
	walk(reflect.TypeFor[fileSettings](), "")
	if len(seen) < 10 {
		t.Errorf("only %d groups of settings were looked at", len(seen))
	}
}

func TestExampleNamesEveryLanguage(t *testing.T) {
	line := regexp.MustCompile(`The languages of the pages, the preferred one first: (.*)\.`).FindSubmatch(Example)
	if line == nil {
		t.Fatal("example.yaml does not name the languages")
	}
	for _, language := range Languages {
		if !strings.Contains(string(line[1]), language) {
			t.Errorf("%q is not among the languages of example.yaml: %s", language, line[1])
		}
	}
}

func TestExampleNamesEveryService(t *testing.T) {
	comment := regexp.MustCompile(`(?s)# The system behind the form: (.*?)\n +service:`).FindSubmatch(Example)
	if comment == nil {
		t.Fatal("example.yaml does not name the request forms")
	}
	words := regexp.MustCompile(`[a-z-]+`).FindAllString(string(comment[1]), -1)
	for _, service := range requestform.Services() {
		if !slices.Contains(words, string(service)) {
			t.Errorf("%q is not among the request forms of example.yaml: %s", service, comment[1])
		}
	}
}
