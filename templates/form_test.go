package templates_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/requestform"
	"lendlink/templates"
)

// The parts that a page has by a form's name, and those that files define for a form.
var (
	usedPart    = regexp.MustCompile(`{{part "([a-z-]+)"`)
	definedPart = regexp.MustCompile(`{{define "([a-z-]+)\.([a-z-]+)"}}`)
)

// TestEveryFormHasItsParts: the page of the setup guide about the request form says something of
// each form, in form-NAME.html, and no part is of a form that is not there.
func TestEveryFormHasItsParts(t *testing.T) {
	page, err := fs.ReadFile(templates.Files, "setup-form.html")
	if err != nil {
		t.Fatal(err)
	}
	used := usedPart.FindAllStringSubmatch(string(page), -1)
	files, err := fs.Glob(templates.Files, "form-*.html")
	if err != nil || len(files) == 0 || len(used) == 0 {
		t.Fatalf("files %q with parts %q: %v", files, used, err)
	}
	defined := map[string]bool{}
	for _, name := range files {
		text, err := fs.ReadFile(templates.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range definedPart.FindAllStringSubmatch(string(text), -1) {
			defined[part[1]+"."+part[2]] = true
			if !slices.Contains(requestform.Services(), requestform.Service(part[2])) {
				t.Errorf("%s: %q is no part of a form; forms are %q", name, strings.Join(part[1:], "."), requestform.Services())
			}
		}
	}
	for _, service := range requestform.Services() {
		if service.Local() {
			continue
		}
		for _, part := range used {
			if name := part[1] + "." + string(service); !defined[name] {
				t.Errorf("form-%s.html does not define %q, which setup-form.html needs", service, name)
			}
		}
	}
}
