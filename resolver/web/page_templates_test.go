package web

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lendlink/resolver"
	"lendlink/resolver/citation"
	"lendlink/resolver/openaccess"
	"lendlink/resolver/reference"
	"lendlink/resolver/web/locale"
	"lendlink/resolver/web/practice"
	"lendlink/templates"
)

// written are the keys that templates write out, computed those that they put
// together, as {{t (printf "type.%s" .Type)}}.
var (
	written  = regexp.MustCompile(`\b[tT](?: |\()"([^"]+)"`)
	computed = regexp.MustCompile(`\bt \(printf "([^"]+)"`)
)

// values are what can be in a computed key.
func values(pattern string) []string {
	switch pattern {
	case "type.%s":
		all := []string{""}
		for _, t := range citation.Types {
			all = append(all, string(t))
		}
		return all
	case "field.%s":
		all := []string{"type"}
		for _, f := range citation.Fields {
			all = append(all, f.Name)
			for _, t := range f.Labelled {
				all = append(all, f.Name+"."+string(t))
			}
		}
		return all
	case "hint.%s":
		var all []string
		for _, f := range citation.Fields {
			if f.Hint {
				all = append(all, f.Name)
			}
		}
		return all
	case "why.%s":
		var all []string
		for _, t := range citation.Types {
			all = append(all, resolver.Missing(&citation.Citation{Type: t})...)
		}
		return all
	case "invalid.%s":
		wrong := entry{text: map[string]string{"issued": "x", "page": ".", "ISBN": "x", "ISSN": "x", "DOI": "x", "PMID": "x", "OCLC": "x"}}
		return append(append((&entry{}).invalid(), wrong.invalid()...), pasteUnread, pasteNumber, pasteProse, pasteLong)
	case "unread.%s":
		var all []string
		for _, code := range reference.Codes() {
			if code.IsPart() {
				all = append(all, string(code))
			}
		}
		return all
	case "request.%s.title", "request.%s.lead":
		return []string{string(confirming), string(asking), string(blank), string(nothing), string(requestsSuspended), string(noItemFound)}
	case "free.version.%s":
		return []string{string(openaccess.Published), string(openaccess.Accepted), string(openaccess.Submitted)}
	case "free.license.%s":
		var all []string
		for _, l := range openaccess.Licenses {
			all = append(all, string(l))
		}
		return all
	case "practice.form.%s":
		return []string{string(practice.Article), string(practice.Book), string(practice.Other)}
	case "practice.rest.%s":
		return []string{string(practice.Control), string(practice.NoField), string(practice.Repeated), string(practice.Unknown),
			string(practice.Unreadable)}
	case "error.%s.title", "error.%s.text", "error.%s.help":
		return []string{nothingUsable, badRequest, notFound, unknownLibrary, wrongMethod, bodyTooLarge, pasteTooLarge, linkTooLong, crossOrigin,
			tooMany, busy, internal}
	}
	return nil
}

// TestEveryTextIsThere holds the templates against the texts: no key without
// its text, and no text is unused.
func TestEveryTextIsThere(t *testing.T) {
	used := map[string]bool{}
	for _, name := range values("field.%s") { // labels come from a table
		used["field."+name] = true
	}
	for _, what := range []string{"volume", "issue"} { // as are these in locale/reference.go
		used["reference."+what] = true
	}
	for medium := range citation.MediumDesignations {
		used["medium."+strings.ToLower(medium)] = true
	}
	for _, form := range []string{"one", "two", "few", "other"} {
		used["reference.edition."+form] = true
	}
	files, err := fs.Glob(templates.Files, "*.html")
	if err != nil {
		t.Fatal(err)
	}
	code, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	inLocale, err := filepath.Glob("locale/*.go")
	if err != nil {
		t.Fatal(err)
	}
	inPrimo, err := filepath.Glob("primo/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range slices.Concat(files, code, inLocale, inPrimo) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		read := os.ReadFile
		if strings.HasSuffix(file, ".html") {
			read = templates.Files.ReadFile
		}
		src, err := read(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range written.FindAllSubmatch(src, -1) {
			if key := string(m[1]); !strings.HasSuffix(key, ".") { // else the first part of one
				used[key] = true
			}
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
	all, err := locale.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	texts := all[locale.Default].Messages
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
