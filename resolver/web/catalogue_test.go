package web

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver/citation"
	"lendlink/resolver/requestform"
	"lendlink/resolver/web/practice"
	"lendlink/templates"
)

// written are the keys that templates write out, computed those that they put
// together, as {{t (printf "type.%s" .Type)}}.
var (
	written  = regexp.MustCompile(`\bt "([^"]+)"`)
	computed = regexp.MustCompile(`\bt \(printf "([^"]+)"`)
)

// values are what can stand in a computed key.
func values(pattern string) []string {
	switch pattern {
	case "type.%s":
		all := []string{""}
		for _, t := range citation.Types {
			all = append(all, string(t))
		}
		return all
	case "field.%s":
		return []string{
			"type", "title", "container-title", "collection-title", "author", "issued", "publisher", "publisher-place", "edition",
			"volume", "issue", "page", "ISBN", "ISSN", "DOI", "PMID", "OCLC", "LCCN",
		}
	case "practice.form.%s":
		return []string{string(practice.Article), string(practice.Book), string(practice.Other)}
	case "practice.rest.%s":
		return []string{string(practice.Steers), string(practice.NoField), string(practice.Repeated), string(practice.Unknown), string(practice.Unreadable)}
	case "confirm.continue.%s":
		return []string{string(requestform.Tipasa), string(requestform.WorldShare), string(requestform.PracticeForm)}
	case "error.%s.title", "error.%s.text", "error.%s.help":
		return []string{nothingUsable, badRequest, notFound, unknownLibrary, wrongMethod, bodyTooLarge, linkTooLong, internal}
	}
	return nil
}

// TestEveryTextIsThere holds the templates against the catalogues: no key without
// its text, and no text that nobody reads.
func TestEveryTextIsThere(t *testing.T) {
	used := map[string]bool{}
	files, err := fs.Glob(templates.Files, "*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		src, err := fs.ReadFile(templates.Files, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range written.FindAllSubmatch(src, -1) {
			used[string(m[1])] = true
		}
		for _, m := range computed.FindAllSubmatch(src, -1) {
			in := values(string(m[1]))
			if in == nil {
				t.Errorf("%s: the test does not know what can stand in %q", file, m[1])
			}
			for _, v := range in {
				used[strings.Replace(string(m[1]), "%s", v, 1)] = true
			}
		}
	}
	all, err := loadCatalogues(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	texts := all[defaultLanguage]
	for key := range used {
		if texts[key] == "" {
			t.Errorf("no text for %q", key)
		}
	}
	for key := range texts {
		if !used[key] {
			t.Errorf("nobody reads %q", key)
		}
	}
}

func TestTextTakesItsArguments(t *testing.T) {
	c := catalogue{"length": "{2} of {1}"}
	if got := c.t("length", 2000, "ten"); got != "ten of 2000" {
		t.Errorf("got %q", got)
	}
	if got := c.t("no.such.key"); got != "no.such.key" {
		t.Errorf("a missing text reads %q", got)
	}
}

func TestFactsHaveNames(t *testing.T) {
	full := citation.Citation{
		Issued: citation.Date{Year: 2019, Month: 5}, Edition: "2", Volume: "1", Issue: "3", Page: "1-2", Publisher: "P", PublisherPlace: "L",
		CollectionTitle: "S", ISBN: "9780306406157", ISSN: "0306-3968", DOI: "10.1/x", PMID: "7", Custom: citation.Custom{OCLC: "1", LCCN: "2"},
	}
	for _, f := range facts(full) {
		if !slices.Contains(values("field.%s"), f.Name) {
			t.Errorf("no text for the field %q", f.Name)
		}
		if f.Value == "" {
			t.Errorf("%s is blank", f.Name)
		}
	}
	if n := len(facts(full)); n != 14 {
		t.Errorf("%d of 14 facts", n)
	}
}
