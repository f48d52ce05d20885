package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"lendlink/resolver/library"
	"lendlink/resolver/openurl"
)

// What people copy out of the README has to work.

func readme(t *testing.T, pattern string) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(pattern).FindSubmatch(text)
	if found == nil {
		t.Fatalf("the README has nothing like %q", pattern)
	}
	return string(found[1])
}

func TestSettingsInReadme(t *testing.T) {
	settings, err := library.Parse("README.md", []byte(readme(t, "(?s)```yaml\n(.*?)```")), os.LookupEnv)
	if err != nil {
		t.Fatal(err)
	}
	if settings.Find("demo") == nil {
		t.Error("they have no library demo, which the address in the template names")
	}
}

// forStaff are the keys that say nothing about the item, but help staff who
// inspect a link: who made it, from which record, for which part of a serial.
var forStaff = map[string]bool{"rfr_id": true, "rft.mms_id": true, "rft.part": true}

// TestTemplateInReadme fills the template in as Alma does, and asks whether
// every key of it is one that is read.
func TestTemplateInReadme(t *testing.T) {
	template := readme(t, `(https://lendlink\S+/demo/openurl\?\S+)`)
	placeholder := regexp.MustCompile(`([\w.]+)=\{([\w.]+)\}`)
	for _, m := range placeholder.FindAllStringSubmatch(template, -1) {
		if m[1] != m[2] {
			t.Errorf("%s stands under %s", m[2], m[1])
		}
	}
	link := openurl.Parse(placeholder.ReplaceAllString(template, "$1=1"))
	if n := strings.Count(template, "{"); len(link.Pairs) != n {
		t.Errorf("read %d keys, want %d", len(link.Pairs), n)
	}
	for _, p := range link.Pairs {
		if p.Field == openurl.NoField && !forStaff[p.Key] {
			t.Errorf("nothing reads %s", p.Key)
		}
	}
	if link.Source != "1" {
		t.Errorf("source is %q, want what rfr_id says", link.Source)
	}
}
