package library

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"lendlink/resolver/requestform"
)

// aType replaces the types of items in the path of a setting that may differ by type.
const aType = "[^/]+"

// TestExampleExplainsEverySetting: a setting that is added is in the example, which is where
// people look for it, under the setting that it belongs to.
func TestExampleExplainsEverySetting(t *testing.T) {
	there := examplePaths()
	groups := 0
	var walk func(reflect.Type, string)
	walk = func(of reflect.Type, parent string) {
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice || of.Kind() == reflect.Map {
			if of.Kind() == reflect.Map {
				parent += aType + "/"
			}
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct {
			return
		}
		groups++
		for i := range of.NumField() {
			field := of.Field(i)
			name := field.Tag.Get("yaml")
			if name == "" {
				continue
			}
			setting := regexp.MustCompile("^" + parent + name + "$")
			if !slices.ContainsFunc(there, setting.MatchString) {
				t.Errorf("%s is not in example.yaml", strings.ReplaceAll(parent+name, aType, "TYPE"))
			}
			walk(field.Type, parent+name+"/")
		}
	}
	walk(reflect.TypeFor[fileSettings](), "")
	if groups < 10 {
		t.Errorf("only %d groups of settings were looked at", groups)
	}
}

// A line of the example: how far it is indented, what a comment begins with, its name and value.
var exampleLine = regexp.MustCompile(`^( *)(?:#( +))?((?:- )?)(?:([a-z_]+):(?: +|$))?(.*)$`)

// examplePaths returns each setting of the example after those that it is under, such as
// libraries/form/url. What is commented out counts: it is in the comments' column, or, as an
// example among words, two further in.
func examplePaths() []string {
	type setting struct {
		indent int
		path   string
	}
	var paths []string
	above := []setting{{-1, ""}}
	for line := range strings.Lines(string(Example)) {
		m := exampleLine.FindStringSubmatch(strings.TrimRight(line, "\n"))
		indent := len(m[1]) + max(len(m[2])-3, 0) + len(m[3])
		if m[3] == "" && m[4] == "" {
			continue
		}
		for above[len(above)-1].indent >= indent {
			above = above[:len(above)-1]
		}
		path := above[len(above)-1].path
		if m[4] != "" {
			path += m[4] + "/"
			above = append(above, setting{indent, path})
			paths = append(paths, strings.TrimSuffix(path, "/"))
		}
		var value any
		if yaml.Unmarshal([]byte(m[5]), &value) == nil {
			paths = appendPaths(paths, path, value)
		}
	}
	return paths
}

// appendPaths adds what a value written in one line has in it.
func appendPaths(paths []string, path string, value any) []string {
	entries, _ := value.(map[string]any)
	for name, v := range entries {
		paths = appendPaths(append(paths, path+name), path+name+"/", v)
	}
	return paths
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
